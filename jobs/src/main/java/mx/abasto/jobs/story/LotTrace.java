package mx.abasto.jobs.story;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a lot came from, where it is, whom it reached (contract section 4, trace).
 *
 * @param night the last that is published: how things stood at its close
 * @param expiries each expiry that the lot was given; more than one is a conflict
 * @param roots one tree per source
 * @param counts each site that holds the lot, and how its last count stood to its books
 * @param shipments those not all of whose pieces were received, or more than were sent
 * @param sites that the trace names, by CLUES
 */
public record LotTrace(
        String clave,
        @Nullable String description,
        String lot,
        LocalDate night,
        List<Expiry> expiries,
        List<Branch> roots,
        Totals totals,
        List<Count> counts,
        List<Shipment> shipments,
        SortedMap<String, Site> sites) {

    /** An expiry, and how many lines name it. */
    public record Expiry(LocalDate expiresOn, long lines) {}

    /**
     * What came in and what became of it.
     *
     * @param adjustments by reason, of the nation; what was found is more than 0, what was lost less
     * @param residual suppliers + opening + adjustments − the rest: 0 by conservation
     */
    public record Totals(
            long suppliers,
            long opening,
            SortedMap<String, Long> adjustments,
            long onHand,
            long onTheRoad,
            long patients,
            long wards,
            long residual) {}

    /**
     * A site's last count.
     *
     * @param countedOn null if none ever was
     * @param variance counted − book on that night
     */
    public record Count(
            String clues,
            long book,
            @Nullable LocalDate countedOn,
            @Nullable Long variance) {}

    /**
     * A shipment of which not as much was received as was sent.
     *
     * @param status as the contract has it: IN_TRANSIT, OVERDUE, SHORT, OVER, UNMATCHED, SUBSTITUTED
     * @param left sent − received
     */
    public record Shipment(
            String originClues,
            String shipmentNo,
            @Nullable String destinationClues,
            @Nullable LocalDate shippedOn,
            @Nullable LocalDate dueOn,
            String status,
            long left) {
        /** Whether its pieces are neither on their way in time nor arrived under another lot. */
        public boolean isUnaccounted() {
            return !status.equals("IN_TRANSIT") && !status.equals("SUBSTITUTED");
        }
    }

    public LotTrace {
        expiries = List.copyOf(expiries);
        roots = List.copyOf(roots);
        counts = List.copyOf(counts);
        shipments = List.copyOf(shipments);
    }

    /** A site by its CLUES. */
    public Site site(String clues) {
        return requireNonNull(sites.get(clues), clues);
    }

    /** Pieces that should be somewhere and are not: counted too few, or sent and not received when due. */
    public long missing() {
        return LongStream.concat(
                        counts.stream().mapToLong(each -> Math.max(0, -variance(each))),
                        unaccounted().stream().mapToLong(each -> Math.max(0, each.left())))
                .reduce(0, Math::addExact);
    }

    /** Pieces that are somewhere and should not be: counted too many, or received and not sent. */
    public long surplus() {
        return LongStream.concat(
                        counts.stream().mapToLong(each -> Math.max(0, variance(each))),
                        unaccounted().stream().mapToLong(each -> Math.max(0, -each.left())))
                .reduce(0, Math::addExact);
    }

    /** The shipments of which pieces are missing, or too many. */
    public List<Shipment> unaccounted() {
        return shipments.stream().filter(Shipment::isUnaccounted).toList();
    }

    private static long variance(Count count) {
        return count.variance() == null ? 0 : count.variance();
    }
}
