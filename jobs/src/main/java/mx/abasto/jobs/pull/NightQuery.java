package mx.abasto.jobs.pull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import mx.abasto.common.model.Extract;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * The query of an extract, with the day in place of each {@code :night}, be there one, several or none. Texts, comments
 * and casts such as {@code ::date} are left as they are.
 */
record NightQuery(Extract extract, String sql) {
    private static final String NIGHT = "night";

    /**
     * The query, ready to be run for a day.
     *
     * @throws RefusedException if it has a place for anything but the night
     */
    PreparedStatement prepare(Connection connection, LocalDate day) throws SQLException, RefusedException {
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
        MapSqlParameterSource values = new MapSqlParameterSource(NIGHT, day);
        Object[] days = days(parsed, values);
        PreparedStatement statement = connection.prepareStatement(
                NamedParameterUtils.substituteNamedParameters(parsed, values),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        try {
            for (int index = 0; index < days.length; index++) {
                statement.setObject(index + 1, day);
            }
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    private Object[] days(ParsedSql parsed, MapSqlParameterSource values) throws RefusedException {
        try {
            return NamedParameterUtils.buildValueArray(parsed, values, null);
        } catch (InvalidDataAccessApiUsageException unknown) {
            throw new RefusedException(
                    "the query of %s has a place for something else than :night (%s). A colon that is none is written \\:"
                            .formatted(extract.label(), unknown.getMessage()),
                    unknown);
        }
    }
}
