package mx.abasto.jobs.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name of the rows' column
 * @param header what stands above it
 * @param rank how important it is, 1 the most; the least important are the first that find no room
 * @param charsMin how short its texts may be made; 0 for never
 * @param use what it is for
 * @param charsMax how much of its beginning is shown where all of it is never needed; 0 for all
 */
record Column(String name, String header, int rank, int charsMin, Use use, int charsMax) {

    /** What a column is for. */
    enum Use {
        /** Tells rows apart: where it finds no room beside the others, it stands under its row. */
        KEY,
        /** A figure, to the right. */
        NUMBER,
        /** Says more of a row. */
        TEXT
    }

    /** A column of numbers, never shortened. */
    static Column number(String name, String header, int rank) {
        return new Column(name, header, rank, 0, Use.NUMBER, 0);
    }

    /** A column that tells rows apart: never shortened and never left out. */
    static Column key(String name, String header, int rank) {
        return new Column(name, header, rank, 0, Use.KEY, 0);
    }

    /** A column of ids of which the first characters do to tell rows apart. */
    static Column id(String name, String header, int rank, int charsMax) {
        return new Column(name, header, rank, 0, Use.KEY, charsMax);
    }

    /** A column of words, never shortened. */
    static Column word(String name, String header, int rank) {
        return new Column(name, header, rank, 0, Use.TEXT, 0);
    }

    /** A column of texts that may be shortened. */
    static Column text(String name, String header, int rank, int charsMin) {
        return new Column(name, header, rank, Math.max(charsMin, header.length()), Use.TEXT, 0);
    }

    boolean isKey() {
        return use == Use.KEY;
    }

    boolean isNumber() {
        return use == Use.NUMBER;
    }

    String text(Map<String, @Nullable Object> row) {
        String text = DisplayText.oneLine(Cells.readable(row.get(name)));
        return charsMax == 0 || text.length() <= charsMax ? text : text.substring(0, charsMax);
    }

    String padded(String text, int width) {
        String cut = DisplayText.cut(text, width);
        String blanks = " ".repeat(width - DisplayText.width(cut));
        return isNumber() ? blanks + cut : cut + blanks;
    }
}
