package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a reference or control file: all cells of a row are good, or the row is refused in words. */
final class ValueRows {
    private static final int SHOWN_CHARS_MAX = 80;

    private final List<ValueColumn> columns;
    private final CsvHeader header;
    private final Aliases aliases;

    private ValueRows(List<ValueColumn> columns, CsvHeader header, Aliases aliases) {
        this.columns = columns;
        this.header = header;
        this.aliases = aliases;
    }

    /** Takes the header; columns of CLUES may carry aliases. */
    static ValueRows of(CsvRecords records, List<ValueColumn> columns, Aliases aliases) throws IOException {
        List<String> names = columns.stream().map(ValueColumn::name).toList();
        List<String> required = columns.stream()
                .filter(ValueColumn::required)
                .map(ValueColumn::name)
                .toList();
        return new ValueRows(columns, CsvHeader.read(records, names, required), aliases);
    }

    /** Canonical cells in the order of the columns, null for empty. */
    @Nullable
    String[] read(CsvRecords record) throws UnreadableRowException {
        if (record.isUnclosed()) {
            throw new UnreadableRowException("a quoted cell is not closed on the line where it opens");
        }
        if (record.isTooLong() || record.size() != header.width()) {
            throw new UnreadableRowException(
                    "it has %d cells and the header has %d".formatted(record.size(), header.width()));
        }
        @Nullable String[] cells = new @Nullable String[columns.size()];
        for (int column = 0; column < cells.length; column++) {
            int cell = header.cellOf(column);
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
        String resolved = column.type() == ValueType.CLUES ? aliases.resolved(text) : text;
        return column.type().read(resolved).orElseThrow(() -> unreadable(column, "is \"%s\"".formatted(shown(text))));
    }

    private static UnreadableRowException unreadable(ValueColumn column, String what) {
        return new UnreadableRowException("column %s %s; it must be %s"
                .formatted(column.name(), what, column.type().expectation()));
    }

    private static String shown(String text) {
        String shown = StrictText.shown(text);
        return shown.length() <= SHOWN_CHARS_MAX ? shown : shown.substring(0, SHOWN_CHARS_MAX) + '…';
    }
}
