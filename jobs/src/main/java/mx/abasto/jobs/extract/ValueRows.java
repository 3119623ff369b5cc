package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.model.TextCut;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a reference or control file: all cells of a row are good, or the row is refused in words. */
final class ValueRows {
    private static final int SHOWN_CHARS_MAX = 80;

    private final List<ValueColumn> columns;
    private final int width;
    private final int[] cellOfColumn;
    private final Aliases aliases;

    private ValueRows(List<ValueColumn> columns, HeaderNames header, Aliases aliases) throws UnreadableFileException {
        this.columns = columns;
        this.width = header.width();
        this.cellOfColumn = new int[columns.size()];
        for (int column = 0; column < cellOfColumn.length; column++) {
            cellOfColumn[column] = header.cellOf(columns.get(column).name());
        }
        this.aliases = aliases;
    }

    /** Takes the header; columns of CLUES may carry aliases. */
    static ValueRows of(CsvRecords records, List<ValueColumn> columns, Aliases aliases) throws IOException {
        ValueRows rows = new ValueRows(columns, HeaderNames.first(records), aliases);
        List<String> missing = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (rows.cellOfColumn[column] < 0 && columns.get(column).required()) {
                missing.add(columns.get(column).name());
            }
        }
        if (!missing.isEmpty()) {
            throw HeaderNames.missing(missing);
        }
        return rows;
    }

    /** Canonical cells in the order of the columns, null for empty. */
    @Nullable
    String[] read(CsvRecords record) throws UnreadableRowException {
        if (record.isUnclosed()) {
            throw new UnreadableRowException("a quoted cell is not closed on the line where it opens");
        }
        if (record.isTooLong() || record.size() != width) {
            throw new UnreadableRowException("it has %d cells and the header has %d".formatted(record.size(), width));
        }
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (int column = 0; column < cells.length; column++) {
            int cell = cellOfColumn[column];
            cells[column] = read(columns.get(column), cell < 0 ? null : record.trimmed(cell));
        }
        return cells;
    }

    private @Nullable String read(ValueColumn column, @Nullable String text) throws UnreadableRowException {
        if (text == null && !column.required()) {
            return column.fallback();
        }
        if (text == null) {
            throw unreadable(column, "is empty");
        }
        if (StrictText.isBad(text)) {
            throw new UnreadableRowException(
                    "column %s is \"%s\", which is not in the file's charset".formatted(column.name(), shown(text)));
        }
        String resolved = column.type().mayBeClues() ? aliases.resolved(text) : text;
        return column.type().read(resolved).orElseThrow(() -> unreadable(column, "is \"%s\"".formatted(shown(text))));
    }

    private static UnreadableRowException unreadable(ValueColumn column, String what) {
        return new UnreadableRowException("column %s %s; it must be %s"
                .formatted(column.name(), what, column.type().expectation()));
    }

    private static String shown(String text) {
        return TextCut.shortened(StrictText.shown(text), SHOWN_CHARS_MAX + 1);
    }
}
