package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;

/**
 * Reads reference data (contract section 1). Unlike an extract, a reference file is good as a whole or not used at all:
 * every refusal is {@link AbastoException#unusable} and names file, row, column and value.
 */
public final class ReferenceReader {
    private static final String FOLDER = "reference/";
    private static final String REMEDY = ". Correct the row and run again.";

    private ReferenceReader() {}

    /** Takes the rows of a reference file. */
    public interface Sink {

        /**
         * Takes a row that reads well.
         *
         * @param rowNo 1 = the file's first data row
         * @param cells canonical texts in the order of {@link ReferenceFile#columnNames()}, null for empty
         */
        void row(long rowNo, @Nullable String[] cells) throws IOException;
    }

    /**
     * Reads the bytes to their end and closes them.
     *
     * @param aliases what a CLUES of the file stands for: former codes are replaced before a row is looked at (contract
     *     section 2), so that rows of a former and of the present code of a unit have the same key
     * @return how many rows there were
     * @throws AbastoException if the file or a row of it cannot be used; what the sink got is void
     * @throws IOException if the bytes cannot be fetched or the sink fails
     */
    public static long read(ReferenceFile file, InputStream bytes, Aliases aliases, Sink sink) throws IOException {
        String path = FOLDER + file.fileName();
        RowKeys keys = new RowKeys(file);
        RowBounds bounds = RowBounds.of(file);
        long rowNo = 0;
        try (bytes;
                CsvRecords records = CsvRecords.open(bytes, file.fileName(), CsvDialect.CANONICAL)) {
            ValueRows rows = ValueRows.of(records, file.columns(), aliases);
            while (records.next()) {
                rowNo++;
                @Nullable String[] cells = rows.read(records);
                bounds.check(cells, rowNo);
                keys.add(cells, rowNo);
                sink.row(rowNo, cells);
            }
            return rowNo;
        } catch (UnreadableRowException e) {
            throw AbastoException.unusable("%s, row %d: %s%s".formatted(path, rowNo, e.problem(), REMEDY), e);
        } catch (UnreadableFileException e) {
            throw AbastoException.unusable(
                    "%s: %s. Its columns are %s. Correct the file and run again."
                            .formatted(path, e.getMessage(), String.join(", ", file.columnNames())),
                    e);
        }
    }

    /** What to throw where a file that no night can do without is not there. */
    public static AbastoException missing(ReferenceFile file) {
        return AbastoException.unusable("%s%s is missing. Put it there, with the columns %s, and run again."
                .formatted(FOLDER, file.fileName(), String.join(", ", file.columnNames())));
    }
}
