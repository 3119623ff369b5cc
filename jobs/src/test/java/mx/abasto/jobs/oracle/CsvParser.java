package mx.abasto.jobs.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits bytes into CSV records. Works on bytes, so that a row that is not in its charset costs only itself: comma,
 * quote and line ends are never part of a longer UTF-8 character.
 */
final class CsvParser {

    private final byte[] bytes;
    private int at;

    private CsvParser(byte[] bytes) {
        this.bytes = bytes;
        boolean hasMark = bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        this.at = hasMark ? 3 : 0;
    }

    /** All records, header included, blank lines left out. */
    static List<CsvRecord> parse(byte[] bytes) {
        CsvParser parser = new CsvParser(bytes);
        List<CsvRecord> records = new ArrayList<>();
        while (parser.at < bytes.length) {
            boolean isQuoted = bytes[parser.at] == '"';
            CsvRecord record = parser.next();
            if (isQuoted || !isBlank(record)) {
                records.add(record);
            }
        }
        return records;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.fields().size() == 1 && new String(record.fields().get(0), StandardCharsets.UTF_8).isBlank();
    }

    private CsvRecord next() {
        List<byte[]> fields = new ArrayList<>();
        while (true) {
            if (at < bytes.length && bytes[at] == '"') {
                int close = closingQuote(at);
                if (close < 0) {
                    // AMBIGUOUS: the unclosed field is everything after its quote on the line where it opens, and
                    // the record ends there. Text after a closing quote (`"a"b,`) counts as unclosed too, so that
                    // a lost quote does not run into the next line's quotes. Alternative: be lenient and append.
                    int end = lineEnd(at);
                    fields.add(slice(at + 1, end));
                    at = afterLineEnd(end);
                    return new CsvRecord(fields, true);
                }
                fields.add(unquoted(at + 1, close));
                at = close + 1;
            } else {
                // AMBIGUOUS: a quote inside an unquoted field, or after a leading blank, is a plain character.
                int end = at;
                while (end < bytes.length && bytes[end] != ',' && !isLineEnd(bytes[end])) {
                    end++;
                }
                fields.add(slice(at, end));
                at = end;
            }
            if (at < bytes.length && bytes[at] == ',') {
                at++;
                continue;
            }
            at = afterLineEnd(at);
            return new CsvRecord(fields, false);
        }
    }

    /** Where the quote opened at {@code open} closes, or -1 if it does not, or not before a comma or line end. */
    private int closingQuote(int open) {
        for (int i = open + 1; i < bytes.length; i++) {
            if (bytes[i] != '"') {
                continue;
            }
            boolean isLast = i + 1 == bytes.length;
            if (!isLast && bytes[i + 1] == '"') {
                i++;
            } else {
                return isLast || bytes[i + 1] == ',' || isLineEnd(bytes[i + 1]) ? i : -1;
            }
        }
        return -1;
    }

    private byte[] unquoted(int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            out.write(bytes[i]);
            if (bytes[i] == '"') {
                i++;
            }
        }
        return out.toByteArray();
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < bytes.length && !isLineEnd(bytes[end])) {
            end++;
        }
        return end;
    }

    private int afterLineEnd(int end) {
        if (end >= bytes.length) {
            return end;
        }
        boolean isPair = bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n';
        return end + (isPair ? 2 : 1);
    }

    private byte[] slice(int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
