package mx.abasto.jobs.extract;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one file go, in their order. If the file turns out to be unreadable halfway, what came before is
 * void and the sink's owner discards it.
 */
public interface RowSink {

    /**
     * Takes a row that reads well.
     *
     * @param rowNo 1 = the file's first data row
     * @param cells canonical texts in the order of the extract's columns, null for empty; the sink's to keep
     */
    void accepted(long rowNo, @Nullable String[] cells) throws IOException;

    /** Takes a row that does not. */
    void quarantined(long rowNo, Quarantined row) throws IOException;
}
