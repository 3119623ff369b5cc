package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.TextCut;

/**
 * The hash of every run's run.json, kept in the job repository's database when the run is published: in the lake itself
 * nothing holds the newest night and week. As good as the database is kept; one that was lost begins anew.
 */
public final class PublishedRecord {
    private static final int NAME_MAX = 500;

    /** What H2 and PostgreSQL say of a table that is not there. */
    private static final Set<String> IS_NOT_THERE = Set.of("42S02", "42S04", "42P01");

    private final DataSource database;
    private final String lake;

    public PublishedRecord(DataSource database, String lake) {
        this.database = requireNonNull(database, "database is null");
        this.lake = TextCut.last(lake, NAME_MAX);
    }

    /**
     * Forgets what was published under a name, before a run of that name is published: it was in a lake that is gone.
     * The caller holds the lake.
     */
    void forget(String folder) {
        try (Connection connection = database.getConnection()) {
            createTable(connection);
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from abasto_published where lake = ? and folder = ?")) {
                statement.setString(1, lake);
                statement.setString(2, folder);
                statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw AbastoException.failed(
                    "%s is not published: the job repository did not answer: %s. Run the same command again."
                            .formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    /**
     * Remembers a run that was published; again is as good as once. The caller holds the lake.
     *
     * @throws AbastoException (UNUSABLE) if another run is remembered under its name
     */
    void add(Lake.Published run) {
        try (Connection connection = database.getConnection()) {
            createTable(connection);
            Map<String, String> recorded = byFolder();
            if (recorded.containsKey(run.folder())) {
                requireSame(run, recorded.get(run.folder()));
            } else {
                insert(connection, run);
            }
        } catch (SQLException failure) {
            throw AbastoException.failed(
                    run.folder() + " is published, but the job repository did not take note of it: "
                            + failure.getMessage() + ". Run the same command again.",
                    failure);
        }
    }

    private static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists abasto_published (
                        lake varchar(500) not null,
                        folder varchar(100) not null,
                        sha256 varchar(64) not null,
                        primary key (lake, folder)
                    )
                    """);
        }
    }

    private void insert(Connection connection, Lake.Published run) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into abasto_published (sha256, lake, folder) values (?, ?, ?)")) {
            statement.setString(1, run.sha256());
            statement.setString(2, lake);
            statement.setString(3, run.folder());
            statement.executeUpdate();
        }
    }

    /** The hash of each run that was published, by its folder. */
    public Map<String, String> byFolder() throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select folder, sha256 from abasto_published where lake = ?")) {
            statement.setString(1, lake);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hashes.put(rows.getString("folder"), rows.getString("sha256"));
                }
            }
            return hashes;
        } catch (SQLException failure) {
            if (IS_NOT_THERE.contains(String.valueOf(failure.getSQLState()))) {
                return Map.of();
            }
            throw failure;
        }
    }

    /**
     * Makes sure that runs are those that were published.
     *
     * @throws AbastoException (UNUSABLE) naming the first that is another; what was published before the record began is
     *     believed
     */
    void requireSame(List<Lake.Published> runs) {
        try {
            Map<String, String> recorded = byFolder();
            runs.forEach(run -> requireSame(run, recorded.getOrDefault(run.folder(), run.sha256())));
        } catch (SQLException failure) {
            throw AbastoException.failed("The job repository did not answer: " + failure.getMessage(), failure);
        }
    }

    private static void requireSame(Lake.Published run, String recorded) {
        if (!recorded.equals(run.sha256())) {
            throw AbastoException.unusable(("%s/run.json is not the one that was published: it was replaced. Nothing"
                            + " is built on it. Restore the folder from a backup; abasto verify says what else"
                            + " differs.")
                    .formatted(run.folder()));
        }
    }
}
