package mx.abasto.jobs.synthetic;

import java.util.function.LongSupplier;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;
import org.jspecify.annotations.Nullable;

/** Faults of writing: pieces of a lot are issued or counted, and whoever writes it leaves the lot blank. */
final class BlankLots {

    private final World world;
    private final Truth truth;
    private final Finder finder;

    BlankLots(World world, Truth truth, Finder finder) {
        this.world = world;
        this.truth = truth;
        this.finder = finder;
    }

    boolean plant(FaultKind kind, int night, Dice dice) {
        Spot spot = find(kind, dice);
        if (spot == null) {
            return false;
        }
        Lot lot = spot.lot();
        long pieces = StockFaults.some(dice, lot, spot.cell().physical());
        Cell blank = spot.state().shelves().obtain(world.lots().lotless(lot.item()));
        claim(spot, blank);
        spot.cell().moveUnseen(-pieces);
        String what = "%d pieces of %s lot %s".formatted(pieces, lot.item().clave(), lot.title());
        String story = "At %s on %s, ".formatted(spot.site().title(), world.date(night))
                + write(kind, spot.state(), blank, pieces, night).formatted(what);
        String fault = truth.nextFault();
        LongSupplier actual =
                switch (kind) {
                    case COUNTED_WITHOUT_LOT -> blank::physical;
                    case CONSUMED_WITHOUT_LOT -> blank::book;
                    default -> () -> pieces;
                };
        int last = world.nights().last();
        Identity planted = Identity.ofCell(kind.rule(), spot.site(), blank.lot());
        truth.add(new Finding(fault, planted, () -> 0, actual, night, last, true, story));
        Identity follows = Identity.ofCell("STK-01", spot.site(), lot);
        String consequence = "The pieces left lot %s, and its records do not say so.".formatted(lot.title());
        Cell cell = spot.cell();
        truth.add(new Finding(fault, follows, cell::book, cell::physical, night, last, false, consequence));
        return true;
    }

    /** A lot of an item that the site has never had without a lot; wards are in hospitals only. */
    private @Nullable Spot find(FaultKind kind, Dice dice) {
        return finder.find(
                dice,
                site -> site.kind() == SiteKind.HOSPITAL || (site.isUnit() && kind != FaultKind.CONSUMED_WITHOUT_LOT),
                found -> found.lot().isNamed()
                        && found.cell().usable() >= 2 * StockFaults.least(found.lot())
                        && finder.lasts(found.lot())
                        && found.state()
                                        .shelves()
                                        .find(world.lots().lotless(found.lot().item()))
                                == null);
    }

    private void claim(Spot spot, Cell blank) {
        spot.cell().freeze();
        blank.freeze();
        world.claims().take(spot.site(), spot.lot().item());
        world.claims().needCounts(spot.site());
    }

    /** Writes the line, and tells it with a gap for what it is about. */
    private String write(FaultKind kind, SiteState state, Cell blank, long pieces, int night) {
        if (kind == FaultKind.COUNTED_WITHOUT_LOT) {
            blank.moveUnseen(pieces);
            return "the labels come off %s, which are counted without their lot from then on.";
        }
        blank.writeOnly(-pieces);
        if (kind == FaultKind.CONSUMED_WITHOUT_LOT) {
            state.book().consume(state.document("C"), "URGENCIAS", blank.lot(), pieces);
            return "a ward's sheet leaves the lot blank for %s.";
        }
        Prescription prescription = new Care(world).newPrescription(state, night);
        state.book().dispense(prescription, blank.lot().item(), blank.lot(), pieces, pieces);
        return "prescription " + prescription.number() + " is filled with %s, but its line leaves the lot blank.";
    }
}
