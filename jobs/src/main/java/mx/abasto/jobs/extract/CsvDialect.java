package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a CSV file is written. */
public record CsvDialect(Charset charset, char delimiter, char quote) {

    /** The contract's own: UTF-8, comma, double quote. */
    public static final CsvDialect CANONICAL = new CsvDialect(StandardCharsets.UTF_8, ',', '"');

    public CsvDialect {
        requireNonNull(charset, "charset is null");
        if (delimiter == quote || isReserved(delimiter) || isReserved(quote)) {
            throw new IllegalArgumentException("delimiter and quote must differ from each other and from line ends");
        }
    }

    private static boolean isReserved(char character) {
        return character == '\n' || character == '\r' || character == StrictText.BAD;
    }
}
