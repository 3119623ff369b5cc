package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/**
 * A row that could not be read (contract section 2, {@code quarantine} in section 5).
 *
 * @param column the contract's column that is at fault; null if it is the row as a whole
 * @param value the text at fault, trimmed; null if there is none
 * @param raw the contract's columns as sent, as a JSON object
 * @param clues the site that the row belongs to, aliases replaced; null if that cannot be read
 * @param clave of a count, what was counted; null if that cannot be read, and for other extracts
 * @param lot likewise
 */
public record Quarantined(
        QuarantineReason reason,
        @Nullable String column,
        @Nullable String value,
        String raw,
        @Nullable String clues,
        @Nullable String clave,
        @Nullable String lot) {
    public Quarantined {
        requireNonNull(reason, "reason is null");
        requireNonNull(raw, "raw is null");
    }

    /** A row of which it is not known what it counts. */
    static Quarantined ofNoCell(
            QuarantineReason reason,
            @Nullable String column,
            @Nullable String value,
            String raw,
            @Nullable String clues) {
        return new Quarantined(reason, column, value, raw, clues, null, null);
    }
}
