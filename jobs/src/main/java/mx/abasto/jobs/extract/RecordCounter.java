package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.Reader;

/**
 * Counts the records of a CSV text that passes through it, by the grammar that {@link CsvRecords} states but with code
 * of its own, so that a row which one of them loses is missed by the other.
 *
 * <p>A quoted cell may turn out unclosed long after it opened, and then its record ended with the line on which it
 * opened. So while a cell is open, a second count goes along as if it were unclosed. In that count no cell stays open:
 * within an open cell all quotes are doubled, and a cell that begins with doubled quotes ends with them.
 */
final class RecordCounter extends Reader {
    private static final char BOM = '\uFEFF';

    /** Where a line of the text stands. */
    private enum Place {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        BEHIND_QUOTED,
        REST_OF_LINE
    }

    /** One reading of the text so far. */
    private static final class Track {
        private Place place = Place.CELL_START;
        private long records;
        private boolean isBlank = true; // nothing but blanks on the line so far
        private long chars; // of the record so far

        private void copy(Track other) {
            place = other.place;
            records = other.records;
            isBlank = other.isBlank;
            chars = other.chars;
        }

        private void endLine() {
            if (!isBlank) {
                records++;
            }
            place = Place.CELL_START;
            isBlank = true;
            chars = 0;
        }
    }

    private final Reader reader;
    private final char delimiter;
    private final char quote;
    private final char lastOfTelling; // of the characters that end a skip, so that most others are told at once
    private final Track track = new Track();
    private final Track unclosed = new Track(); // as if the open cell were unclosed; of use while one is open
    private boolean isAtStart = true;

    RecordCounter(Reader reader, char delimiter, char quote) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.quote = quote;
        this.lastOfTelling = quote > '\r' ? quote : '\r';
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = reader.read(target, offset, length);
        int index = offset;
        while (index < offset + count) {
            index = take(target, index, offset + count);
        }
        return count;
    }

    /** How many records have passed, the last one too if the text ends here. */
    long records() {
        boolean isUnclosed = track.place == Place.QUOTED || (isOpen() && track.chars >= CharWindow.RECORD_CHARS_MAX);
        Track last = isUnclosed ? unclosed : track;
        return last.records + (last.isBlank ? 0 : 1);
    }

    /** Takes the character at {@code index}, and those behind it that change nothing; where it went on from there. */
    private int take(char[] chars, int index, int end) {
        char character = chars[index];
        if (isAtStart && character == BOM) {
            return index + 1;
        }
        isAtStart = false;
        if (isOpen()) {
            inQuotes(character);
            return track.place == Place.QUOTED && unclosed.place == Place.REST_OF_LINE
                    ? skip(chars, index + 1, end, quote)
                    : index + 1;
        }
        step(track, character);
        openIfQuoted();
        if (track.isBlank || isOpen()) {
            return index + 1;
        }
        return track.place == Place.REST_OF_LINE ? skip(chars, index + 1, end, '\n') : skipCells(chars, index + 1, end);
    }

    /** Up to the end of the line, or a quote that opens a cell. */
    private int skipCells(char[] chars, int from, int end) {
        int at = from;
        while (at < end) {
            char character = chars[at];
            if (character <= lastOfTelling && endsSkip(character, chars[at - 1])) {
                break;
            }
            at++;
        }
        track.chars += at - from;
        track.place = chars[at - 1] == delimiter ? Place.CELL_START : Place.PLAIN;
        return at;
    }

    private boolean endsSkip(char character, char before) {
        return character == '\n' || character == '\r' || (character == quote && before == delimiter);
    }

    /** Up to the next character that can change the place of either count. */
    private int skip(char[] chars, int from, int end, char telling) {
        long left = isOpen() ? CharWindow.RECORD_CHARS_MAX - track.chars : end;
        int last = (int) Math.min(end, from + Math.max(0, left));
        int at = from;
        while (at < last && chars[at] != telling && chars[at] != '\n' && chars[at] != '\r') {
            at++;
        }
        track.chars += at - from;
        unclosed.chars += at - from;
        return at;
    }

    private boolean isOpen() {
        return track.place == Place.QUOTED
                || track.place == Place.QUOTE_IN_QUOTED
                || track.place == Place.BEHIND_QUOTED;
    }

    private void openIfQuoted() {
        if (isOpen()) {
            unclosed.copy(track);
            unclosed.place = Place.REST_OF_LINE;
        }
    }

    private void inQuotes(char character) {
        step(track, character);
        if (track.place != Place.REST_OF_LINE) {
            step(unclosed, character);
            return;
        }
        track.copy(unclosed); // which has not seen the character
        openIfQuoted();
        if (isOpen()) {
            inQuotes(character);
        } else {
            step(track, character);
            openIfQuoted();
        }
    }

    /** One character on; an open cell that turns out unclosed is at the {@code REST_OF_LINE}. */
    private void step(Track at, char character) {
        if (at.place != Place.QUOTED && (character == '\n' || character == '\r')) {
            boolean isBehindQuote = at.place == Place.QUOTE_IN_QUOTED || at.place == Place.BEHIND_QUOTED;
            if (isBehindQuote && at.chars >= CharWindow.RECORD_CHARS_MAX) {
                at.place = Place.REST_OF_LINE;
            } else {
                at.endLine();
            }
            return;
        }
        at.chars++;
        boolean isWithinBound = at.chars <= CharWindow.RECORD_CHARS_MAX;
        at.isBlank = at.isBlank
                && at.chars < CharWindow.RECORD_CHARS_MAX
                && character != delimiter
                && Blanks.isBlank(character);
        at.place = switch (at.place) {
            case CELL_START -> atCellStart(character, isWithinBound);
            case PLAIN -> character == delimiter ? Place.CELL_START : Place.PLAIN;
            case QUOTED -> character == quote ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED, BEHIND_QUOTED -> behindQuote(at.place, character);
            case REST_OF_LINE -> Place.REST_OF_LINE;
        };
        if (!isWithinBound && at.place != Place.PLAIN) {
            at.place = Place.REST_OF_LINE;
        }
    }

    private Place atCellStart(char character, boolean isWithinBound) {
        if (character == delimiter) {
            return Place.CELL_START;
        }
        return character == quote && isWithinBound ? Place.QUOTED : Place.PLAIN;
    }

    private Place behindQuote(Place place, char character) {
        if (character == delimiter) {
            return Place.CELL_START;
        }
        if (character == quote && place == Place.QUOTE_IN_QUOTED) {
            return Place.QUOTED;
        }
        return character == ' ' || character == '\t' ? Place.BEHIND_QUOTED : Place.REST_OF_LINE;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
