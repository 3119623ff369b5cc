package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;

/**
 * What failed and when it may be tried again, kept in the job repository's database: so that a scheduler that starts
 * anew, or another one, does not begin from the first attempt. One row per lake and piece of work that failed.
 *
 * <p>Methods throw {@link AbastoException} (FAILED) if the database does not answer.
 */
public final class Attempts {
    private final DataSource database;
    private final String lake;

    /**
     * Failures of a piece of work.
     *
     * @param failures in a row
     * @param notBefore when it may be tried again
     * @param refusedUnder what it was refused under ({@link Basis}); null if trying again may help
     */
    public record Failed(
            int failures, Instant notBefore, @Nullable String refusedUnder) {
        public Failed {
            requireNonNull(notBefore, "notBefore is null");
        }
    }

    /** The failures of a lake's work. */
    public Attempts(DataSource database, String lake) {
        this.database = requireNonNull(database, "database is null");
        this.lake = requireNonNull(lake, "lake is null");
    }

    /** Makes the table if it is not there. */
    public void prepare() {
        try {
            Tables.create(database, """
                    create table if not exists abasto_attempt (
                        lake varchar(1000) not null,
                        subject varchar(100) not null,
                        failures integer not null,
                        not_before bigint not null,
                        refused_under varchar(100),
                        primary key (lake, subject)
                    )
                    """);
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    /** The failures of a piece of work; empty if its last run did not fail. */
    public Optional<Failed> of(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select failures, not_before, refused_under from abasto_attempt where lake = ? and subject = ?")) {
            query.setString(1, lake);
            query.setString(2, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Failed(
                                row.getInt("failures"),
                                Instant.ofEpochMilli(row.getLong("not_before")),
                                row.getString("refused_under")))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    /** Remembers a failure in the place of the one before. The caller holds the lake, so nobody else does. */
    public void remember(String subject, Failed failed) {
        forget(subject);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into abasto_attempt values (?, ?, ?, ?, ?)")) {
            insert.setString(1, lake);
            insert.setString(2, subject);
            insert.setInt(3, failed.failures());
            insert.setLong(4, failed.notBefore().toEpochMilli());
            insert.setString(5, failed.refusedUnder());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    /** Forgets the failures of what is done. */
    public void forget(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from abasto_attempt where lake = ? and subject = ?")) {
            delete.setString(1, lake);
            delete.setString(2, subject);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw unanswered(failure);
        }
    }

    private static AbastoException unanswered(SQLException failure) {
        return AbastoException.failed("The job repository did not answer: " + failure.getMessage(), failure);
    }
}
