package mx.abasto.jobs.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * How a file looks as bytes; none of it says anything.
 *
 * @param hasName whether a last column, which the contract does not know, names somebody: with commas, quotes and a
 *     line end
 */
record Dress(
        String lineEnd, boolean isQuoted, boolean hasMark, boolean hasBlankLines, boolean hasName, boolean isGzip) {
    static final Dress PLAIN = new Dress("\n", false, false, false, false, false);

    static Dress any(Random random) {
        String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        boolean isGzip = random.nextInt(4) == 0;
        return new Dress(
                lineEnd,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                isGzip);
    }

    byte[] bytes(SentFile file) {
        return isGzip ? gzip(text(file)) : text(file);
    }

    /** The bytes before they are packed. */
    byte[] text(SentFile file) {
        StringBuilder text = new StringBuilder(hasMark ? "\uFEFF" : "");
        text.append(String.join(",", file.header())).append(hasName ? ",patient" : "");
        for (List<String> row : file.rows()) {
            text.append(lineEnd).append(hasBlankLines ? " \t" + lineEnd : "");
            text.append(row.stream().map(this::cell).collect(Collectors.joining(",")));
            text.append(hasName ? ",\"Ñá, \"\"x\"\"" + lineEnd + "y\"" : "");
        }
        return text.append(lineEnd).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String cell(String cell) {
        return isQuoted ? '"' + cell + '"' : cell;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(plain);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
