package mx.abasto.jobs.extract;

import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** What is wrong with a row: of all that is noted, the first reason in the contract's order, then the first column. */
final class RowFault {
    private int noted;
    private @Nullable QuarantineReason reason;
    private int column;
    private @Nullable String value;

    void clear() {
        noted = 0;
        reason = null;
        value = null;
    }

    void note(QuarantineReason candidate, int candidateColumn, @Nullable String candidateValue) {
        noted++;
        int order = reason == null ? -1 : candidate.compareTo(reason);
        if (order < 0 || (order == 0 && candidateColumn < column)) {
            reason = candidate;
            column = candidateColumn;
            value = candidateValue;
        }
    }

    /** How often anything was noted. */
    int noted() {
        return noted;
    }

    /** Null if nothing is wrong. */
    @Nullable
    QuarantineReason reason() {
        return reason;
    }

    int column() {
        return column;
    }

    @Nullable
    String value() {
        return value;
    }
}
