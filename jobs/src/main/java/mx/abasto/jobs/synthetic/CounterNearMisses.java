package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.NearMisses.NearMiss;
import org.jspecify.annotations.Nullable;

/** Prescriptions filled, typed and sent in ways that are as they should be. */
final class CounterNearMisses {

    /** A prescription's first line as a unit writes it. */
    private record Line(SiteState state, Lot lot, Prescription prescription, long pieces, LocalDate date) {

        void write(Table table, long dispensed) {
            table.add(
                    prescription.number(),
                    1,
                    state.site().clues(),
                    prescription.writtenOn(),
                    date,
                    lot.item().clave(),
                    lot.code(),
                    pieces,
                    dispensed);
        }

        void cancel(Table table, long dispensed) {
            table.add(
                    prescription.number(),
                    1,
                    state.site().clues(),
                    prescription.writtenOn(),
                    date,
                    lot.item().clave(),
                    lot.code(),
                    pieces,
                    dispensed,
                    true);
        }
    }

    private final World world;
    private final List<NearMiss> told;
    private final Finder finder;
    private final Care care;

    CounterNearMisses(World world, List<NearMiss> told) {
        this.world = world;
        this.told = told;
        this.finder = new Finder(world);
        this.care = new Care(world);
    }

    boolean plant(NearMissKind kind, int night, Agenda agenda, ExtraFiles extras) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case FILLED_IN_PARTS_ELSEWHERE -> fillElsewhere(night, dice, agenda);
            case LINE_SENT_TWICE -> sendLineTwice(night, dice, agenda);
            case CORRECTED_THE_SAME_NIGHT, CANCELLED_THE_SAME_NIGHT -> mend(kind, night, dice, extras);
            case DISPENSED_ON_EXPIRY_DAY -> dispenseOnExpiryDay(night, dice);
            default -> dispenseBeforeRecall(night);
        };
    }

    private @Nullable Spot unit(Dice dice, Predicate<Spot> wanted) {
        return finder.find(
                dice, Site::isUnit, spot -> spot.lot().isNamed() && finder.lasts(spot.lot()) && wanted.test(spot));
    }

    private static long some(Dice dice, Cell cell) {
        return dice.between(1, Math.min(cell.usable() - 1, cell.lot().item().dose()));
    }

    private void take(Spot spot) {
        world.claims().take(spot.site(), spot.lot().item());
    }

    private void tell(NearMissKind kind, int night, Site site, Lot lot, String document, String story) {
        told.add(NearMiss.ofCell(kind, night, site, lot, document, story));
    }

    private boolean fillElsewhere(int night, Dice dice, Agenda agenda) {
        Spot spot = night == world.nights().last()
                ? null
                : unit(dice, found -> found.cell().usable() > 1 && second(found, dice) != null);
        Spot second = spot == null ? null : second(spot, dice);
        if (spot == null || second == null) {
            return false;
        }
        Item item = spot.lot().item();
        long now = some(dice, spot.cell());
        long then = some(dice, second.cell());
        Prescription prescription = care.newPrescription(spot.state(), night);
        take(spot);
        take(second);
        spot.cell().move(-now, night);
        spot.state().book().dispense(prescription, item, spot.lot(), now + then, now);
        second.cell().freeze();
        agenda.add(night + 1, () -> {
            second.cell().thaw();
            second.cell().move(-then, night + 1);
            second.state().book().dispense(prescription, item, second.lot(), now + then, then);
        });
        String story = "Of %d pieces prescribed %s fills %d on %s, and %s the other %d on the day after."
                .formatted(
                        now + then,
                        spot.site().title(),
                        now,
                        world.date(night),
                        second.site().title(),
                        then);
        NearMissKind kind = NearMissKind.FILLED_IN_PARTS_ELSEWHERE;
        tell(kind, night, spot.site(), spot.lot(), prescription.number(), story);
        tell(kind, night + 1, second.site(), second.lot(), prescription.number(), story);
        return true;
    }

    /** Any lot of the item at another unit of the state. */
    private @Nullable Spot second(Spot spot, Dice dice) {
        SiteState state = finder.neighbour(
                dice, spot, other -> lastingCell(other, spot.lot().item()) != null);
        Cell cell = state == null ? null : lastingCell(state, spot.lot().item());
        return state == null || cell == null ? null : new Spot(state, cell);
    }

    private @Nullable Cell lastingCell(SiteState state, Item item) {
        for (Cell cell : state.shelves().of(item)) {
            Lot lot = cell.lot();
            if (cell.usable() > 1 && lot.isNamed() && lot.recalledOn() == null && finder.lasts(lot)) {
                return cell;
            }
        }
        return null;
    }

    private Line dispense(Spot spot, long pieces, long typed, int night) {
        Lot lot = spot.lot();
        Prescription prescription = care.newPrescription(spot.state(), night);
        spot.state().book().dispense(prescription, lot.item(), lot, pieces, typed);
        take(spot);
        return new Line(spot.state(), lot, prescription, pieces, world.date(night));
    }

    private boolean sendLineTwice(int night, Dice dice, Agenda agenda) {
        Spot spot = night == world.nights().last()
                ? null
                : unit(dice, found -> found.cell().usable() > 1);
        if (spot == null) {
            return false;
        }
        long pieces = some(dice, spot.cell());
        spot.cell().move(-pieces, night);
        Line line = dispense(spot, pieces, pieces, night);
        agenda.add(night + 1, () -> line.write(spot.state().book().table(Extract.DISPENSATIONS), pieces));
        tell(
                NearMissKind.LINE_SENT_TWICE,
                night + 1,
                spot.site(),
                spot.lot(),
                line.prescription().number(),
                "The next night's file has the prescription's line once more, as it was.");
        return true;
    }

    /** A second file of the night takes back what the first has wrong. */
    private boolean mend(NearMissKind kind, int night, Dice dice, ExtraFiles extras) {
        Spot spot = unit(dice, found -> found.cell().usable() > 1);
        if (spot == null || !world.claims().takeExtract(spot.site(), Extract.DISPENSATIONS)) {
            return false;
        }
        boolean corrects = kind == NearMissKind.CORRECTED_THE_SAME_NIGHT;
        long pieces = some(dice, spot.cell());
        long typed = spot.cell().physical() + pieces;
        spot.cell().move(corrects ? -pieces : 0, night);
        Line line = dispense(spot, pieces, typed, night);
        Table table = new Table(Extract.DISPENSATIONS.header() + (corrects ? "" : ",cancelled"));
        if (corrects) {
            line.write(table, pieces);
        } else {
            line.cancel(table, typed);
        }
        String name = ExtractFiles.secondName(Extract.DISPENSATIONS, spot.site().clues(), world.date(night));
        extras.add(night, name, table.bytes(), table.rows());
        String story = corrects
                ? "%d pieces are typed for %d; %s corrects the line the same night."
                : "%d pieces for %d prescribed are typed for nobody; %s cancels the line the same night.";
        tell(kind, night, spot.site(), spot.lot(), line.prescription().number(), story.formatted(typed, pieces, name));
        return true;
    }

    private boolean dispenseOnExpiryDay(int night, Dice dice) {
        Spot spot = finder.find(dice, Site::isUnit, found -> found.expiresOn(world.date(night)));
        if (spot == null) {
            return false;
        }
        long pieces =
                dice.between(1, Math.min(spot.cell().usable(), spot.lot().item().dose()));
        spot.cell().move(-pieces, night);
        Line line = dispense(spot, pieces, pieces, night);
        tell(
                NearMissKind.DISPENSED_ON_EXPIRY_DAY,
                night,
                spot.site(),
                spot.lot(),
                line.prescription().number(),
                "%d pieces are dispensed on the last day of the lot.".formatted(pieces));
        return true;
    }

    private boolean dispenseBeforeRecall(int night) {
        for (Lot lot : world.lots().recalled()) {
            for (SiteState state : world.sites()) {
                Cell cell = state.shelves().find(lot);
                if (cell != null
                        && cell.usable() > 0
                        && state.site().isUnit()
                        && world.date(night + 1).equals(lot.recalledOn())
                        && !world.claims().isTaken(state.site(), lot.item())
                        && !world.claims().losesCounts(state.site())) {
                    cell.move(-1, night);
                    Line line = dispense(new Spot(state, cell), 1, 1, night);
                    tell(
                            NearMissKind.RECALLED_A_DAY_LATER,
                            night,
                            state.site(),
                            lot,
                            line.prescription().number(),
                            "A piece is dispensed the day before the lot's recall takes effect.");
                    return true;
                }
            }
        }
        return false;
    }
}
