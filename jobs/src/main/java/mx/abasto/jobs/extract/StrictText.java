package mx.abasto.jobs.extract;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Decoding that neither throws nor guesses: bytes that are not in the charset become {@link #BAD}, so that they cost
 * the cell that they stand in and nothing else.
 */
final class StrictText {

    /** A noncharacter that no text may carry; one that was really sent is bad text as well. */
    static final char BAD = '\uFFFF';

    private static final char SHOWN = '\uFFFD';

    private StrictText() {}

    static Reader open(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .replaceWith(String.valueOf(BAD))
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    static boolean isBad(String text) {
        return text.indexOf(BAD) >= 0;
    }

    /** The text as people may see it, U+FFFD in place of what could not be decoded. */
    static String shown(String text) {
        return text.replace(BAD, SHOWN);
    }
}
