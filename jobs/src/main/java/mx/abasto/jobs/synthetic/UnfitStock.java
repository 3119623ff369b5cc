package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** A unit dispenses what it should have written off: expired lots (DSP-02) and recalled ones (DSP-05). */
final class UnfitStock implements FaultFamily {

    private static final int DONATION_DAYS_MAX = 3;
    private static final int NIGHTS_TO_FILL_MAX = 5;

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;

    UnfitStock(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.EXPIRED_DISPENSED,
                FaultKind.EXPIRED_DONATION_DISPENSED,
                FaultKind.RECALL_MISSED,
                FaultKind.RECALLED_DONATION_DISPENSED);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case EXPIRED_DISPENSED -> dispenseExpired(dice, night);
            case EXPIRED_DONATION_DISPENSED -> dispenseExpiredDonation(dice, night);
            case RECALL_MISSED -> missRecall(dice, night);
            case RECALLED_DONATION_DISPENSED -> dispenseRecalledDonation(dice, night);
            default -> throw new IllegalArgumentException(kind + " is no fault of unfit stock");
        };
    }

    /** A part of the lot: what is left on the shelf is expired too. */
    private boolean dispenseExpired(Dice dice, int night) {
        Spot spot = finder.find(
                dice,
                Site::isUnit,
                found -> found.cell().usable() >= 2
                        && world.nights().afterExpiry(found.lot()) > night
                        && world.nights().afterExpiry(found.lot())
                                <= world.nights().last()
                        && mayFill(world.nights().afterExpiry(found.lot()) + 2, night));
        if (spot == null) {
            return false;
        }
        Cell cell = spot.cell();
        int first = world.nights().afterExpiry(cell.lot());
        int filled =
                (int) dice.between(first, Math.min(first + 2, world.nights().last()));
        long pieces = dice.between(1, cell.physical() - 1);
        claim(spot);
        FaultStory story = FaultStory.open(truth);
        tellFill("DSP-02", story, spot, pieces, filled, "%s lot %s expires on %s; on %s %s still fills %s with it.");
        story.follows(
                Identity.ofCell("STK-04", spot.site(), cell.lot()),
                () -> 0,
                cell::book,
                first,
                world.nights().last(),
                "The lot is never written off.");
        return true;
    }

    private boolean dispenseExpiredDonation(Dice dice, int night) {
        SiteState state = unit(dice);
        int days = (int) dice.between(0, 1);
        Item item = state == null ? null : item(state, dice);
        if (state == null || item == null) {
            return false;
        }
        Lot lot = world.lots().make(item, world.date(night + days));
        int filled = world.nights().afterExpiry(lot);
        if (!world.nights().contains(filled) || !mayFill(filled, night)) {
            return false;
        }
        Spot spot = donate(state, lot, dice, night);
        tellFill(
                "DSP-02",
                FaultStory.open(truth),
                spot,
                spot.cell().physical(),
                filled,
                "A donation of %s lot %s expires on %s, and on %s %s fills %s with the whole of it.");
        return true;
    }

    private boolean missRecall(Dice dice, int night) {
        List<Spot> spots = new ArrayList<>();
        for (Lot lot : world.lots().recalled()) {
            for (SiteState state : world.sites()) {
                Cell cell = state.shelves().find(lot);
                if (cell != null
                        && cell.usable() > 0
                        && state.site().isUnit()
                        && !world.claims().isTaken(state.site(), lot.item())
                        && !world.claims().losesCounts(state.site())
                        && recallNight(lot) >= night
                        && mayFill(recallNight(lot) + 1, night)
                        && world.nights().contains(recallNight(lot) + 1)) {
                    spots.add(new Spot(state, cell));
                }
            }
        }
        if (spots.isEmpty()) {
            return false;
        }
        Spot spot = dice.pick(spots);
        claim(spot);
        dispenseRecalled(spot, dice.between(1, spot.cell().physical()), dice, recallNight(spot.lot()));
        return true;
    }

    private int recallNight(Lot lot) {
        LocalDate recalledOn = lot.recalledOn();
        return recalledOn == null ? Integer.MAX_VALUE : world.nights().night(recalledOn);
    }

    private boolean dispenseRecalledDonation(Dice dice, int night) {
        SiteState state = unit(dice);
        Item item = state == null ? null : item(state, dice);
        int recalled = night + (int) dice.between(0, 2);
        if (state == null || item == null || !world.nights().contains(recalled + 1)) {
            return false;
        }
        Lot lot = world.lots().makeRecalled(item, world.date(night).plusDays(500), world.date(recalled));
        Spot spot = donate(state, lot, dice, night);
        dispenseRecalled(spot, dice.between(1, spot.cell().physical()), dice, recalled);
        return true;
    }

    /** On the recall's own day, or the next. */
    private void dispenseRecalled(Spot spot, long pieces, Dice dice, int recalled) {
        int filled = recalled + (int) dice.between(0, 1);
        tellFill(
                "DSP-05",
                FaultStory.open(truth),
                spot,
                pieces,
                filled,
                "%s lot %s is recalled from %s on; on %s %s fills %s with it.");
    }

    /** A long run may want a unit silent for days (SIG-02): what begins there is soon over. */
    private boolean mayFill(int filled, int night) {
        return !world.nights().isLong() || filled - night <= NIGHTS_TO_FILL_MAX;
    }

    private @Nullable SiteState unit(Dice dice) {
        List<SiteState> units = world.sites().stream()
                .filter(state -> state.site().isUnit() && !world.claims().losesCounts(state.site()))
                .toList();
        return units.isEmpty() ? null : dice.pick(units);
    }

    private @Nullable Item item(SiteState state, Dice dice) {
        List<Item> items = world.itemsOf(state.site()).stream()
                .filter(item -> !item.lotless() && !world.claims().isTaken(state.site(), item))
                .toList();
        return items.isEmpty() ? null : dice.pick(items);
    }

    private Spot donate(SiteState state, Lot lot, Dice dice, int night) {
        long pieces = lot.item().dose() * dice.between(1, DONATION_DAYS_MAX);
        Cell cell = state.shelves().obtain(lot);
        cell.move(pieces, night);
        state.book().adjust("DONATED_IN", lot, pieces);
        Spot spot = new Spot(state, cell);
        claim(spot);
        return spot;
    }

    private void claim(Spot spot) {
        spot.cell().freeze();
        world.claims().take(spot.site(), spot.lot().item());
        world.claims().touch(spot.lot());
    }

    private void tellFill(String rule, FaultStory story, Spot spot, long pieces, int night, String text) {
        Lot lot = spot.lot();
        Prescription prescription = new Care(world).newPrescription(spot.state(), night);
        agenda.add(night, () -> {
            spot.cell().move(-pieces, night);
            spot.state().book().dispense(prescription, lot.item(), lot, pieces, pieces);
        });
        LocalDate recalledOn = lot.recalledOn();
        String since = recalledOn == null ? lot.expiryText() : recalledOn.toString();
        String what = "%d pieces of prescription %s".formatted(pieces, prescription.number());
        story.plants(
                Identity.ofFill(rule, spot.site(), lot, prescription),
                () -> 0,
                () -> pieces,
                night,
                night,
                text.formatted(
                        lot.item().clave(),
                        lot.title(),
                        since,
                        world.date(night),
                        spot.site().title(),
                        what));
    }
}
