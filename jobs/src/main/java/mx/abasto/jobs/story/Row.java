package mx.abasto.jobs.story;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import org.jspecify.annotations.Nullable;

/** A row that one of this package's scripts gave, its values by column. */
record Row(Map<String, @Nullable Object> values) {

    /** The rows of a script of this package, in its order. */
    static List<Row> all(Session session, String script) {
        try (Statement statement = session.connection().createStatement();
                ResultSet found = statement.executeQuery(SqlScripts.of(Row.class, script))) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, @Nullable Object> values = new HashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    values.put(found.getMetaData().getColumnName(column), found.getObject(column));
                }
                rows.add(new Row(values));
            }
            return rows;
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL of " + script + " failed: " + failure.getMessage(), failure);
        }
    }

    @Nullable
    Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("There is no column " + column + " among " + values.keySet());
        }
        return values.get(column);
    }

    @Nullable
    String textOrNull(String column) {
        return (String) value(column);
    }

    String text(String column) {
        return requireNonNull(textOrNull(column), column);
    }

    @Nullable
    Long wholeOrNull(String column) {
        Object value = value(column);
        return value == null ? null : (Long) ((Number) value).longValue();
    }

    long whole(String column) {
        return requireNonNull(wholeOrNull(column), column);
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    @Nullable
    BigDecimal decimalOrNull(String column) {
        return (BigDecimal) value(column);
    }

    @Nullable
    LocalDate dayOrNull(String column) {
        Object value = value(column);
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    LocalDate day(String column) {
        return requireNonNull(dayOrNull(column), column);
    }
}
