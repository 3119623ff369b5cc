package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text, one after another, in memory bounded by the longest record allowed.
 *
 * <p>Blank lines are no records. A quote opens a cell only as its first character; elsewhere it is a character like any
 * other. A quoted cell that does not end as one (a quote, then blanks, then a delimiter or the line's end) makes the
 * record {@link #isUnclosed()}: the record ends with the line on which that cell opens, and reading goes on with the
 * next line, so that a lost quote never swallows rows. A record beyond {@link CharWindow#RECORD_CHARS_MAX} is cut: its
 * open quote counts as unclosed; without one, the rest of its line is dropped.
 *
 * <p>The search for a closing quote stops at the first run of quotes of odd length, or at the bound. A line that opens
 * a quote in vain has such a run itself, so the searches of a file hardly overlap, and its characters are looked at a
 * few times at most, however the quotes are placed.
 */
final class CsvRecords implements Records {
    private static final char BOM = '\uFEFF';
    private static final int NONE = -1;

    private final CharWindow window;
    private final RecordCells cells;
    private final char delimiter;
    private final char quote;
    private final char lastOfEnds; // of the characters that end a plain cell, so that most others are told at once

    private boolean isAtStart = true;
    private boolean hasLineFeedPending;
    private long scanned;

    // The current record.
    private int unclosedCell = NONE;
    private boolean isTooLong;
    private boolean mayHaveBadText;

    CsvRecords(Reader reader, char delimiter, char quote) {
        this.window = new CharWindow(reader);
        this.cells = new RecordCells(window, quote);
        this.delimiter = delimiter;
        this.quote = quote;
        this.lastOfEnds = delimiter > '\r' ? delimiter : '\r';
    }

    /** The records of a file, gzip or not; closing them closes the bytes. */
    static CsvRecords open(InputStream bytes, String fileName, CsvDialect dialect) throws IOException {
        Reader text = StrictText.open(StrictGzip.plain(bytes, fileName), dialect.charset());
        return new CsvRecords(text, dialect.delimiter(), dialect.quote());
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (!begin()) {
                return false;
            }
            boolean hasMore = true;
            while (hasMore) {
                hasMore = window.isAt(quote) ? readQuotedCell() : readPlainCell();
            }
        } while (isBlankLine());
        return true;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public boolean isUnclosed() {
        return unclosedCell != NONE;
    }

    @Override
    public int unclosedCell() {
        return unclosedCell;
    }

    @Override
    public boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public boolean mayHaveBadText() {
        return mayHaveBadText;
    }

    /** How often characters were looked at so far: what reading costs. */
    long scanned() {
        return scanned;
    }

    @Override
    public String cell(int index) {
        return cells.cell(index);
    }

    @Override
    public @Nullable String trimmed(int index) {
        return cells.trimmed(index);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private boolean begin() throws IOException {
        window.begin();
        cells.clear();
        unclosedCell = NONE;
        isTooLong = false;
        mayHaveBadText = false;
        if (hasLineFeedPending && window.isAt('\n')) {
            window.position++;
        }
        hasLineFeedPending = false;
        while (isAtStart && window.isAt(BOM)) {
            window.position++;
        }
        isAtStart = false;
        window.begin();
        return window.hasText();
    }

    /** Reads from the position to a delimiter (true) or the end of the line (false). */
    private boolean readPlainCell() throws IOException {
        int start = window.offset();
        while (window.hasText()) {
            char[] chars = window.chars;
            int from = window.position;
            int end = window.end();
            int at = from;
            while (at < end) {
                char character = chars[at];
                if (character <= lastOfEnds) {
                    if (character == delimiter || character == '\n' || character == '\r') {
                        break;
                    }
                } else if (character == StrictText.BAD) {
                    mayHaveBadText = true;
                }
                at++;
            }
            scanned += at - from;
            window.position = at;
            if (at < end) {
                cells.add(start, window.offset());
                return endCell();
            }
        }
        cells.add(start, window.offset());
        if (window.isFull()) {
            isTooLong = true;
            endLongLine();
        }
        return false;
    }

    /** As {@link #readPlainCell()}, from a cell's opening quote. */
    private boolean readQuotedCell() throws IOException {
        int opening = window.offset();
        boolean isDoubled = false;
        step();
        while (findQuote()) {
            int closing = window.offset();
            step();
            if (window.isAt(quote)) {
                isDoubled = true;
                step();
            } else if (!endsCell()) {
                return readUnclosedCell(opening);
            } else {
                if (isDoubled) {
                    cells.addDoubled(opening + 1, closing);
                } else {
                    cells.add(opening + 1, closing);
                }
                return window.hasText() && endCell();
            }
        }
        return readUnclosedCell(opening);
    }

    private boolean findQuote() throws IOException {
        while (window.hasText()) {
            char[] chars = window.chars;
            int from = window.position;
            int end = window.end();
            int at = from;
            while (at < end && chars[at] != quote) {
                if (chars[at] == StrictText.BAD) {
                    mayHaveBadText = true;
                }
                at++;
            }
            scanned += at - from;
            window.position = at;
            if (at < end) {
                return true;
            }
        }
        return false;
    }

    /** Skips the blanks behind a closing quote; whether the cell ends there. */
    private boolean endsCell() throws IOException {
        while (!window.isAt(delimiter) && !window.isAtLineEnd()) {
            if (!window.isAt(' ') && !window.isAt('\t')) {
                return !window.hasText() && !window.isFull();
            }
            step();
        }
        return true;
    }

    /** Goes back to the opening quote and takes the rest of its line for the cell: the record ends there. */
    private boolean readUnclosedCell(int opening) throws IOException {
        window.position = window.start + opening + 1;
        while (window.hasText() && !window.isAtLineEnd()) {
            if (window.isAt(StrictText.BAD)) {
                mayHaveBadText = true;
            }
            step();
        }
        cells.add(opening + 1, window.offset());
        unclosedCell = cells.size() - 1;
        if (window.isFull()) {
            endLongLine();
        } else if (window.hasText()) {
            endCell();
        }
        return false;
    }

    private void endLongLine() throws IOException {
        scanned += window.dropRestOfLine();
        hasLineFeedPending = false;
    }

    /** Steps over the delimiter (true) or the line's end (false) at the position. */
    private boolean endCell() {
        char character = window.chars[window.position];
        step();
        hasLineFeedPending = character == '\r';
        return character == delimiter;
    }

    private void step() {
        window.position++;
        scanned++;
    }

    private boolean isBlankLine() {
        if (cells.size() != 1 || isUnclosed() || isTooLong) {
            return false;
        }
        boolean isQuoted = window.chars[window.start] == quote;
        return !isQuoted && cells.trimmed(0) == null;
    }
}
