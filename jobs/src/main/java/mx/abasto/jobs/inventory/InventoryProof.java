package mx.abasto.jobs.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;

/**
 * The proof without which no week is published: the identity of contract section 7 on every row, every summary the sum of
 * its parts, and suggestions that the balances bear. It reads the very files that are about to be published.
 */
public final class InventoryProof {
    private static final List<Dataset> READ = List.of(
            WeeklyDatasets.KEY_INVENTORY,
            WeeklyDatasets.KEY_SUMMARY,
            WeeklyDatasets.SITE_SUMMARY,
            WeeklyDatasets.TRANSFER_SUGGESTIONS,
            WeeklyDatasets.RESTATEMENT,
            WorkDatasets.STOCK_POSITIONS,
            ReferenceDatasets.ROUTES,
            ReferenceDatasets.RECALLS);

    /**
     * What has to hold on every row of a dataset.
     *
     * @param script gives the first row on which it does not: its {@code place}, and its {@code fault}
     */
    private record Claim(Dataset dataset, String text, String script) {}

    private static final List<Claim> CLAIMS = List.of(
            new Claim(WeeklyDatasets.KEY_INVENTORY, "opening and flows make the closing", "unbalanced_rows"),
            new Claim(WeeklyDatasets.KEY_SUMMARY, "every figure is the sum of its parts", "unsummed_keys"),
            new Claim(WeeklyDatasets.SITE_SUMMARY, "the parts make the whole, and the rows the sums", "unsummed_sites"),
            new Claim(
                    WeeklyDatasets.TRANSFER_SUGGESTIONS,
                    "no giver is left under its band, no lot below 0, none given that expired or was recalled, and nobody given"
                            + " more than its need",
                    "unsound_suggestions"),
            new Claim(
                    WeeklyDatasets.RESTATEMENT,
                    "restated opening and flows make the restated closing",
                    "unbalanced_restatements"));

    private InventoryProof() {}

    /**
     * Proves a week whose steps are done.
     *
     * @throws AbastoException (FAILED) naming the first row on which something does not hold
     */
    public static RunJson.Proof prove(WeekRun run) {
        LocalDate sunday = run.week().end();
        try (Session session = run.session()) {
            READ.forEach(dataset -> session.view(dataset, run.work().files(dataset)));
            new WeekNights(session, run).view("last_stock_balance", NightlyDatasets.STOCK_BALANCE, sunday, sunday);
            List<RunJson.Check> checks = new ArrayList<>();
            for (Claim claim : CLAIMS) {
                requireToHold(session, claim);
                long rows = session.number(
                        claim.script(),
                        "select count(*) from " + claim.dataset().name());
                checks.add(new RunJson.Check(claim.dataset().name(), claim.text(), rows));
            }
            return RunJson.Proof.ofWeek(claves(session), checks);
        } catch (SQLException failure) {
            throw AbastoException.failed("The inventory's proof failed: " + failure.getMessage(), failure);
        }
    }

    private static void requireToHold(Session session, Claim claim) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(SqlScripts.of(InventoryProof.class, claim.script()))) {
            if (row.next()) {
                throw AbastoException.failed(
                        ("The week is not published, because its proof does not hold: in %s, %s: %s. Run the same"
                                        + " command again; if it happens again, report it.")
                                .formatted(claim.dataset().name(), row.getString("place"), row.getString("fault")));
            }
        }
    }

    private static List<RunJson.Conservation> claves(Session session) throws SQLException {
        List<RunJson.Conservation> claves = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(SqlScripts.of(InventoryProof.class, "conservation"))) {
            while (row.next()) {
                claves.add(new RunJson.Conservation(
                        row.getString("clave"),
                        row.getLong("opening"),
                        row.getLong("inflow"),
                        row.getLong("outflow"),
                        row.getLong("book"),
                        row.getLong("residual")));
            }
        }
        return claves;
    }
}
