package mx.abasto.jobs.extract;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts rows and pieces of a file by site. */
final class Tallies {
    private static final String NO_SITE = "";

    private static final class Count {
        private long rows;
        private long pieces;
        private BigInteger piecesBefore = BigInteger.ZERO;

        private void add(@Nullable Long quantity) {
            rows++;
            if (quantity != null) {
                long sum = pieces + quantity;
                if (((pieces ^ sum) & (quantity ^ sum)) < 0) { // beyond a long
                    piecesBefore = piecesBefore.add(BigInteger.valueOf(pieces));
                    sum = quantity;
                }
                pieces = sum;
            }
        }

        private Tally tally() {
            return new Tally(rows, piecesBefore.add(BigInteger.valueOf(pieces)));
        }
    }

    private final Map<String, Count> counts = new HashMap<>();

    void add(Verdict verdict) {
        String clues = verdict.clues();
        counts.computeIfAbsent(clues == null ? NO_SITE : clues, site -> new Count())
                .add(verdict.quantity());
    }

    Map<String, Tally> bySite() {
        Map<String, Tally> bySite = new TreeMap<>();
        counts.forEach((site, count) -> bySite.put(site, count.tally()));
        return bySite;
    }
}
