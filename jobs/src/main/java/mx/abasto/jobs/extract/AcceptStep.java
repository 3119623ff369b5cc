package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.ColumnType;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.StagedRows;
import mx.abasto.jobs.extract.LandedFiles.LandedFile;

/**
 * Accepts: from landed files to typed rows, each accepted, quarantined or a duplicate (contract section 2). Writes
 * {@code files}, {@code extracts}, {@code quarantine}, {@code counts}, {@code lines}, {@code file_totals}, {@code
 * read_bytes}, {@code previous_lines}, {@code repeated_lines}, {@code revised_keys}, {@code old_lines}, {@code
 * count_reports} and {@code control_checks}.
 */
public final class AcceptStep implements RunStep<NightRun> {
    private static final Dataset CONFLICT_RAW = Dataset.named("conflict_raw")
            .with(ColumnType.BIGINT, "taken", "row_no")
            .with(ColumnType.STRING, "raw")
            .sortedBy("taken", "row_no");

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public void run(NightRun run, Path output) throws IOException {
        try (Session session = run.session()) {
            knownBefore(session, run);
            Path staging = output.resolve("staged");
            LandedFiles landed = LandedFiles.of(session, run);
            SourceForms forms = SourceForms.of(run);
            NightFiles files = new NightFiles(landed, forms, run.date(), Aliases.of(session));
            AcceptedRows.load(files.read(run.settings().threads(), staging), session);
            session.run(
                    "landed", "create or replace view landed as select * from landed_all where extract <> 'control'");
            session.view(AcceptStep.class, "lines_read");
            session.table(AcceptStep.class, "repeated_line_keys");
            session.table(AcceptStep.class, "repeated_count_keys");
            session.table(AcceptStep.class, "conflicts_read");
            session.table(AcceptStep.class, "redelivered_files");
            session.table(AcceptStep.class, "conflicting_rows");
            session.view(AcceptStep.class, "lines_keyed");
            session.view(AcceptStep.class, "counts_keyed");
            readConflictsAgain(session, landed, forms, staging);
            session.view(AcceptStep.class, "lines_taken");
            session.view(AcceptStep.class, "counts_accepted");
            session.table(AcceptStep.class, "added_counts");
            session.view(AcceptStep.class, "counts_taken");
            session.write(AcceptStep.class, WorkDatasets.PREVIOUS_LINES, output);
            session.write(AcceptStep.class, WorkDatasets.REVISED_KEYS, output);
            session.table(AcceptStep.class, "duplicate_lines");
            session.write(AcceptStep.class, WorkDatasets.REPEATED_LINES, output);
            session.table(AcceptStep.class, "repeated_counts");
            session.copy(AcceptStep.class, NightlyDatasets.LINES, output);
            session.copy(AcceptStep.class, NightlyDatasets.COUNTS, output);
            session.write(AcceptStep.class, NightlyDatasets.QUARANTINE, output);
            deliveries(session, output);
            session.write(AcceptStep.class, WorkDatasets.OLD_LINES, output);
            ControlChecks.write(session, run, output);
        }
    }

    /** What earlier nights and the reference data say. */
    private static void knownBefore(Session session, NightRun run) {
        session.view("landed_all", WorkDatasets.LANDED, run.work().files(WorkDatasets.LANDED));
        session.view(WorkDatasets.REFERENCE_FILES, run.work().files(WorkDatasets.REFERENCE_FILES));
        session.view(WorkDatasets.SOURCES, run.work().files(WorkDatasets.SOURCES));
        session.view(WorkDatasets.SOURCE_SITES, run.work().files(WorkDatasets.SOURCE_SITES));
        for (Dataset dataset :
                List.of(ReferenceDatasets.SITES, ReferenceDatasets.EXPECTED, ReferenceDatasets.ALIASES)) {
            session.view(dataset, run.work().files(dataset));
        }
        session.datedView("history_bytes", NightlyDatasets.READ_BYTES, run.windowByNight(NightlyDatasets.READ_BYTES));
        session.view("known_lines", NightlyDatasets.LINES, run.knownLines());
        session.datedView("history_counts", NightlyDatasets.COUNTS, run.windowByNight(NightlyDatasets.COUNTS));
        session.run("published_nights", "create table published_nights (night date)");
        for (LocalDate night : run.lake().nights()) {
            session.run("published_nights", "insert into published_nights values (date '" + night + "')");
        }
    }

    /** Which files delivered what, for which sites. */
    private static void deliveries(Session session, Path output) {
        session.table(AcceptStep.class, "site_files");
        session.write(AcceptStep.class, NightlyDatasets.FILES, output);
        session.write(AcceptStep.class, NightlyDatasets.READ_BYTES, output);
        session.write(AcceptStep.class, WorkDatasets.INPUTS, output);
        session.table(AcceptStep.class, "coverage");
        session.table(AcceptStep.class, "announced_empty");
        session.table(AcceptStep.class, "expected_extracts");
        session.write(AcceptStep.class, NightlyDatasets.EXTRACTS, output);
        session.write(AcceptStep.class, WorkDatasets.COUNT_REPORTS, output);
    }

    /** Conflicts are found set-wise, when the text as sent is gone: it is read again from the files concerned. */
    private static void readConflictsAgain(Session session, LandedFiles landed, SourceForms forms, Path staging)
            throws IOException {
        Map<Long, Set<Long>> rowsByFile = new TreeMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("select taken, row_no from conflicting_rows")) {
            while (rows.next()) {
                rowsByFile
                        .computeIfAbsent(rows.getLong("taken"), taken -> new HashSet<>())
                        .add(rows.getLong("row_no"));
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("Cannot list the conflicting rows: " + failure.getMessage(), failure);
        }
        Map<Long, LandedFile> files = landed.byNumber();
        Path staged = staging.resolve("conflict_raw.tsv");
        try (StagedRows rows = new StagedRows(staged)) {
            for (Map.Entry<Long, Set<Long>> conflict : rowsByFile.entrySet()) {
                LandedFile file = files.get(conflict.getKey());
                if (file == null) {
                    throw new IllegalStateException("no file was landed as number " + conflict.getKey());
                }
                new RawRows(forms.of(file.source()))
                        .forEach(
                                file,
                                file.name(),
                                conflict.getValue(),
                                (rowNo, raw) -> rows.write(Long.toString(file.taken()), Long.toString(rowNo), raw));
            }
        }
        session.load(CONFLICT_RAW.name(), CONFLICT_RAW, staged);
    }
}
