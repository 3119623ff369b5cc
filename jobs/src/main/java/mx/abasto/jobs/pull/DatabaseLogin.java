package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A login at a source's database, for reading only. It is made in a thread of its own, since few drivers can be told
 * how long they may wait for a server that accepts a connection and then says nothing.
 */
final class DatabaseLogin {
    private final Source source;
    private final DatabaseFailures failures;
    private final CompletableFuture<Connection> made = new CompletableFuture<>();

    DatabaseLogin(Source source, DatabaseFailures failures) {
        this.source = source;
        this.failures = failures;
    }

    /** Logs in. To be called once; errors as of {@link Origin}. */
    Connection connection() throws IOException {
        Driver driver = driver();
        Thread thread = Daemon.start("login-" + source.name(), () -> make(driver));
        Duration silence = source.limits().silence();
        try {
            return made.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            giveUp();
            throw new IOException("the database did not answer the login within " + silence.toSeconds() + " s", silent);
        } catch (CancellationException closed) {
            throw new InterruptedIOException("the login at the database was given up");
        } catch (InterruptedException stopped) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the login at the database was interrupted");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof SQLException refusal
                    ? failures.ofLogin(refusal)
                    : new IOException("the driver of the database failed: " + failure.getCause(), failure);
        } finally {
            thread.interrupt();
        }
    }

    /** Nobody waits for the login any more; may be called at any time, from another thread too. */
    void giveUp() {
        made.cancel(true);
    }

    private void make(Driver driver) {
        try {
            Connection connection = driver.connect(source.uri(), properties());
            if (connection == null) {
                made.completeExceptionally(new SQLException("the driver does not know this kind of address", "42000"));
            } else if (!made.complete(prepared(connection))) {
                connection.close();
            }
        } catch (SQLException | RuntimeException | LinkageError failure) {
            made.completeExceptionally(failure);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        put(properties, "user", source.access().user());
        Secret password = source.access().password();
        put(properties, "password", password == null ? null : password.text());
        return properties;
    }

    private static void put(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }

    private Connection prepared(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            limitSilence(connection);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private void limitSilence(Connection connection) throws SQLException {
        try {
            int millis = (int) Math.min(source.limits().silence().toMillis(), Integer.MAX_VALUE);
            connection.setNetworkTimeout(Runnable::run, millis);
        } catch (SQLFeatureNotSupportedException unlimited) {
            // The time of the whole source is limited all the same.
            return;
        }
    }

    private Driver driver() throws RefusedException {
        String named = source.access().driver();
        try {
            return named == null
                    ? DriverManager.getDriver(source.uri())
                    : Class.forName(named)
                            .asSubclass(Driver.class)
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (SQLException none) {
            throw new RefusedException("no JDBC driver on the class path knows the address " + source.shownUri()
                    + "; put its jar on the class path and, if it is still not found, name its class as the driver of the"
                    + " source " + source.name());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError none) {
            throw new RefusedException(
                    "the driver %s of the source %s is not a JDBC driver on the class path; put its jar there, or correct the name"
                            .formatted(named, source.name()),
                    none);
        }
    }
}
