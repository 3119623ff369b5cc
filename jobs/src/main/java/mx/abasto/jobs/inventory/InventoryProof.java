package mx.abasto.jobs.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;

/**
 * The proof without which no week is published: on every row, opening and the week's flows make the closing (contract
 * section 7). It reads the very file that is about to be published.
 */
public final class InventoryProof {
    private InventoryProof() {}

    /**
     * Proves a week whose steps are done.
     *
     * @throws AbastoException (FAILED) naming the first clave with a row that does not add up
     */
    public static RunJson.Proof prove(WeekRun run) {
        List<RunJson.Conservation> claves = new ArrayList<>();
        try (Session session = run.session()) {
            session.view(WeeklyDatasets.KEY_INVENTORY, run.work().files(WeeklyDatasets.KEY_INVENTORY));
            try (Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery(SqlScripts.of(InventoryProof.class, "identity"))) {
                while (rows.next()) {
                    claves.add(clave(rows));
                }
            }
            return new RunJson.Proof(0, 0, 0, 0, claves);
        } catch (SQLException failure) {
            throw AbastoException.failed("The inventory's proof failed: " + failure.getMessage(), failure);
        }
    }

    private static RunJson.Conservation clave(ResultSet row) throws SQLException {
        RunJson.Conservation clave = new RunJson.Conservation(
                row.getString("clave"),
                row.getLong("opening"),
                row.getLong("inflow"),
                row.getLong("outflow"),
                row.getLong("book"),
                row.getLong("residual"));
        if (clave.residual() != 0) {
            throw AbastoException.failed(
                    ("The week is not published, because its proof does not hold: on the rows of clave %s, opening and"
                                    + " flows miss the closing by %d pieces. Run the same command again; if it happens"
                                    + " again, report it.")
                            .formatted(clave.clave(), clave.residual()));
        }
        return clave;
    }
}
