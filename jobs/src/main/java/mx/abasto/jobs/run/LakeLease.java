package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import mx.abasto.common.lake.LakeHold;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.TextCut;

/**
 * The lock of a lake: a row in the job repository's database with who holds it, since when, until when it is believed,
 * and a token that grows by one with every holder. Renewed in the background while held. A holder whose process is
 * known to be dead, or that has not renewed for {@link #LEASE}, is taken over.
 */
public final class LakeLease implements LakeHold, AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int NAME_MAX = 500;
    private static final String INTEGRITY_VIOLATION = "23";

    /** What PostgreSQL says of a table, and of the type of its rows, that are there already. */
    private static final Set<String> IS_THERE_ALREADY = Set.of("42P07", "42710");

    /** What this process holds, by lake and token: of itself it knows, whatever it could not tell the database. */
    private static final Set<String> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final DataSource database;
    private final String lake;
    private final long token;
    private final ScheduledExecutorService renewal;

    private LakeLease(DataSource database, String lake, long token) {
        this.database = database;
        this.lake = lake;
        this.token = token;
        this.renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lake-lease");
            thread.setDaemon(true);
            return thread;
        });
        long everyMillis = LEASE.toMillis() / 4;
        var unused = renewal.scheduleAtFixedRate(this::renewQuietly, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lake.
     *
     * @throws AbastoException (HELD) naming who holds it and since when
     */
    public static LakeLease acquire(DataSource database, String lake) {
        requireNonNull(lake, "lake is null");
        String name = TextCut.last(lake, NAME_MAX);
        try (Connection connection = database.getConnection()) {
            createRow(connection, name);
            connection.setAutoCommit(false);
            try {
                long token = take(connection, name);
                commitAsHeld(connection, keyOf(name, token));
                return new LakeLease(database, name, token);
            } catch (SQLException | AbastoException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw AbastoException.failed("The job repository did not answer: " + failure.getMessage(), failure);
        }
    }

    /** It is known here before others can read it: another thread would take it for one that was given up. */
    private static void commitAsHeld(Connection connection, String key) throws SQLException {
        HELD_HERE.add(key);
        try {
            connection.commit();
        } catch (SQLException uncertain) {
            HELD_HERE.remove(key);
            throw uncertain;
        }
    }

    /** Makes sure that the lake has its row, held by nobody: what is there can be locked, what is not cannot. */
    private static void createRow(Connection connection, String lake) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists abasto_lake_lease (
                        lake varchar(500) primary key,
                        holder varchar(200),
                        since timestamp with time zone,
                        believed_until timestamp with time zone,
                        token bigint not null
                    )
                    """);
        } catch (SQLException failure) {
            // Of two that make it at once, PostgreSQL tells one that it is there already.
            requireTakenByAnother(failure);
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into abasto_lake_lease (lake, token)
                select ?, 0 where not exists (select 1 from abasto_lake_lease where lake = ?)
                """)) {
            statement.setString(1, lake);
            statement.setString(2, lake);
            statement.executeUpdate();
        } catch (SQLException failure) {
            requireTakenByAnother(failure);
        }
    }

    private static void requireTakenByAnother(SQLException failure) throws SQLException {
        String state = String.valueOf(failure.getSQLState());
        if (!state.startsWith(INTEGRITY_VIOLATION) && !IS_THERE_ALREADY.contains(state)) {
            throw failure;
        }
    }

    private static long take(Connection connection, String lake) throws SQLException {
        Instant now = now(connection);
        try (PreparedStatement query = connection.prepareStatement(
                "select holder, since, believed_until, token from abasto_lake_lease where lake = ? for update")) {
            query.setString(1, lake);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The row of the lake " + lake + " is gone from abasto_lake_lease");
                }
                String holder = row.getString("holder");
                if (holder != null
                        && row.getTimestamp("believed_until").toInstant().isAfter(now)
                        && isBelievedToHold(LeaseHolder.parse(holder), lake, row.getLong("token"))) {
                    throw AbastoException.held("The lake %s is held by another run (%s, since %s). "
                                    .formatted(
                                            lake,
                                            holder,
                                            row.getTimestamp("since").toInstant())
                            + "Wait until it has ended and run the same command again.");
                }
                long token = row.getLong("token") + 1;
                hold(connection, now, token, lake);
                return token;
            }
        }
    }

    /** A lease of this very process that it has given up, but could not say so, holds nobody. */
    private static boolean isBelievedToHold(LeaseHolder holder, String lake, long token) {
        return holder.equals(LeaseHolder.me()) ? HELD_HERE.contains(keyOf(lake, token)) : !holder.isKnownDead();
    }

    private static String keyOf(String lake, long token) {
        return token + " " + lake;
    }

    private static void hold(Connection connection, Instant now, long token, String lake) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update abasto_lake_lease set holder = ?, since = ?, believed_until = ?, token = ? where lake = ?
                """)) {
            statement.setString(1, LeaseHolder.me().toString());
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setTimestamp(3, Timestamp.from(now.plus(LEASE)));
            statement.setLong(4, token);
            statement.setString(5, lake);
            statement.executeUpdate();
        }
    }

    /** The database's clock: the one that all holders share. */
    private static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public void requireHeld() {
        try {
            if (!renew()) {
                throw AbastoException.failed("This run was paused for so long that another has taken over the lake "
                        + lake + ". Nothing was published; run the same command again.");
            }
        } catch (SQLException failure) {
            throw AbastoException.failed(
                    "The job repository did not answer, so it is not certain that this run still holds the lake: "
                            + failure.getMessage() + ". Nothing was published; run the same command again.",
                    failure);
        }
    }

    private boolean renew() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update abasto_lake_lease set believed_until = ? where lake = ? and token = ?")) {
            statement.setTimestamp(1, Timestamp.from(now(connection).plus(LEASE)));
            statement.setString(2, lake);
            statement.setLong(3, token);
            return statement.executeUpdate() == 1;
        }
    }

    private void renewQuietly() {
        try {
            renew();
        } catch (SQLException tryAgainNextTime) {
            // A database that is away for a moment is no reason to stop: requireHeld decides before it matters.
            return;
        }
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        HELD_HERE.remove(keyOf(lake, token));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update abasto_lake_lease set holder = null where lake = ? and token = ?")) {
            statement.setString(1, lake);
            statement.setLong(2, token);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw AbastoException.failed("The lake's lock was not released: " + failure.getMessage(), failure);
        }
    }
}
