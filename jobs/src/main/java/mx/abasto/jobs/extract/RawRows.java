package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.ExtractFileName;

/** Fetches rows again as they were sent, for what is found wrong with them only after the file was read. */
public final class RawRows {
    private final ExtractForm form;

    public RawRows(ExtractForm form) {
        this.form = requireNonNull(form, "form is null");
    }

    /** Takes one row. */
    public interface Sink {

        /**
         * Takes a row that was asked for.
         *
         * @param rowNo 1 = the file's first data row
         * @param raw the contract's columns as sent, as a JSON object
         */
        void row(long rowNo, String raw) throws IOException;
    }

    /**
     * Reads a file until the last of the rows asked for, and gives each row of a well-formed record, in the file's
     * order. Malformed records have been quarantined before and are passed over.
     *
     * @throws IOException if the bytes cannot be fetched, the file cannot be read at all, or the sink fails
     */
    public void forEach(FileBytes bytes, ExtractFileName name, Set<Long> rowNos, Sink sink) throws IOException {
        try (OpenExtract extract = OpenExtract.of(bytes, name, form)) {
            Records records = extract.records();
            int missing = rowNos.size();
            for (long rowNo = 1; missing > 0 && records.next(); rowNo++) {
                if (rowNos.contains(rowNo)) {
                    missing--;
                    if (!records.isUnclosed()
                            && !records.isTooLong()
                            && records.size() == extract.mapping().width()) {
                        sink.row(rowNo, RawJson.of(records, extract.mapping()));
                    }
                }
            }
        }
    }

    /** As {@link #forEach}, for as many rows as fit into memory: JSON by row number. */
    public Map<Long, String> byRowNo(FileBytes bytes, ExtractFileName name, Set<Long> rowNos) throws IOException {
        Map<Long, String> byRowNo = new HashMap<>();
        forEach(bytes, name, rowNos, byRowNo::put);
        return byRowNo;
    }
}
