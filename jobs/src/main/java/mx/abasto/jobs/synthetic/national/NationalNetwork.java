package mx.abasto.jobs.synthetic.national;

import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.Extract;

/**
 * What {@link NationalGenerator} wrote.
 *
 * @param nights what each night's folder holds, in order
 */
public record NationalNetwork(int sites, int claves, List<Night> nights) {

    /**
     * A night's folder.
     *
     * @param files extracts and controls
     * @param rows of each extract, headers apart; controls are not counted
     */
    public record Night(long files, Map<Extract, Long> rows) {

        /** Rows of all extracts. */
        public long total() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
