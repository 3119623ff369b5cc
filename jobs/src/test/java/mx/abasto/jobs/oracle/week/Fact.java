package mx.abasto.jobs.oracle.week;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a dataset, its cells read as what they are. */
record Fact(Map<String, @Nullable Object> cells) {

    private @Nullable Object cell(String column) {
        if (!cells.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
        }
        return cells.get(column);
    }

    @Nullable
    String text(String column) {
        Object value = cell(column);
        return value == null ? null : value.toString();
    }

    String name(String column) {
        return requireNonNull(text(column), column);
    }

    boolean is(String column, @Nullable String value) {
        String text = text(column);
        return text != null && text.equals(value);
    }

    @Nullable
    LocalDate day(String column) {
        return (LocalDate) cell(column);
    }

    LocalDate date(String column) {
        return requireNonNull(day(column), column);
    }

    boolean isTrue(String column) {
        return Boolean.TRUE.equals(cell(column));
    }

    @Nullable
    BigInteger number(String column) {
        Object value = cell(column);
        return value == null ? null : new BigInteger(value.toString());
    }

    /** 0 where there is none. */
    BigInteger pieces(String column) {
        BigInteger number = number(column);
        return number == null ? BigInteger.ZERO : number;
    }

    SiteClave key() {
        return new SiteClave(name("clues"), name("clave"));
    }
}
