package mx.abasto.jobs.cli;

import java.util.Map;
import mx.abasto.common.model.TextCut;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name of the rows' column
 * @param header what stands above it
 * @param rank how important it is, 1 the most; the least important are the first to be left out
 * @param charsMin how short its texts may be made; 0 for never
 * @param isNumber whether it stands to the right
 */
record Column(String name, String header, int rank, int charsMin, boolean isNumber) {

    /** A column of numbers, never shortened. */
    static Column number(String name, String header, int rank) {
        return new Column(name, header, rank, 0, true);
    }

    /** A column of keys, never shortened. */
    static Column key(String name, String header, int rank) {
        return new Column(name, header, rank, 0, false);
    }

    /** A column of texts that may be shortened. */
    static Column text(String name, String header, int rank, int charsMin) {
        return new Column(name, header, rank, Math.max(charsMin, header.length()), false);
    }

    String text(Map<String, @Nullable Object> row) {
        return Cells.readable(row.get(name));
    }

    String padded(String text, int width) {
        String cut = TextCut.shortened(text, width);
        String blanks = " ".repeat(width - cut.length());
        return isNumber ? blanks + cut : cut + blanks;
    }
}
