package mx.abasto.jobs.pull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mx.abasto.common.model.Extract;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result, and its values as text, the same on every machine: null is empty, a date ISO, a time of
 * midnight its date, a time with a zone that of UTC, a number plain, and without decimals if it is whole.
 *
 * @param place 1 for the first
 */
record QueryColumn(int place, String label, Kind kind) {

    /** How its values become text. */
    enum Kind {
        DATE,
        TIMESTAMP,
        TIMESTAMP_WITH_ZONE,
        VALUE,
        TEXT
    }

    /**
     * The column at a place of a result.
     *
     * @throws RefusedException if its values cannot be text
     */
    static QueryColumn of(Extract extract, ResultSetMetaData described, int place)
            throws SQLException, RefusedException {
        String label = described.getColumnLabel(place);
        String type = String.valueOf(described.getColumnTypeName(place));
        Kind kind =
                switch (described.getColumnType(place)) {
                    case Types.DATE -> Kind.DATE;
                    case Types.TIMESTAMP ->
                        // What PostgreSQL's driver calls a timestamp may have a zone.
                        type.toLowerCase(Locale.ROOT).contains("tz") ? Kind.TIMESTAMP_WITH_ZONE : Kind.TIMESTAMP;
                    case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIMESTAMP_WITH_ZONE;
                    case Types.BIT,
                            Types.BOOLEAN,
                            Types.TINYINT,
                            Types.SMALLINT,
                            Types.INTEGER,
                            Types.BIGINT,
                            Types.REAL,
                            Types.FLOAT,
                            Types.DOUBLE,
                            Types.NUMERIC,
                            Types.DECIMAL -> Kind.VALUE;
                    case Types.ARRAY,
                            Types.BINARY,
                            Types.VARBINARY,
                            Types.LONGVARBINARY,
                            Types.BLOB,
                            Types.STRUCT,
                            Types.REF ->
                        throw new RefusedException(
                                "the query of %s has the column %s of the type %s, which cannot be written as text; leave it out or cast it"
                                        .formatted(extract.label(), label, type));
                    default -> Kind.TEXT;
                };
        return new QueryColumn(place, label, kind);
    }

    /** The value in the current row. */
    String text(ResultSet row) throws SQLException {
        return switch (kind) {
            case DATE -> textOrEmpty(row.getObject(place, LocalDate.class));
            case TIMESTAMP -> text(row.getObject(place, LocalDateTime.class));
            case TIMESTAMP_WITH_ZONE -> instant(row.getObject(place, OffsetDateTime.class));
            case VALUE -> value(row.getObject(place));
            case TEXT -> textOrEmpty(row.getString(place));
        };
    }

    private static String textOrEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(@Nullable LocalDateTime time) {
        if (time == null) {
            return "";
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static String instant(@Nullable OffsetDateTime time) {
        return time == null ? "" : time.toInstant().toString();
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? number(new BigDecimal(value.toString())) : value.toString();
        }
        return value instanceof BigDecimal number ? number(number) : textOrEmpty(value);
    }

    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() <= 0 ? shortest : number).toPlainString();
    }
}
