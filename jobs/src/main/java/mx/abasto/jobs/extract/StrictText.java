package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Decoding that neither throws nor guesses: bytes that are not in the charset become {@link #BAD}, so that they cost
 * the cell that they stand in and nothing else.
 */
final class StrictText {

    /** A noncharacter that no text may carry; one that was really sent is bad text as well. */
    static final char BAD = '\uFFFF';

    private static final char SHOWN = '\uFFFD';
    private static final int MARK_BYTES_MAX = 4;

    /** Byte order marks, the longer ones before those that they begin with. */
    private static final List<Map.Entry<String, byte[]>> MARKS = List.of(
            Map.entry("UTF-32LE", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0}),
            Map.entry("UTF-32BE", new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}),
            Map.entry("UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE}),
            Map.entry("UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF}),
            Map.entry("UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}));

    private StrictText() {}

    /**
     * Decodes bytes.
     *
     * @throws UnreadableFileException if they begin with the mark of another charset
     */
    static Reader open(InputStream bytes, Charset charset) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(bytes, MARK_BYTES_MAX);
        byte[] start = whole.readNBytes(MARK_BYTES_MAX);
        whole.unread(start);
        requireSame(start, charset);
        return new InputStreamReader(
                whole,
                charset.newDecoder()
                        .replaceWith(String.valueOf(BAD))
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static void requireSame(byte[] start, Charset charset) throws UnreadableFileException {
        for (Map.Entry<String, byte[]> mark : MARKS) {
            byte[] bytes = mark.getValue();
            if (start.length >= bytes.length && Arrays.equals(start, 0, bytes.length, bytes, 0, bytes.length)) {
                // UTF-16 reads either order, and x-UTF-16LE-BOM its own.
                boolean isSame =
                        charset.name().contains(mark.getKey()) || mark.getKey().startsWith(charset.name());
                if (!isSame) {
                    throw new UnreadableFileException(
                            "it begins with the byte order mark of %s, but is to be read as %s"
                                    .formatted(mark.getKey(), charset.name()));
                }
                return;
            }
        }
    }

    static boolean isBad(String text) {
        return text.indexOf(BAD) >= 0;
    }

    /** The text as people may see it, U+FFFD in place of what could not be decoded. */
    static String shown(String text) {
        return text.replace(BAD, SHOWN);
    }
}
