package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a sender's column stand for: a lookup file of a profile (contract section 3). Texts are compared
 * without case and white space, as people write one unit in three ways.
 */
final class LookupTable {
    private record Entry(String value, long rowNo) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private LookupTable() {}

    /**
     * Reads a lookup file, UTF-8 with commas and a header. The columns named as the sender's and the contract's are
     * used; where it has not both, the first is the text as sent and the second what it stands for.
     *
     * @param shown what messages name the file
     * @param from the sender's column whose texts are looked up
     * @param column the contract's column that gets the values
     * @throws AbastoException (UNUSABLE) naming file, row and text
     * @throws IOException if the bytes cannot be fetched
     */
    static LookupTable read(InputStream bytes, String shown, String from, String column) throws IOException {
        LookupTable table = new LookupTable();
        long rowNo = 0;
        try (bytes;
                CsvRecords records = CsvRecords.open(bytes, shown, CsvDialect.CANONICAL)) {
            HeaderNames header = HeaderNames.first(records);
            if (header.width() < 2) {
                throw new UnreadableFileException(
                        "it has one column; it needs one with the texts as sent and one with what they stand for");
            }
            boolean isNamed = header.cellOf(from) >= 0 && header.cellOf(column) >= 0;
            int key = isNamed ? header.cellOf(from) : 0;
            int value = isNamed ? header.cellOf(column) : 1;
            while (records.next()) {
                rowNo++;
                requireWhole(records, header);
                table.add(records.trimmed(key), records.trimmed(value), rowNo);
            }
            return table;
        } catch (UnreadableRowException e) {
            throw unusable(shown + ", row " + rowNo, e.problem(), e);
        } catch (UnreadableFileException e) {
            throw unusable(shown, String.valueOf(e.getMessage()), e);
        }
    }

    private static AbastoException unusable(String where, String problem, Exception cause) {
        return AbastoException.unusable("%s: %s. Correct the file and run again.".formatted(where, problem), cause);
    }

    private static void requireWhole(CsvRecords records, HeaderNames header) throws UnreadableRowException {
        if (records.isUnclosed()) {
            throw new UnreadableRowException("a quoted cell is not closed on the line where it opens");
        }
        if (records.isTooLong() || records.size() != header.width()) {
            throw new UnreadableRowException(
                    "it has %d cells and the header has %d".formatted(records.size(), header.width()));
        }
        if (records.mayHaveBadText()) {
            throw new UnreadableRowException("a text is not in UTF-8");
        }
    }

    private void add(@Nullable String text, @Nullable String value, long rowNo) throws UnreadableRowException {
        if (text == null) {
            return; // an empty cell is empty, whatever stands beside nothing
        }
        String stated = value == null ? "" : value;
        Entry earlier = entries.putIfAbsent(HeaderNames.normal(text), new Entry(stated, rowNo));
        if (earlier != null && !earlier.value().equals(stated)) {
            throw new UnreadableRowException("\"%s\" stands for \"%s\", and in row %d for \"%s\""
                    .formatted(text, stated, earlier.rowNo(), earlier.value()));
        }
    }

    /** What a text stands for, {@code ""} for nothing; null if the table does not have it. */
    @Nullable
    String value(String text) {
        Entry entry = entries.get(HeaderNames.normal(text));
        return entry == null ? null : entry.value();
    }
}
