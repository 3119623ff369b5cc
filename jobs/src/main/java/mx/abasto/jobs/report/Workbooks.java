package mx.abasto.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mx.abasto.common.lake.Pieces;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import org.dhatim.fastexcel.Workbook;

/**
 * The week's workbooks: {@code inventory.xlsx} for the nation and {@code inventory-SS.xlsx} for each state that a site
 * lies in. What they show is chosen and ranked in SQL for all of them at once; only rows that are shown are read out.
 */
final class Workbooks {
    /**
     * What a sheet shows at most, worst first. A person reads from the top and filters; so many rows are more than a
     * week's work, and open at once on an office machine. What is left out lies in the states' workbooks, and all of it
     * in Parquet.
     */
    private static final int NATION_ROWS_MAX = 10_000;

    private static final int STATE_ROWS_MAX = 5_000;

    /** In the order in which they need each other; each is a script and a table of its name. */
    private static final List<String> PARTS = List.of(
            "clave_states", "surpluses", "state_surpluses", "site_surpluses", "suggested", "figures", "findings");

    private final Session session;
    private final WeekRun run;

    /** The session has the week's datasets, the last week's, the catalogue and the last night's balance as views. */
    Workbooks(Session session, WeekRun run) {
        this.session = session;
        this.run = run;
    }

    /** Writes all of them. */
    void write(Path folder) {
        session.run(
                "caps",
                "create or replace table caps as select %d as nation_rows, %d as state_rows"
                        .formatted(NATION_ROWS_MAX, STATE_ROWS_MAX));
        PARTS.forEach(part -> session.table(Workbooks.class, part));
        SheetPlans.ALL.forEach(plan -> session.table(Workbooks.class, plan.relation()));
        Texts texts = new Texts(run.settings().language());
        try {
            Pieces.all(
                    run.settings().threads(),
                    "write the week's workbooks",
                    scopes().stream()
                            .map(scope -> (Callable<Path>) () -> write(new Edition(run, scope, texts), folder))
                            .toList());
        } catch (SQLException | IOException failure) {
            throw AbastoException.failed("Cannot write the week's workbooks: " + failure.getMessage(), failure);
        }
    }

    private List<Scope> scopes() throws SQLException {
        List<Scope> scopes = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select distinct scope_id from figures cross join week where figures.week = week.week"
                                + " order by scope_id")) {
            while (rows.next()) {
                scopes.add(new Scope(rows.getString("scope_id")));
            }
        }
        return scopes;
    }

    /** Writes one of them, over a connection of its own: several are written at a time, each a file for itself. */
    private Path write(Edition edition, Path folder) throws SQLException, IOException {
        Path target = folder.resolve(edition.scope().fileName());
        Path raw = folder.resolve(edition.scope().fileName() + ".raw");
        try (OutputStream file = new PatientFile(Files.newOutputStream(raw));
                Workbook workbook = new Workbook(file, "Abasto", null);
                Connection connection = session.duplicate()) {
            // Compressed once, when its times are fixed.
            workbook.setCompressionLevel(0);
            workbook.properties().setTitle(edition.title()).setSubject(edition.subtitle());
            fill(workbook, edition, connection);
        }
        FixedArchive.copy(raw, target, run.week().end());
        Files.delete(raw);
        return target;
    }

    private static void fill(Workbook workbook, Edition edition, Connection connection)
            throws SQLException, IOException {
        List<SheetPlan> plans =
                SheetPlans.ALL.stream().filter(edition.scope()::has).toList();
        Texts texts = edition.texts();
        new CoverSheet(workbook.newWorksheet(texts.text("sheet.cover")), edition).write(connection, plans);
        for (SheetPlan plan : plans) {
            new TableSheet(workbook.newWorksheet(texts.text("sheet." + plan.key())), plan, edition).write(connection);
        }
        new NotesSheet(workbook.newWorksheet(texts.text("sheet.notes")), edition).write(plans);
    }
}
