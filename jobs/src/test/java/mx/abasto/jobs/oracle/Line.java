package mx.abasto.jobs.oracle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that reads well.
 *
 * @param values by column, as String, Long, LocalDate or Boolean; a column without a value is absent
 */
record Line(Shape shape, Map<String, Object> values, String file, long rowNo) {

    Line {
        values = Map.copyOf(values);
    }

    String extract() {
        return shape.extract();
    }

    /** Numbers compare as numbers: line_no 1 and 01 are the same key. */
    String key() {
        StringBuilder key = new StringBuilder(extract());
        for (String column : shape.key()) {
            key.append('\n').append(values.get(column));
        }
        return key.toString();
    }

    boolean isCancelled() {
        return Boolean.TRUE.equals(values.get("cancelled"));
    }

    boolean hasContentOf(Line other) {
        return values.equals(other.values);
    }

    String text(String column) {
        return (String) requireNonNull(values.get(column), column);
    }

    @Nullable
    String textOrNull(String column) {
        return (String) values.get(column);
    }

    long number(String column) {
        return (Long) requireNonNull(values.get(column), column);
    }

    @Nullable
    Long numberOrNull(String column) {
        return (Long) values.get(column);
    }

    LocalDate date(String column) {
        return (LocalDate) requireNonNull(values.get(column), column);
    }

    @Nullable
    LocalDate dateOrNull(String column) {
        return (LocalDate) values.get(column);
    }

    String site() {
        return text(shape.site());
    }

    LocalDate eventDate() {
        return date(shape.dated());
    }
}
