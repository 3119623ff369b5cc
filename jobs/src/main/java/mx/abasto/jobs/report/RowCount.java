package mx.abasto.jobs.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many rows a sheet shows, and how many there are. */
record RowCount(long shown, long all) {

    static RowCount read(Connection connection, SheetPlan plan, Scope scope) throws SQLException {
        String sql = "select count(*) as shown, coalesce(max(of_rows), 0) as of_rows from %s where scope_id = ?"
                .formatted(plan.relation());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new RowCount(rows.getLong("shown"), rows.getLong("of_rows"));
            }
        }
    }

    boolean isWhole() {
        return shown == all;
    }
}
