package mx.abasto.jobs.oracle;

import org.jspecify.annotations.Nullable;

/** Why a row is quarantined, and the cell that shows it; no cell for what concerns the whole row. */
record Fault(
        String reason, @Nullable String column, @Nullable String value) {

    static Fault ofRow(String reason) {
        return new Fault(reason, null, null);
    }
}
