package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.Reader;

/**
 * The part of a text that a reader of records can see: from the start of the record at hand to what was read ahead,
 * {@link #RECORD_CHARS_MAX} characters at most. Places in a record are offsets from its start, which moves.
 */
final class CharWindow {

    /** How far a record reaches at most. */
    static final int RECORD_CHARS_MAX = 1 << 20;

    private static final int CHARS_FIRST = 1 << 14;
    private static final int CHARS_MAX = 2 * RECORD_CHARS_MAX;

    private final Reader reader;

    // Open to the reader of records, which looks at every character.
    char[] chars = new char[CHARS_FIRST];
    int start;
    int position;
    private int limit;

    CharWindow(Reader reader) {
        this.reader = reader;
    }

    /** Begins a record at the position. */
    void begin() {
        start = position;
    }

    /** Offset of the position in the record. */
    int offset() {
        return position - start;
    }

    /** Whether there is a character at the position; false at the end of the text and at the record's bound. */
    boolean hasText() throws IOException {
        return position < end() || (!isFull() && fill());
    }

    /** Whether the character at the position is that one. */
    boolean isAt(char character) throws IOException {
        return hasText() && chars[position] == character;
    }

    boolean isAtLineEnd() throws IOException {
        return hasText() && (chars[position] == '\n' || chars[position] == '\r');
    }

    /** Up to where characters are in sight. */
    int end() {
        return Math.min(limit, start + RECORD_CHARS_MAX);
    }

    /** Whether the record has reached its bound. */
    boolean isFull() {
        return offset() >= RECORD_CHARS_MAX;
    }

    /** Moves a full window's position to the next line end, or the text's end, keeping the record as it is. */
    long dropRestOfLine() throws IOException {
        if (limit == chars.length) {
            makeRoom();
        }
        int kept = position;
        long dropped = 0;
        while (true) {
            int from = position;
            while (position < limit && chars[position] != '\n' && chars[position] != '\r') {
                position++;
            }
            dropped += position - from;
            if (position < limit) {
                return dropped;
            }
            limit = kept;
            position = kept;
            if (!fill()) {
                return dropped;
            }
        }
    }

    void close() throws IOException {
        reader.close();
    }

    /** Reads on behind the limit, at which the position is. */
    private boolean fill() throws IOException {
        if (limit == chars.length) {
            makeRoom();
        }
        int count = reader.read(chars, limit, chars.length - limit);
        while (count == 0) {
            count = reader.read(chars, limit, chars.length - limit);
        }
        limit += Math.max(0, count);
        return count > 0;
    }

    private void makeRoom() {
        int kept = limit - start;
        // At least half is free afterwards, so moving costs less than the reading that it makes possible.
        boolean isCrowded = kept > chars.length / 2 && chars.length < CHARS_MAX;
        char[] roomier = isCrowded ? new char[2 * chars.length] : chars;
        System.arraycopy(chars, start, roomier, 0, kept);
        chars = roomier;
        position -= start;
        limit = kept;
        start = 0;
    }
}
