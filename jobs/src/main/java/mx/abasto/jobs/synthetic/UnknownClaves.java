package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Claves that the catalogue does not have: on a box that arrives, and on a prescription's line (REF-01). */
final class UnknownClaves {

    private record Stranger(SiteState state, Lot lot, long pieces) {}

    private final World world;
    private final Truth truth;
    private final Finder finder;
    private final List<Stranger> strangers = new ArrayList<>();
    private int made;

    UnknownClaves(World world, Truth truth, Finder finder) {
        this.world = world;
        this.truth = truth;
        this.finder = finder;
    }

    /** A donation under a clave of its own comes in, and stays. */
    boolean receive(int night, Dice dice) {
        SiteState state = dice.pick(world.sites());
        Item item = unknown(dice.pick(world.itemsOf(state.site())));
        Lot lot = new Lot(item, "DON%04d".formatted(made), world.nights().end().plusDays(dice.between(90, 500)), null);
        long pieces = dice.between(3, 30);
        state.book().receiveOrdered(state.document("R"), null, lot, pieces);
        strangers.add(new Stranger(state, lot, pieces));
        String story = "On %s %s takes in %d pieces of lot %s under clave %s, which the catalogue does not have."
                .formatted(world.date(night), state.site().title(), pieces, lot.title(), item.clave());
        truth.add(Finding.planted(
                truth.nextFault(),
                clave(state.site(), item),
                night,
                world.nights().last(),
                story));
        return true;
    }

    void count(SiteState state) {
        strangers.stream().filter(stranger -> stranger.state() == state).forEach(stranger -> state.book()
                .count(stranger.lot(), stranger.lot().expiryText(), stranger.pieces()));
    }

    /** A prescription's line names a clave that is not the one that was handed out. */
    boolean mistype(int night, Dice dice) {
        Spot spot = finder.find(
                dice,
                Site::isUnit,
                found -> found.lot().isNamed()
                        && finder.lasts(found.lot())
                        && found.cell().usable() >= 2 * StockFaults.least(found.lot()));
        if (spot == null) {
            return false;
        }
        Lot lot = spot.lot();
        long pieces = StockFaults.some(dice, lot, spot.cell().physical());
        Item typed = unknown(lot.item());
        Lot written = new Lot(typed, lot.code(), lot.expiresOn(), null);
        spot.cell().freeze();
        world.claims().take(spot.site(), lot.item());
        world.claims().needCounts(spot.site());
        spot.cell().moveUnseen(-pieces);
        Prescription prescription = new Care(world).newPrescription(spot.state(), night);
        spot.state().book().dispense(prescription, typed, written, pieces, pieces);
        String story = "On %s %s hands out %d pieces of %s lot %s and types %s on prescription %s: no such clave."
                .formatted(
                        world.date(night),
                        spot.site().title(),
                        pieces,
                        lot.item().clave(),
                        lot.title(),
                        typed.clave(),
                        prescription.number());
        String fault = truth.nextFault();
        int last = world.nights().last();
        truth.add(Finding.planted(fault, clave(spot.site(), typed), night, last, story));
        addConsequences(fault, spot, written, pieces, night);
        return true;
    }

    private void addConsequences(String fault, Spot spot, Lot written, long pieces, int night) {
        int last = world.nights().last();
        Cell cell = spot.cell();
        truth.add(Finding.consequence(
                fault,
                Identity.ofCell("STK-01", spot.site(), cell.lot()),
                cell::book,
                cell::physical,
                night,
                last,
                "The pieces left, and the records of their own clave do not say so."));
        truth.add(Finding.consequence(
                fault,
                Identity.ofCell("DSP-01", spot.site(), written),
                () -> 0,
                () -> pieces,
                night,
                last,
                "The mistyped clave never entered there."));
        truth.add(Finding.consequence(
                fault,
                new Identity("LOT-01", "", "", written.item().clave(), written.title(), ""),
                () -> -pieces,
                () -> 0,
                night,
                last,
                "Nothing of the mistyped clave's lot was ever in the nation: more of it was handed out than came in."));
    }

    private static Identity clave(Site site, Item item) {
        return new Identity("REF-01", site.clues(), "", item.clave(), "", "");
    }

    /** The item under a clave that no other has, as a slip of the finger would make it. */
    private Item unknown(Item item) {
        String root = item.clave().substring(0, 8);
        String clave;
        do {
            clave = "%s%04d.%02d".formatted(root, 9000 + made / 90, 10 + made % 90);
            made++;
        } while (isKnown(clave));
        return item.withClave(clave);
    }

    private boolean isKnown(String clave) {
        return world.network().items().stream().anyMatch(item -> item.clave().equals(clave));
    }
}
