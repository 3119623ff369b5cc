package mx.abasto.jobs.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a lot's way. Of a branch that is drawn with children, theirs add up to its total.
 *
 * @param id a CLUES, {@code origin/shipment_no}, a reason, a prescription number, as its kind has it
 * @param place the number that a site goes by in the drawing; 0 for what is no site
 * @param pieces how many came this way
 * @param firstOn the event dates of those pieces; null where they did not move
 * @param total how many came in all: this way and others
 * @param origins of the total, each way; of a site or shipment that is drawn here
 * @param isElsewhere whether its children are drawn where the same place stands again
 */
public record Branch(
        Kind kind,
        @Nullable String id,
        int place,
        long pieces,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn,
        long total,
        List<Origin> origins,
        boolean isElsewhere,
        List<Branch> children) {

    /** What a branch is. */
    public enum Kind {
        /** Roots: where pieces came from. */
        SUPPLIERS,
        OPENING,
        ADJUSTMENT,
        /** A root: what gave pieces away, and nothing says whence it had them. */
        UNKNOWN,
        /** A root: sites too deep in the tree to be drawn where they belong. */
        CONTINUED,
        SITE,
        SHIPMENT,
        /** What a site has on its books. */
        ON_HAND,
        /** What was sent and not received; less than 0 where more was received than sent. */
        ON_THE_ROAD,
        PATIENTS,
        PRESCRIPTION,
        WARDS
    }

    /** A way in, and how many pieces took it. */
    public record Origin(Kind kind, @Nullable String id, long pieces) {}

    public Branch {
        origins = List.copyOf(origins);
        children = List.copyOf(children);
    }

    /** Pieces that go no further. */
    static Branch leaf(Kind kind, @Nullable String id, long pieces) {
        return new Branch(kind, id, 0, pieces, null, null, pieces, List.of(), false, List.of());
    }

    /** Pieces that went where a flow went, and are not followed from there. */
    static Branch end(Kind kind, @Nullable String id, Flow flow) {
        return new Branch(
                kind, id, 0, flow.pieces(), flow.firstOn(), flow.lastOn(), flow.pieces(), List.of(), false, List.of());
    }

    /** Pieces that went out of the network, or came into it, in parts. */
    static Branch sum(Kind kind, @Nullable String id, List<Branch> parts) {
        long pieces = parts.stream().mapToLong(Branch::pieces).reduce(0, Math::addExact);
        return new Branch(kind, id, 0, pieces, null, null, pieces, List.of(), false, parts);
    }
}
