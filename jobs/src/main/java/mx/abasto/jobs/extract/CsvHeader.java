package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a file has the columns that are known, and which of its columns are dropped. */
final class CsvHeader {
    private static final int NONE = -1;

    private final List<String> known;
    private final int[] cellOfColumn;
    private final int[] columnOfCell;

    private CsvHeader(List<String> known, int width) {
        this.known = known;
        this.cellOfColumn = new int[known.size()];
        this.columnOfCell = new int[width];
        Arrays.fill(cellOfColumn, NONE);
        Arrays.fill(columnOfCell, NONE);
    }

    /**
     * Takes the first record for the header.
     *
     * @throws UnreadableFileException if there is none, a required column is missing or a known one is there twice
     */
    static CsvHeader read(CsvRecords records, List<String> known, List<String> required) throws IOException {
        if (!records.next()) {
            throw new UnreadableFileException("no header");
        }
        if (records.isUnclosed()) {
            throw new UnreadableFileException("a quote in the header is not closed");
        }
        if (records.isTooLong()) {
            throw new UnreadableFileException("the header is longer than a record may be");
        }
        CsvHeader header = new CsvHeader(known, records.size());
        for (int cell = 0; cell < records.size(); cell++) {
            header.place(records.trimmed(cell), cell);
        }
        List<String> missing =
                required.stream().filter(name -> !header.hasColumn(name)).toList();
        if (!missing.isEmpty()) {
            String columns = missing.size() == 1 ? "column " : "columns ";
            throw new UnreadableFileException("the header lacks the required " + columns + String.join(", ", missing));
        }
        return header;
    }

    private void place(@Nullable String name, int cell) throws UnreadableFileException {
        int column = name == null ? NONE : known.indexOf(name);
        if (column == NONE) {
            return;
        }
        if (cellOfColumn[column] != NONE) {
            throw new UnreadableFileException("the header has column " + name + " twice");
        }
        cellOfColumn[column] = cell;
        columnOfCell[cell] = column;
    }

    private boolean hasColumn(String name) {
        return cellOfColumn[known.indexOf(name)] != NONE;
    }

    /** How many cells a row must have. */
    int width() {
        return columnOfCell.length;
    }

    /** The cell that a known column has in each row; −1 if the file does not have the column. */
    int cellOf(int column) {
        return cellOfColumn[column];
    }

    boolean isDropped(int cell) {
        return columnOfCell[cell] == NONE;
    }

    /** Name of the known column that a cell belongs to. */
    String nameOf(int cell) {
        return known.get(columnOfCell[cell]);
    }

    /** The first cell whose column is dropped; the width if none is. */
    int firstDropped() {
        int cell = 0;
        while (cell < width() && !isDropped(cell)) {
            cell++;
        }
        return cell;
    }

    /** The last cell whose column is dropped; −1 if none is. */
    int lastDropped() {
        int cell = width() - 1;
        while (cell >= 0 && !isDropped(cell)) {
            cell--;
        }
        return cell;
    }
}
