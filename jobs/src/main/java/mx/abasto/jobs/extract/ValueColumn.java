package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column of a reference or control file.
 *
 * @param required whether every row must have a value
 * @param fallback what an empty cell stands for; null for nothing
 */
record ValueColumn(
        String name,
        ValueType type,
        boolean required,
        @Nullable String fallback) {
    ValueColumn {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    static ValueColumn required(String name, ValueType type) {
        return new ValueColumn(name, type, true, null);
    }

    static ValueColumn optional(String name, ValueType type) {
        return new ValueColumn(name, type, false, null);
    }

    static ValueColumn defaulted(String name, ValueType type, String fallback) {
        return new ValueColumn(name, type, false, fallback);
    }
}
