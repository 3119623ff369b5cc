package mx.abasto.jobs.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;

/**
 * What stands in a delivered file, without asking the product.
 *
 * @param header the names of its columns; empty if none can be told
 * @param rows those after the header
 * @param isReadable whether the header has what it must, once
 */
record NaiveFile(Extract extract, List<String> header, List<NaiveText.Row> rows, boolean isReadable) {
    /** Stands where bytes are not UTF-8; no text that is made here has it. */
    private static final String BAD = "\uE000";

    static NaiveFile of(Extract extract, String name, byte[] bytes) {
        List<NaiveText.Row> all =
                plain(name, bytes).map(NaiveFile::decoded).map(NaiveText::rows).orElse(List.of());
        if (all.isEmpty() || !all.get(0).isSound()) {
            return new NaiveFile(extract, List.of(), List.of(), false);
        }
        List<String> header = all.get(0).cells().stream().map(NaiveFile::named).toList();
        boolean isReadable = extract.columns().stream().allMatch(column -> isThere(column, header));
        return new NaiveFile(extract, header, all.subList(1, all.size()), isReadable);
    }

    private static boolean isThere(ExtractColumn column, List<String> header) {
        long times = header.stream().filter(column.name()::equals).count();
        return times == 1 || (times == 0 && !column.required());
    }

    /** Empty if gzip is not whole. */
    private static Optional<byte[]> plain(String name, byte[] bytes) {
        boolean isZipped = bytes.length > 1 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B;
        if (!isZipped && !name.endsWith(".gz")) {
            return Optional.of(bytes);
        }
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(zipped.readAllBytes());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(BAD)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A name of the header, without case, white space and what cannot be seen. */
    private static String named(String cell) {
        return cell.replaceAll("[\\s\\p{Z}\\x1C-\\x1F\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The row's trimmed texts by contract column; empty if its cells cannot be told from each other. */
    Map<String, String> cells(int rowNo) {
        NaiveText.Row row = rows.get(rowNo - 1);
        Map<String, String> cells = new LinkedHashMap<>();
        if (row.isSound() && row.cells().size() == header.size()) {
            for (ExtractColumn column : extract.columns()) {
                int place = header.indexOf(column.name());
                cells.put(
                        column.name(),
                        place < 0 ? "" : NaiveText.trimmed(row.cells().get(place)));
            }
        }
        return cells;
    }
}
