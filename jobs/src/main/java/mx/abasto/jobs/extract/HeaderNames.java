package mx.abasto.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of a file's columns. They are compared without case, white space and characters that cannot be seen: people
 * edit headers by hand.
 */
final class HeaderNames {
    private static final int NONE = -1;
    private static final int TWICE = -2;

    private final List<String> names;
    private final BitSet typed;
    private final Map<String, Integer> cellByName = new HashMap<>();

    /**
     * Names as sent.
     *
     * @param typed the columns whose texts are not the sender's, but made from numbers and dates
     */
    HeaderNames(List<String> names, BitSet typed) {
        this.names = List.copyOf(names);
        this.typed = typed;
        for (int cell = 0; cell < names.size(); cell++) {
            cellByName.merge(normal(names.get(cell)), cell, (first, second) -> TWICE);
        }
    }

    /**
     * Takes the first record for the header.
     *
     * @throws UnreadableFileException if there is none, or it is malformed
     */
    static HeaderNames first(Records records) throws IOException {
        if (!records.next()) {
            throw new UnreadableFileException("no header");
        }
        if (records.isUnclosed()) {
            throw new UnreadableFileException("a quote in the header is not closed");
        }
        if (records.isTooLong()) {
            throw new UnreadableFileException("the header is longer than a record may be");
        }
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < records.size(); cell++) {
            names.add(records.cell(cell));
        }
        return new HeaderNames(names, new BitSet());
    }

    /** A column's name, as sent. */
    String name(int cell) {
        return names.get(cell);
    }

    /** How many cells a row must have. */
    int width() {
        return names.size();
    }

    /**
     * The cell of that name in each row; −1 if the file does not have it.
     *
     * @throws UnreadableFileException if it has two
     */
    int cellOf(String name) throws UnreadableFileException {
        int cell = cellByName.getOrDefault(normal(name), NONE);
        if (cell == TWICE) {
            throw new UnreadableFileException("the header has column " + name + " twice");
        }
        return cell;
    }

    boolean isTyped(int cell) {
        return typed.get(cell);
    }

    /** What to throw where required columns are missing. */
    static UnreadableFileException missing(List<String> columns) {
        return new UnreadableFileException("the header lacks the required %s %s"
                .formatted(columns.size() == 1 ? "column" : "columns", String.join(", ", columns)));
    }

    /** A name as it is compared. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        for (int index = 0; index < name.length(); index++) {
            if (!Blanks.isUnseen(name.charAt(index))) {
                normal.append(name.charAt(index));
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
