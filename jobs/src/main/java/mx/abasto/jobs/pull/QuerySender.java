package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A database: each query's rows of each day from D − lookback-days to D, as a CSV file of UTF-8, commas and double
 * quotes, whatever the source's profile says of files. A query is asked once for each day, and for the days before a
 * lake's opening night too, as files of those days are taken; so the opening night asks lookback-days + 1 times, and
 * every other night for its own day and those that an earlier night could not have.
 */
final class QuerySender implements Sender {
    private static final int ROWS_AT_A_TIME = 1000;
    private static final long CANCEL_MILLIS = 2000;

    private final Source source;
    private final LocalDate night;
    private final int lookbackDays;
    private final DatabaseFailures failures;
    private final DatabaseLogin login;

    private volatile @Nullable Connection connection;
    private volatile @Nullable PreparedStatement running;
    private volatile boolean isClosed;

    QuerySender(Source source, LocalDate night, int lookbackDays) {
        this.source = source;
        this.night = night;
        this.lookbackDays = lookbackDays;
        this.failures = new DatabaseFailures(source);
        this.login = new DatabaseLogin(source, failures);
    }

    /** Logs in first: a password that is wrong is tried once, not once for every query. */
    @Override
    public List<DeliveredFile> offers() throws IOException {
        connected();
        List<DeliveredFile> files = new ArrayList<>();
        for (LocalDate day = night.minusDays(lookbackDays); !day.isAfter(night); day = day.plusDays(1)) {
            for (Extract extract : source.queries().keySet()) {
                files.add(file(extract, day));
            }
        }
        return files;
    }

    private DeliveredFile file(Extract extract, LocalDate day) {
        String name = "%s_%s_%s.csv"
                .formatted(
                        extract.label(),
                        source.name().replaceAll("[^A-Za-z0-9-]", "-"),
                        DateTimeFormatter.BASIC_ISO_DATE.format(day));
        ExtractFileName parsed = ExtractFileName.parse(name).orElseThrow(() -> new IllegalStateException(name));
        return new DeliveredFile(source.name(), day + "/" + name, source.shownUri(), List.of(parsed), -1, null);
    }

    @Override
    public InputStream open(DeliveredFile file) throws IOException {
        ExtractFileName asked = file.names().get(0);
        Extract extract = asked.extract().orElseThrow();
        NightQuery query =
                new NightQuery(extract, requireNonNull(source.queries().get(extract), "a file that was not offered"));
        Connection to = connected();
        try {
            PreparedStatement statement = query.prepare(to, asked.date());
            running = statement;
            requireOpen();
            // PostgreSQL sends its rows in portions of the fetch size. For MySQL, useCursorFetch=true in the address
            // makes it do the same; without it, its driver holds the whole result.
            statement.setFetchSize(ROWS_AT_A_TIME);
            long seconds = Math.max(1, source.limits().time().toSeconds());
            statement.setQueryTimeout((int) Math.min(seconds, Integer.MAX_VALUE / 1000));
            return new QueryRows(extract, statement.executeQuery(), failures, () -> end(to, statement));
        } catch (SQLException failure) {
            end(to, running);
            throw failures.ofQuery(extract, failure);
        } catch (IOException failure) {
            end(to, running);
            throw failure;
        }
    }

    private Connection connected() throws IOException {
        Connection known = connection;
        if (known == null) {
            known = login.connection();
            connection = known;
            if (isClosed) {
                close();
            }
        }
        requireOpen();
        return known;
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            throw new InterruptedIOException("the connection to the database was closed");
        }
    }

    /** Ends the transaction too: after a query that failed, PostgreSQL takes no other in it. */
    private void end(Connection with, @Nullable PreparedStatement statement) {
        try {
            if (statement != null) {
                statement.close();
            }
            with.rollback();
        } catch (SQLException gone) {
            // Nothing was written; a connection that is gone fails what is asked of it next.
            return;
        } finally {
            running = null;
        }
    }

    /** What is running is cancelled on the server, if it can be told; then nobody waits for it any more. */
    @Override
    public void close() throws IOException {
        isClosed = true;
        login.giveUp();
        PreparedStatement statement = running;
        Connection open = connection;
        try {
            if (statement != null) {
                Thread asking = Daemon.start("cancel-" + source.name(), () -> cancel(statement));
                asking.join(CANCEL_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        try {
            if (open != null && statement != null) {
                open.abort(task -> Daemon.start("abort-" + source.name(), task));
            } else if (open != null) {
                open.close();
            }
        } catch (SQLException failure) {
            throw failures.ofConnection(failure);
        }
    }

    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException unheard) {
            // The connection is aborted anyway.
            return;
        }
    }
}
