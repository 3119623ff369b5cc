package mx.abasto.schedules.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** Makes tables where they are not there yet, in H2 and PostgreSQL. */
public final class Tables {
    /** What PostgreSQL says to the slower of two that make the same table, type or index at once. */
    private static final Set<String> IS_THERE_ALREADY = Set.of("42P07", "42710", "23505");

    private Tables() {}

    /** Runs statements that make what is not there yet, each ended by a semicolon at the end of its line. */
    public static void create(DataSource database, String statements) throws SQLException {
        for (String statement : statements.split(";\\s*\n")) {
            if (!statement.isBlank()) {
                execute(database, statement);
            }
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (!IS_THERE_ALREADY.contains(String.valueOf(failure.getSQLState()))) {
                throw failure;
            }
        }
    }
}
