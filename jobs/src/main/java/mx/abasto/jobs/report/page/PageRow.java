package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import org.jspecify.annotations.Nullable;

/** A row that one of the page's scripts gave, its values by column. */
record PageRow(Map<String, @Nullable Object> values) {

    /** The rows of a script of this package, in its order. */
    static List<PageRow> all(Session session, String script) {
        try (Statement statement = session.connection().createStatement();
                ResultSet found = statement.executeQuery(SqlScripts.of(PageRow.class, script))) {
            List<PageRow> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, @Nullable Object> values = new HashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    values.put(found.getMetaData().getColumnName(column), found.getObject(column));
                }
                rows.add(new PageRow(values));
            }
            return rows;
        } catch (SQLException failure) {
            throw AbastoException.failed(
                    "The SQL of the page's %s failed: %s".formatted(script, failure.getMessage()), failure);
        }
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("There is no column " + column + " among " + values.keySet());
        }
        return values.get(column);
    }

    /** A text; empty for NULL. */
    String text(String column) {
        return Objects.toString(value(column), "");
    }

    /** Whether a condition holds; NULL is no. */
    boolean is(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    @Nullable
    BigDecimal number(String column) {
        Object value = value(column);
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return value instanceof BigDecimal decimal || value == null
                ? (BigDecimal) value
                : BigDecimal.valueOf(((Number) value).longValue());
    }

    /** A sum or a count: 0 for NULL. */
    BigDecimal sum(String column) {
        return Objects.requireNonNullElse(number(column), BigDecimal.ZERO);
    }

    @Nullable
    LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    Share share(String part, String whole) {
        return new Share(sum(part), sum(whole));
    }
}
