package mx.abasto.jobs.extract;

import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** What gives a contract column its text where that is not simply the text of a cell. */
interface CellSource {

    /** The text in the row at hand, trimmed; null for none. If it cannot be had, the row is told why. */
    @Nullable
    String text(RowCells row);

    /** The same text in every row; empty text is none. */
    static CellSource fixed(String text) {
        String trimmed = Blanks.trimmed(text);
        return row -> trimmed.isEmpty() ? null : trimmed;
    }

    /** The number of the row. */
    static CellSource rowNumber() {
        return row -> Long.toString(row.rowNo());
    }

    /** The result of an expression. */
    static CellSource computed(int cell) {
        return row -> {
            if (row.isFailed(cell)) {
                row.fail(QuarantineReason.UNKNOWN_VALUE);
            }
            return row.sent(cell);
        };
    }
}
