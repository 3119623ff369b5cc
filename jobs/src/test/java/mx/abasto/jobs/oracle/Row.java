package mx.abasto.jobs.oracle;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A dataset's row: columns by name, in the contract's order; Long, LocalDate, String, Boolean, BigDecimal or List. */
public final class Row extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1;

    public Row with(String column, @Nullable Object value) {
        put(column, value);
        return this;
    }
}
