package mx.abasto.jobs.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways in which a file is broken on its way. */
public final class Mutations {
    private static final int LINE_LONG_EVERY = 250;

    private Mutations() {}

    /** The bytes after one mishap, of bytes, of lines or of the whole. */
    public static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length < 4) {
            return bytes;
        }
        if (random.nextInt(LINE_LONG_EVERY) == 0) {
            return withLongText(bytes, random);
        }
        return switch (random.nextInt(5)) {
            case 0 -> withLinesMoved(bytes, random);
            case 1 -> withOneDropped(random.nextInt(3) == 0 ? ',' : '"', bytes, random);
            case 2 -> withBytesPut(bytes, random);
            default -> withBytesBroken(bytes, random);
        };
    }

    /** A bit or byte changed; a piece lost, or there twice; the end lost. */
    static byte[] withBytesBroken(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(80));
        byte[] copy = bytes.clone();
        switch (random.nextInt(6)) {
            case 0, 1 -> copy[from] ^= (byte) (1 << random.nextInt(8));
            case 2 -> copy[from] = (byte) random.nextInt(256);
            case 3 -> copy = Arrays.copyOf(copy, from);
            case 4 -> copy = joined(first(bytes, from), last(bytes, to));
            default -> copy = joined(first(bytes, to), last(bytes, from));
        }
        return copy;
    }

    /** A character that CSV minds, a zero, a letter of another charset, or a byte order mark, maybe in front. */
    private static byte[] withBytesPut(byte[] bytes, Random random) {
        int at = random.nextInt(3) == 0 ? 0 : random.nextInt(bytes.length);
        byte[] put =
                switch (random.nextInt(4)) {
                    case 0 -> new byte[] {0};
                    case 1 -> "Ñ".getBytes(StandardCharsets.ISO_8859_1);
                    case 2 -> "\uFEFF".getBytes(StandardCharsets.UTF_8);
                    default -> new byte[] {(byte) "\",\n\r \t".charAt(random.nextInt(6))};
                };
        return joined(first(bytes, at), put, last(bytes, at));
    }

    /** Lines lost, doubled, swapped, or each with an end of its own. */
    private static byte[] withLinesMoved(byte[] bytes, Random random) {
        List<byte[]> lines = lines(bytes);
        int at = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.add(at, " \t\n".getBytes(StandardCharsets.UTF_8));
            default -> lines.replaceAll(line -> withAnyEnd(line, random));
        }
        return joined(lines.toArray(byte[][]::new));
    }

    private static byte[] withAnyEnd(byte[] line, Random random) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        String any = List.of("\n", "\r\n", "\r", "\n\r").get(random.nextInt(4));
        return joined(first(line, end), any.getBytes(StandardCharsets.UTF_8));
    }

    /** Each with its end. */
    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            boolean isPair = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
            boolean isEnd = bytes[at] == '\n' || (bytes[at] == '\r' && !isPair);
            if (isEnd || at + 1 == bytes.length) {
                lines.add(Arrays.copyOfRange(bytes, start, at + 1));
                start = at + 1;
            }
        }
        return lines;
    }

    private static byte[] withOneDropped(char unwanted, byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        while (at < bytes.length && bytes[at] != unwanted) {
            at++;
        }
        return at == bytes.length ? bytes : joined(first(bytes, at), last(bytes, at + 1));
    }

    /** A text longer than any, or longer than a record may be. */
    private static byte[] withLongText(byte[] bytes, Random random) {
        byte[] text = new byte[random.nextBoolean() ? 40_000 : NaiveText.RECORD_CHARS_MAX + 40_000];
        Arrays.fill(text, (byte) (random.nextInt(3) == 0 ? ',' : 'x'));
        int at = random.nextInt(bytes.length);
        return joined(first(bytes, at), text, last(bytes, at));
    }

    private static byte[] first(byte[] bytes, int until) {
        return Arrays.copyOf(bytes, until);
    }

    private static byte[] last(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
