package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one delivered file. Which of the accepted rows are duplicates is found set-wise, later.
 *
 * @param rows the file's records, malformed ones too, counted by other code than that which accepts and quarantines
 *     them: a night in which the counts differ is not published; 0 if the file was rejected
 * @param tallies by the site that rows belong to, {@code ""} for rows without a readable CLUES
 * @param rejection why the file could not be read at all, in plain words; null if it could
 */
public record ReadResult(
        long rows,
        long accepted,
        long quarantined,
        Map<String, Tally> tallies,
        @Nullable String rejection) {
    public ReadResult {
        requireNonNull(tallies, "tallies is null");
    }

    static ReadResult rejected(String cause) {
        return new ReadResult(0, 0, 0, Map.of(), cause);
    }

    public boolean isRejected() {
        return rejection != null;
    }
}
