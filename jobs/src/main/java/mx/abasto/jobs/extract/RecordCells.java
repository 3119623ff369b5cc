package mx.abasto.jobs.extract;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of the record at hand: where they are in the window, and their texts. */
final class RecordCells {
    private static final int COLUMNS_REMEMBERED = 64;

    private final CharWindow window;
    private final String quote;
    private final String doubledQuote;

    private int size;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean[] hasDoubledQuotes = new boolean[32];

    // Neighbouring rows repeat much: their cells share one string.
    private final @Nullable String[] remembered = new @Nullable String[COLUMNS_REMEMBERED];

    RecordCells(CharWindow window, char quote) {
        this.window = window;
        this.quote = String.valueOf(quote);
        this.doubledQuote = this.quote + quote;
    }

    void clear() {
        size = 0;
    }

    /** Adds a plain cell, or what is between quotes none of which is doubled; places are offsets in the record. */
    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            hasDoubledQuotes = Arrays.copyOf(hasDoubledQuotes, 2 * size);
        }
        starts[size] = start;
        ends[size] = wholeEnd(start, end);
        hasDoubledQuotes[size] = false;
        size++;
    }

    /** A record that is cut at its bound may end within a character. */
    private int wholeEnd(int start, int end) {
        return end > start && Character.isHighSurrogate(window.chars[window.start + end - 1]) ? end - 1 : end;
    }

    /** Adds what is between quotes, with quotes doubled. */
    void addDoubled(int start, int end) {
        add(start, end);
        hasDoubledQuotes[size - 1] = true;
    }

    int size() {
        return size;
    }

    String cell(int index) {
        String text = new String(window.chars, window.start + starts[index], ends[index] - starts[index]);
        return hasDoubledQuotes[index] ? text.replace(doubledQuote, quote) : text;
    }

    @Nullable
    String trimmed(int index) {
        if (hasDoubledQuotes[index]) {
            String text = Blanks.trimmed(cell(index));
            return text.isEmpty() ? null : text;
        }
        char[] chars = window.chars;
        int start = window.start + starts[index];
        int end = window.start + ends[index];
        while (start < end && Blanks.isBlank(chars[start])) {
            start++;
        }
        while (end > start && Blanks.isBlank(chars[end - 1])) {
            end--;
        }
        return start == end ? null : text(index, start, end);
    }

    private String text(int index, int start, int end) {
        if (index >= COLUMNS_REMEMBERED) {
            return new String(window.chars, start, end - start);
        }
        String before = remembered[index];
        if (before != null && isSame(before, start, end)) {
            return before;
        }
        String text = new String(window.chars, start, end - start);
        remembered[index] = text;
        return text;
    }

    private boolean isSame(String text, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        char[] chars = window.chars;
        for (int index = text.length() - 1; index >= 0; index--) { // numbers differ at their end
            if (text.charAt(index) != chars[start + index]) {
                return false;
            }
        }
        return true;
    }
}
