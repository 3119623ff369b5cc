package mx.abasto.jobs.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import mx.abasto.jobs.synthetic.DayBook.Line;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** A unit reads another expiry on a lot's label than everybody else (LOT-02). */
final class MisreadExpiries implements FaultFamily {

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;

    MisreadExpiries(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
    }

    /** A later expiry, so that nothing expires by it. */
    static LocalDate later(Lot lot, Dice dice) {
        return requireNonNull(lot.expiresOn(), "the lot has no expiry").plusMonths(dice.between(1, 14));
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.EXPIRY_MISREAD, FaultKind.EXPIRY_MISREAD_AND_CORRECTED, FaultKind.EXPIRY_COUNTED_WRONG);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        int end = kind == FaultKind.EXPIRY_MISREAD ? world.nights().count() : night + (int) dice.between(2, 4);
        if (kind != FaultKind.EXPIRY_MISREAD && !world.nights().contains(end)) {
            return false;
        }
        Spot spot = finder.find(dice, Site::isUnit, this::mayBeMisread);
        if (spot == null) {
            return false;
        }
        world.claims().holdBack(spot.lot());
        String read = later(spot.lot(), dice).toString();
        if (kind == FaultKind.EXPIRY_COUNTED_WRONG) {
            countWrong(spot, LocalDate.parse(read), night, end);
        } else {
            writeTwo(spot, read, night, end, dice);
        }
        return true;
    }

    /** A line's expiry wins its night over the count's: no line may come while counts tell. */
    private boolean mayBeMisread(Spot spot) {
        Lot lot = spot.lot();
        return lot.isNamed()
                && lot.expiresOn() != null
                && finder.lasts(lot)
                && !world.claims().isTouched(lot)
                && spot.state().inbound().stream().noneMatch(parcel -> parcel.lot() == lot);
    }

    private void writeTwo(Spot spot, String read, int night, int end, Dice dice) {
        Lot lot = spot.lot();
        long rightly = dice.between(1, 4);
        long wrongly = dice.between(1, 4);
        spot.cell().move(rightly + wrongly, night);
        spot.state().book().adjust("FOUND", lot, rightly);
        Line line = spot.state().book().adjust("FOUND", lot, read, wrongly);
        agenda.add(end, () -> spot.state().book().correctExpiry(line, lot.expiryText()));
        String till = world.nights().contains(end) ? ", and corrects the line on %s.".formatted(world.date(end)) : ".";
        FaultStory.open(truth)
                .plants(
                        Identity.ofLot("LOT-02", lot),
                        () -> 1,
                        () -> 2,
                        night,
                        end - 1,
                        "On %s %s finds %d and %d pieces of %s lot %s, and gives the latter the expiry %s instead of %s%s"
                                .formatted(
                                        world.date(night),
                                        spot.site().title(),
                                        rightly,
                                        wrongly,
                                        lot.item().clave(),
                                        lot.title(),
                                        read,
                                        lot.expiryText(),
                                        till));
    }

    private void countWrong(Spot spot, LocalDate read, int night, int end) {
        Lot lot = spot.lot();
        Cell cell = spot.cell();
        cell.freeze();
        world.claims().take(spot.site(), lot.item());
        world.claims().needCounts(spot.site());
        // A line that names the true expiry, so that the count's is the second.
        cell.move(1, night);
        spot.state().book().adjust("FOUND", lot, 1);
        agenda.add(night + 1, () -> cell.misread(read));
        agenda.add(end, cell::readRightly);
        FaultStory.open(truth)
                .plants(
                        Identity.ofLot("LOT-02", lot),
                        () -> 1,
                        () -> 2,
                        night + 1,
                        end - 1,
                        "From %s to %s %s counts %s lot %s with the expiry %s; it is %s."
                                .formatted(
                                        world.date(night + 1),
                                        world.date(end - 1),
                                        spot.site().title(),
                                        lot.item().clave(),
                                        lot.title(),
                                        read,
                                        lot.expiryText()));
    }
}
