package mx.abasto.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few sparse networks hold what they are for. */
class SparseNetworkTest {
    private static final int NIGHTS = 80;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        SparseNetwork.write(3, NIGHTS, folder.resolve("one"));
        SparseNetwork.write(3, NIGHTS, folder.resolve("two"));
        assertThat(RandomDeliveryTest.hashes(folder.resolve("one")))
                .isEqualTo(RandomDeliveryTest.hashes(folder.resolve("two")));
    }

    @Test
    void theNetworksHoldEveryStateOfFilesRowsAndDiscrepancies() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 1; seed <= 4; seed++) {
            SparseNetwork network = SparseNetwork.write(seed, NIGHTS, folder.resolve("seed-" + seed));
            Oracle oracle = Oracle.open(network.files.reference(), network.files.sources(), network.settings);
            for (int night = 0; night < NIGHTS; night++) {
                if (network.first.plusDays(night).equals(network.mendedOn)) {
                    network.mendLookup();
                }
                OracleNight result = oracle.night(network.first.plusDays(night));
                count(seen, result, "files", "status");
                count(seen, result, "quarantine", "reason");
                count(seen, result, "shipments", "status");
                count(seen, result, "orders", "status");
                count(seen, result, "discrepancies", "status");
                count(seen, result, "discrepancies", "rule");
            }
        }
        System.out.println(seen);
        assertThat(seen)
                .containsKeys("ACCEPTED", "EMPTY", "REDELIVERED", "REJECTED")
                .containsKeys("KEY_CONFLICT", "FUTURE_DATE", "OUT_OF_RANGE", "BAD_CLUES", "FIELD_COUNT")
                .containsKeys("SETTLED", "SUBSTITUTED", "UNMATCHED", "OVER", "IN_TRANSIT", "OVERDUE", "SHORT")
                .containsKeys("OPEN", "CLOSED")
                .containsKeys("NEW", "PERSISTING", "REOPENED", "RESOLVED", "SUPERSEDED")
                .containsKeys("EXT-04", "EXT-06", "SHP-04", "SHP-08", "STK-01", "STK-02", "STK-03", "DSP-01", "ORD-03");
    }

    private static void count(Map<String, Integer> seen, OracleNight night, String dataset, String column) {
        for (Map<String, @Nullable Object> row : night.rows(dataset)) {
            seen.merge(String.valueOf(row.get(column)), 1, Integer::sum);
        }
    }
}
