package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;

/**
 * How a file would be read (contract section 3), for people to look at before any night does.
 *
 * @param columns one per column of the contract: where it comes from
 * @param ignored the file's columns that are dropped at the door, as the file writes them
 * @param rows records read
 * @param duplicates rows that say again what a row before them says
 * @param reasons how many rows are not accepted, by why
 * @param first the first rows accepted
 * @param refused the first rows that are not
 * @param rejection why the file could not be read at all; null if it could
 */
public record FileReport(
        List<ColumnUse> columns,
        List<String> ignored,
        long rows,
        long accepted,
        long duplicates,
        SortedMap<QuarantineReason, Long> reasons,
        List<AcceptedRow> first,
        List<RefusedRow> refused,
        @Nullable String rejection) {

    /** Where a column of the contract comes from, in words; null if it comes from nowhere and is empty. */
    public record ColumnUse(String column, @Nullable String from) {}

    /** A row that reads well: canonical texts in the order of the columns, empty for none. */
    public record AcceptedRow(long rowNo, List<String> cells) {
        public AcceptedRow {
            cells = List.copyOf(cells);
        }
    }

    /** A row that does not. */
    public record RefusedRow(
            long rowNo,
            QuarantineReason reason,
            @Nullable String column,
            @Nullable String value) {}

    /** Of a file that cannot be read at all. */
    static FileReport rejected(String rejection) {
        return new FileReport(List.of(), List.of(), 0, 0, 0, new TreeMap<>(), List.of(), List.of(), rejection);
    }

    public FileReport {
        columns = List.copyOf(columns);
        ignored = List.copyOf(ignored);
        first = List.copyOf(first);
        refused = List.copyOf(refused);
        requireNonNull(reasons, "reasons is null");
    }
}
