package mx.abasto.jobs.extract;

import java.util.Set;
import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** The record at hand as the contract's columns. */
final class RowCells {
    private final Records records;
    private final int[] cells;
    private final @Nullable CellSource[] sources;
    private final @Nullable Set<String> nulls;

    private long rowNo;
    private @Nullable QuarantineReason failure;

    RowCells(Records records, ColumnMapping mapping, int columns) {
        this.records = records;
        this.cells = new int[columns];
        this.sources = new @Nullable CellSource[columns];
        for (int column = 0; column < columns; column++) {
            cells[column] = mapping.cellOf(column);
            sources[column] = mapping.sourceOf(column);
        }
        this.nulls = mapping.nulls().isEmpty() ? null : mapping.nulls();
    }

    /** Tells it the number of the record at hand. */
    void at(long number) {
        rowNo = number;
    }

    long rowNo() {
        return rowNo;
    }

    /** The text of a contract column, trimmed; null if it is empty. What was wrong with it is {@link #failure()}. */
    @Nullable
    String text(int column) {
        failure = null;
        CellSource source = sources[column];
        if (source != null) {
            return source.text(this);
        }
        int cell = cells[column];
        return cell < 0 ? null : sent(cell);
    }

    /** Why the text that was last asked for is not one to be read; null if it is. */
    @Nullable
    QuarantineReason failure() {
        return failure;
    }

    void fail(QuarantineReason reason) {
        failure = reason;
    }

    boolean isFailed(int cell) {
        return records.isFailed(cell);
    }

    /** The text of a cell, trimmed; null if it is empty or says that it is. */
    @Nullable
    String sent(int cell) {
        String text = records.trimmed(cell);
        return text != null && nulls != null && nulls.contains(text) ? null : text;
    }

    /** The trimmed text of the cell that a column's text is made from, whatever it says; null if there is none. */
    @Nullable
    String origin(int column) {
        int cell = cells[column];
        return cell < 0 ? null : records.trimmed(cell);
    }
}
