package mx.abasto.jobs.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;

/**
 * The proof without which no night is published (contract section 5, conservation): per clave, opening + inflow −
 * outflow = book with nothing left over, and rows read = accepted + quarantined + duplicates, file by file. It reads
 * the very files that are about to be published.
 */
public final class Conservation {
    private Conservation() {}

    /**
     * Proves a night whose steps are done.
     *
     * @throws AbastoException (FAILED) naming the first clave or file whose sum does not hold
     */
    public static RunJson.Proof prove(NightRun run, Session session) {
        try {
            session.view(NightlyDatasets.MOVEMENTS, run.work().files(NightlyDatasets.MOVEMENTS));
            session.view(NightlyDatasets.STOCK_BALANCE, run.work().files(NightlyDatasets.STOCK_BALANCE));
            session.view(NightlyDatasets.KEY_DAY, run.work().files(NightlyDatasets.KEY_DAY));
            session.view(NightlyDatasets.FILES, run.work().files(NightlyDatasets.FILES));
            session.view(
                    "last_stock_balance", NightlyDatasets.STOCK_BALANCE, run.lastNight(NightlyDatasets.STOCK_BALANCE));
            requireNone(
                    session, "unbalanced_cells", "the cell %s does not add up: opening + inflow - outflow is not book");
            requireNone(session, "unbalanced_keys", "the key %s does not add up: opening and flows are not book");
            requireNone(session, "unsound_movements", "the movement of %s is not from one account to another");
            requireNone(session, "unaccounted_files", "the rows of %s are not all accounted for");
            List<RunJson.Conservation> claves = claves(session);
            return RunJson.Proof.ofNight(
                    sum(session, "rows"),
                    sum(session, "accepted"),
                    sum(session, "quarantined"),
                    sum(session, "duplicates"),
                    claves);
        } catch (SQLException failure) {
            throw AbastoException.failed("The conservation proof failed: " + failure.getMessage(), failure);
        }
    }

    private static List<RunJson.Conservation> claves(Session session) throws SQLException {
        List<RunJson.Conservation> claves = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlScripts.of(Conservation.class, "conservation"))) {
            while (rows.next()) {
                RunJson.Conservation clave = new RunJson.Conservation(
                        rows.getString("clave"),
                        rows.getLong("opening"),
                        rows.getLong("inflow"),
                        rows.getLong("outflow"),
                        rows.getLong("book"),
                        rows.getLong("residual"));
                if (clave.residual() != 0) {
                    throw unproved("clave %s has opening %d, inflow %d, outflow %d, but book %d: %d pieces left over"
                            .formatted(
                                    clave.clave(),
                                    clave.opening(),
                                    clave.inflow(),
                                    clave.outflow(),
                                    clave.book(),
                                    clave.residual()));
                }
                claves.add(clave);
            }
        }
        return claves;
    }

    private static void requireNone(Session session, String script, String complaint) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlScripts.of(Conservation.class, script))) {
            if (rows.next()) {
                throw unproved(complaint.formatted(rows.getString(1)));
            }
        }
    }

    private static long sum(Session session, String column) {
        return session.number("files", "select sum(\"" + column + "\") from files");
    }

    private static AbastoException unproved(String what) {
        return AbastoException.failed("The night is not published, because its proof does not hold: " + what
                + ". Delete the work folder and run the same command again; if it happens again, report it.");
    }
}
