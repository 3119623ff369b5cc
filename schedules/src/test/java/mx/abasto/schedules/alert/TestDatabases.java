package mx.abasto.schedules.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import mx.abasto.jobs.run.TestPostgres;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** New, empty databases: in memory, or of a PostgreSQL server of this test run that is started when first asked for. */
final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:alerts_" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    static DataSource postgres() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(TestPostgres.database());
        database.setUser(TestPostgres.USER);
        return database;
    }

    static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
