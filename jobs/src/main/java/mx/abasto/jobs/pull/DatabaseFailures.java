package mx.abasto.jobs.pull;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;

/**
 * What a database's failures mean for the pull: what trying again will not mend is refused. Messages are on one line
 * and hold no password.
 */
final class DatabaseFailures {
    private static final Set<String> LOGIN_REFUSED = Set.of("28", "3D", "42");

    /**
     * A query that is wrong, or wrong for what the tables hold: feature not supported, cardinality, data, routine,
     * syntax or access rule, raised by a routine, and what SQL Server says for syntax.
     */
    private static final Set<String> QUERY_REFUSED = Set.of("0A", "21", "22", "2F", "42", "P0", "S0");

    private static final String READ_ONLY = "25006";

    private final Source source;

    DatabaseFailures(Source source) {
        this.source = source;
    }

    /** What to throw when a login fails. */
    IOException ofLogin(SQLException failure) {
        String state = classOf(failure);
        if (state.equals("28")) {
            return new RefusedException("the database refuses the login (%s); check user and password of the source %s"
                    .formatted(messageOf(failure), source.name()));
        }
        return LOGIN_REFUSED.contains(state)
                ? new RefusedException("the database refuses the connection (%s); check the uri of the source %s"
                        .formatted(messageOf(failure), source.name()))
                : ofConnection(failure);
    }

    /** What to throw when the connection fails. */
    IOException ofConnection(SQLException failure) {
        return new IOException("the database failed: " + messageOf(failure));
    }

    /** What to throw when a query fails, at its start or halfway through its rows. */
    IOException ofQuery(Extract extract, SQLException failure) {
        if (QUERY_REFUSED.contains(classOf(failure)) || READ_ONLY.equals(failure.getSQLState())) {
            return new RefusedException(
                    "the database refuses the query of %s (%s); correct queries.%s of the source %s"
                            .formatted(extract.label(), messageOf(failure), extract.label(), source.name()),
                    failure);
        }
        return new IOException(
                "the query of %s was not answered to its end: %s".formatted(extract.label(), messageOf(failure)),
                failure);
    }

    private static String classOf(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.substring(0, Math.min(2, state.length()));
    }

    private String messageOf(SQLException failure) {
        String message = String.valueOf(failure.getMessage())
                .replaceAll("\\s+", " ")
                .strip()
                .replace(source.uri(), source.shownUri());
        Secret password = source.access().password();
        return password == null || password.text().isEmpty() ? message : message.replace(password.text(), "…");
    }
}
