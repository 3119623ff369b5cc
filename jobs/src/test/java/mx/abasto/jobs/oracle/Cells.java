package mx.abasto.jobs.oracle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the text of one cell becomes a value of the contract. */
final class Cells {

    private static final Pattern CLUES = Pattern.compile("[A-Z]{5}[0-9]{6}");
    private static final Pattern CLAVE = Pattern.compile("[0-9]{3}\\.[0-9]{3}\\.[0-9]{4}(\\.[0-9]{2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    private static final long QUANTITY_MAX = 999_999_999_999L;
    private static final long FIGURE_MAX = 1_000_000_000_000_000_000L;

    private Cells() {}

    /** Empty when the bytes are not UTF-8. */
    static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static boolean isClues(String text) {
        return CLUES.matcher(text).matches();
    }

    static boolean isClave(String text) {
        return CLAVE.matcher(text).matches();
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    /** Empty when it is not an integer, or not one of 64 bits. */
    static Optional<Long> integer(String text) {
        if (!isInteger(text)) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        return value.bitLength() < Long.SIZE ? Optional.of(value.longValueExact()) : Optional.empty();
    }

    /** Empty when it is not an integer, or not one within the bounds of a quantity. */
    static Optional<Long> quantity(String text) {
        return integer(text).filter(number -> Math.abs(number) <= QUANTITY_MAX);
    }

    /** Empty when it is not an integer, or not one that a control file may say. */
    static Optional<Long> figure(String text) {
        return integer(text).filter(number -> Math.abs(number) <= FIGURE_MAX);
    }

    static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
