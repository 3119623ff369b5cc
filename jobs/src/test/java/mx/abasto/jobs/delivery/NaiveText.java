package mx.abasto.jobs.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The records of a CSV text, read letter by letter with the whole text at hand: the grammar that the product reads by,
 * said a second time in the plainest way.
 */
final class NaiveText {
    /** How far a record reaches at most. */
    static final int RECORD_CHARS_MAX = 1 << 20;

    /** Whether the cells can be told from each other: no quote left open, nothing beyond the bound. */
    record Row(List<String> cells, boolean isSound) {}

    private final String text;
    private int at;

    private NaiveText(String text) {
        this.text = text;
    }

    /** All of them, the header's too; blank lines are none. */
    static List<Row> rows(String text) {
        NaiveText naive = new NaiveText(text);
        while (naive.isAt('\uFEFF')) {
            naive.at++;
        }
        List<Row> rows = new ArrayList<>();
        while (naive.at < text.length()) {
            boolean isQuoted = naive.isAt('"');
            Row row = naive.next();
            boolean isBlank = !isQuoted
                    && row.cells().size() == 1
                    && trimmed(row.cells().get(0)).isEmpty();
            if (!isBlank) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Without white space, no-break spaces and byte order marks around it. */
    static String trimmed(String cell) {
        return cell.replaceAll("^[\\s\\p{Z}\\x1C-\\x1F\uFEFF]+|[\\s\\p{Z}\\x1C-\\x1F\uFEFF]+$", "");
    }

    private Row next() {
        int bound = at + RECORD_CHARS_MAX;
        List<String> cells = new ArrayList<>();
        while (true) {
            if (isAt('"')) {
                OptionalInt closing = closing(bound);
                if (closing.isEmpty()) {
                    cells.add(text.substring(at + 1, lineEnd(at)));
                    at = afterLineEnd(lineEnd(at));
                    return new Row(cells, false);
                }
                cells.add(text.substring(at + 1, closing.getAsInt()).replace("\"\"", "\""));
                at = afterBlanks(closing.getAsInt() + 1);
            } else {
                int end = at;
                while (end < text.length() && text.charAt(end) != ',' && !isLineEnd(end)) {
                    end++;
                }
                cells.add(text.substring(at, end));
                at = end;
            }
            if (at >= bound) {
                at = afterLineEnd(lineEnd(at));
                return new Row(cells, false);
            }
            if (!isAt(',')) {
                at = afterLineEnd(at);
                return new Row(cells, true);
            }
            at++;
        }
    }

    /** Where the quote that opens here closes, if its cell ends there, blanks aside. */
    private OptionalInt closing(int bound) {
        int quote = text.indexOf('"', at + 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        if (quote < 0 || quote >= bound) {
            return OptionalInt.empty();
        }
        int end = afterBlanks(quote + 1);
        boolean ends = end == text.length() || text.charAt(end) == ',' || isLineEnd(end);
        return ends ? OptionalInt.of(quote) : OptionalInt.empty();
    }

    private int afterBlanks(int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        return end;
    }

    private int afterLineEnd(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    }

    private boolean isLineEnd(int place) {
        return text.charAt(place) == '\n' || text.charAt(place) == '\r';
    }

    private boolean isAt(char letter) {
        return at < text.length() && text.charAt(at) == letter;
    }
}
