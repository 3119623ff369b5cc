package mx.abasto.jobs.oracle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a delivered file: a line, or a fault.
 *
 * @param site the row's CLUES, aliases replaced, if it is readable, whatever became of the row
 * @param quantity what a control file sums, if it reads as BIGINT
 * @param cell of a count: whose it is, if that is readable, whatever became of the row
 * @param raw contract columns only, as JSON
 */
record ReadRow(
        long rowNo,
        @Nullable Line line,
        @Nullable Fault fault,
        @Nullable String site,
        @Nullable Long quantity,
        @Nullable Cell cell,
        String raw) {

    ReadRow inConflict() {
        // AMBIGUOUS: a key conflict names no column and no value; alternative: the key.
        return new ReadRow(rowNo, null, Fault.ofRow("KEY_CONFLICT"), site, quantity, cell, raw);
    }

    ReadRow as(Line other) {
        return new ReadRow(rowNo, other, null, site, quantity, cell, raw);
    }

    /** A record that cannot be split into fields. */
    boolean isUnsplit() {
        return fault != null && Set.of("FIELD_COUNT", "UNCLOSED_QUOTE").contains(fault.reason());
    }
}
