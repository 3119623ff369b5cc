package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one cell at the close of one night (dataset `stock_balance`).
 *
 * @param lastActiveOn last night that something was posted, or that it was counted above 0
 */
record Balance(
        Cell cell,
        @Nullable LocalDate expiresOn,
        long opening,
        long inflow,
        long outflow,
        long book,
        long inboundToDate,
        long dispensedToDate,
        @Nullable Long counted,
        @Nullable LocalDate lastCountedOn,
        @Nullable Long lastCounted,
        @Nullable Long lastVariance,
        @Nullable LocalDate lastMovementOn,
        LocalDate lastActiveOn) {

    private static final Set<String> NAME_EXPIRIES = Set.of("RECEIPT", "DISTRIBUTION", "ADJUSTMENT");

    static Balance before(Cell cell, LocalDate night) {
        return new Balance(cell, null, 0, 0, 0, 0, 0, 0, null, null, null, null, null, night);
    }

    /** The next night's close, from tonight's movements of this cell and what was counted of it. */
    Balance next(LocalDate night, List<Movement> movements, Counts counts) {
        long nextOpening = book;
        long in = 0;
        long out = 0;
        long inbound = inboundToDate;
        long dispensed = dispensedToDate;
        LocalDate movedOn = lastMovementOn;
        for (Movement movement : movements) {
            long effect = movement.effect();
            boolean isOpening = movement.kind().equals("OPENING");
            if (isOpening) {
                nextOpening += effect;
            } else if (effect > 0) {
                in += effect;
            } else {
                out -= effect;
            }
            // AMBIGUOUS: an opening that takes away lowers inbound_to_date; alternative: only openings that add.
            boolean isInwardAdjustment = movement.kind().equals("ADJUSTMENT") && movement.isInwardLine();
            if (isOpening || movement.kind().equals("RECEIPT") || isInwardAdjustment) {
                inbound += effect;
            }
            dispensed -= movement.effect("DISPENSATION");
            // AMBIGUOUS: the highest event date of all movements ever posted, openings and reversals too.
            if (movedOn == null || movement.eventDate().isAfter(movedOn)) {
                movedOn = movement.eventDate();
            }
        }
        long nextBook = nextOpening + in - out;
        Long seen = counts.counted(cell);
        boolean isActive = !movements.isEmpty() || (seen != null && seen > 0);
        return new Balance(
                cell,
                expiry(movements, counts),
                nextOpening,
                in,
                out,
                nextBook,
                inbound,
                dispensed,
                seen,
                seen == null ? lastCountedOn : night,
                seen == null ? lastCounted : seen,
                seen == null ? lastVariance : Long.valueOf(seen - nextBook),
                movedOn,
                isActive ? night : lastActiveOn);
    }

    /**
     * AMBIGUOUS: every line posted tonight counts, also one that a later file of tonight corrected, and one that a
     * later night cancels; late counts name one too. Alternative: only lines still current.
     */
    private @Nullable LocalDate expiry(List<Movement> movements, Counts counts) {
        Optional<LocalDate> ofLine = movements.stream()
                .filter(m -> !m.reversal() && m.expiresOn() != null && NAME_EXPIRIES.contains(m.kind()))
                .max(Comparator.comparing(Movement::eventDate)
                        .thenComparing(m -> String.valueOf(m.origin().file()))
                        .thenComparing(
                                m -> Optional.ofNullable(m.origin().rowNo()).orElse(0L)))
                .map(Movement::expiresOn);
        if (ofLine.isPresent()) {
            return ofLine.get();
        }
        return counts.expiry(cell).orElse(expiresOn);
    }

    @Nullable
    Long variance() {
        return counted == null ? null : Long.valueOf(counted - book);
    }

    /** AMBIGUOUS: days are counted from the last night that posted or counted it, not from the last event date. */
    boolean isKept(LocalDate night, int retireDays) {
        boolean hasDifference = lastVariance != null && lastVariance != 0;
        return book != 0 || hasDifference || ChronoUnit.DAYS.between(lastActiveOn, night) <= retireDays;
    }

    boolean isExpired(LocalDate night) {
        return expiresOn != null && expiresOn.isBefore(night);
    }

    Row row() {
        return new Row()
                .with("clues", cell.clues())
                .with("clave", cell.clave())
                .with("lot", cell.lot())
                .with("expires_on", expiresOn)
                .with("opening", opening)
                .with("inflow", inflow)
                .with("outflow", outflow)
                .with("book", book)
                .with("inbound_to_date", inboundToDate)
                .with("dispensed_to_date", dispensedToDate)
                .with("counted", counted)
                .with("variance", variance())
                .with("last_counted_on", lastCountedOn)
                .with("last_counted", lastCounted)
                .with("last_variance", lastVariance)
                .with("last_movement_on", lastMovementOn);
    }
}
