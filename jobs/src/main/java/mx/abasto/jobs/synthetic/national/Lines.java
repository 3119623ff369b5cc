package mx.abasto.jobs.synthetic.national;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Lines of one extract in the making, their number and the sum of their pieces; used again and again. */
final class Lines {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000};

    /** Documents begin before the opening night. */
    private static final int FIRST_NIGHT = 100;

    private byte[] bytes = new byte[1 << 12];
    private int size;
    private int lineStart;
    private int lastStart;
    private long rows;
    private long pieces;

    Lines cell(byte[] text) {
        room(text.length + 1);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        bytes[size++] = ',';
        return this;
    }

    /** A cell of two parts. */
    Lines cell(byte[] text, String more) {
        cell(text);
        size--;
        return cell(more);
    }

    /** A cell of ASCII. */
    Lines cell(String text) {
        room(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        bytes[size++] = ',';
        return this;
    }

    Lines empty() {
        room(1);
        bytes[size++] = ',';
        return this;
    }

    /** A whole number, 0 or more. */
    Lines cell(int number) {
        digits(number, 1);
        return end(',');
    }

    /** A document's number: a letter, then site, night and a number of its own, so that the nation has it once. */
    Lines document(char letter, int site, int night, int number) {
        end(letter);
        digits(site, 5);
        digits(FIRST_NIGHT + night, 3);
        digits(number, 5);
        return end(',');
    }

    /** Ends a line with its pieces, which count. */
    void pieces(int number) {
        piecesCell(number);
        endLine();
    }

    /** The pieces of a line that goes on. */
    Lines piecesCell(int number) {
        if (number < 0) {
            end('-');
        }
        pieces += number;
        digits(Math.abs(number), 1);
        return end(',');
    }

    /** In place of the last comma. */
    void endLine() {
        bytes[size - 1] = '\n';
        rows++;
        lastStart = lineStart;
        lineStart = size;
    }

    /** The last line once more, with its pieces. */
    void repeat(int number) {
        int length = lineStart - lastStart;
        room(length);
        System.arraycopy(bytes, lastStart, bytes, size, length);
        size += length;
        pieces += number;
        endLine();
    }

    private Lines end(char letter) {
        room(1);
        bytes[size++] = (byte) letter;
        return this;
    }

    private void digits(int number, int least) {
        room(12);
        int length = least;
        for (long power = POWERS[least]; length < 10 && number >= power; power *= 10) {
            length++;
        }
        int rest = number;
        for (int at = size + length - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    long rows() {
        return rows;
    }

    long sum() {
        return pieces;
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, size);
    }

    void clear() {
        size = 0;
        lineStart = 0;
        lastStart = 0;
        rows = 0;
        pieces = 0;
    }
}
