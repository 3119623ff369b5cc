package mx.abasto.common.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV as RFC 4180 has them, but for the line's end, which is a line feed: cells quoted only where they need it,
 * an empty cell for null.
 *
 * @param delimiter between cells
 * @param quote around cells that hold a delimiter, a quote or a control character
 */
public record CsvLine(char delimiter, char quote) {
    /** With comma and double quote. */
    public static final CsvLine CANONICAL = new CsvLine(',', '"');

    /** The line of these cells, its end included. */
    public String of(List<@Nullable String> cells) {
        StringBuilder line = new StringBuilder(128);
        if (cells.size() == 1 && (cells.get(0) == null || cells.get(0).isEmpty())) {
            // A line with nothing on it would be no row.
            return line.append(quote).append(quote).append('\n').toString();
        }
        for (int index = 0; index < cells.size(); index++) {
            if (index > 0) {
                line.append(delimiter);
            }
            append(line, cells.get(index));
        }
        return line.append('\n').toString();
    }

    private void append(StringBuilder line, @Nullable String cell) {
        if (cell == null) {
            return;
        }
        if (!needsQuotes(cell)) {
            line.append(cell);
            return;
        }
        line.append(quote);
        for (int index = 0; index < cell.length(); index++) {
            char character = cell.charAt(index);
            if (character == quote) {
                line.append(quote);
            }
            line.append(character);
        }
        line.append(quote);
    }

    private boolean needsQuotes(String cell) {
        for (int index = 0; index < cell.length(); index++) {
            char character = cell.charAt(index);
            if (character == delimiter || character == quote || character < ' ') {
                return true;
            }
        }
        return false;
    }
}
