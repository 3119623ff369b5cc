package mx.abasto.jobs.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * Who gives what to whom, of one clave in one state: each taker in its turn is served from the lots in their order, as
 * far as its need, the giver's surplus and the lot go. A lot goes only where it arrives before it expires.
 */
final class Allocation {
    private final List<Source> sources = new ArrayList<>();
    private final ToIntBiFunction<String, String> transitDays;

    /** Pieces of a lot for a taker, by the numbers of their rows. */
    record Grant(long taker, long giverLot, long quantity) {}

    /** What is left of a lot. */
    private static final class Source {
        private final GiverLot lot;
        private final Giver giver;
        private long left;

        private Source(GiverLot lot, Giver giver) {
            this.lot = lot;
            this.giver = giver;
            this.left = lot.book();
        }

        private boolean isSpent() {
            return left == 0 || giver.left == 0;
        }
    }

    /** What is left of a giver's surplus. */
    private static final class Giver {
        private long left;

        private Giver(long surplus) {
            this.left = surplus;
        }
    }

    /**
     * @param lots in the order in which they are given
     * @param transitDays days on the road from a giver to a taker
     */
    Allocation(List<GiverLot> lots, ToIntBiFunction<String, String> transitDays) {
        this.transitDays = transitDays;
        Map<String, Giver> givers = new HashMap<>();
        for (GiverLot lot : lots) {
            sources.add(new Source(lot, givers.computeIfAbsent(lot.clues(), clues -> new Giver(lot.surplus()))));
        }
    }

    /** Serves takers in {@link Taker#ORDER}, until nothing is left to give. */
    List<Grant> serve(List<Taker> takers) {
        List<Grant> grants = new ArrayList<>();
        for (Taker taker : takers.stream().sorted(Taker.ORDER).toList()) {
            if (sources.isEmpty()) {
                break;
            }
            serve(taker, grants);
            sources.removeIf(Source::isSpent);
        }
        return grants;
    }

    private void serve(Taker taker, List<Grant> grants) {
        long missing = taker.need();
        for (Source source : sources) {
            if (missing == 0) {
                return;
            }
            GiverLot lot = source.lot;
            if (!source.isSpent() && lot.daysLeft() > transitDays.applyAsInt(lot.clues(), taker.clues())) {
                long quantity = Math.min(missing, Math.min(source.left, source.giver.left));
                grants.add(new Grant(taker.number(), lot.number(), quantity));
                source.left -= quantity;
                source.giver.left -= quantity;
                missing -= quantity;
            }
        }
    }
}
