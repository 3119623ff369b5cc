package mx.abasto.jobs.synthetic;

import java.util.List;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Goods that arrive under a number that their supposed sender never wrote (SHP-02). */
final class UnsentShipments {

    private final World world;
    private final Truth truth;
    private final Finder finder;

    UnsentShipments(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.finder = new Finder(world);
    }

    /** Plants one tonight; false if there is no place for it. */
    boolean plant(int night, Dice dice) {
        int first = night + ConfigurationFile.GRACE_DAYS;
        if (first > world.nights().last()) {
            return false;
        }
        Spot spot = finder.find(
                dice,
                site -> !site.isUnit(),
                found -> found.lot().isNamed() && finder.lasts(found.lot()) && finder.customer(dice, found) != null);
        SiteState receiver = spot == null ? null : finder.customer(dice, spot);
        if (spot == null || receiver == null) {
            return false;
        }
        String number = "T9%05d".formatted(spot.state().number("unsent"));
        Shipment shipment = new Shipment(spot.site(), receiver.site(), number, night, night, List.of());
        Parcel parcel = new Parcel(shipment, spot.lot(), dice.between(3, 30), night);
        receiver.inbound().add(parcel);
        world.claims().take(receiver.site(), spot.lot().item());
        String story = "On %s %s receives %d pieces of %s lot %s as shipment %s of %s, which sent none of that number."
                .formatted(
                        world.date(night),
                        receiver.site().title(),
                        parcel.pieces(),
                        spot.lot().item().clave(),
                        spot.lot().title(),
                        number,
                        spot.site().title());
        Identity identity = Identity.ofShipment(
                "SHP-02", receiver.site(), spot.site(), spot.lot().item(), spot.lot(), number);
        int last = world.nights().last();
        truth.add(new Finding(truth.nextFault(), identity, () -> 0, parcel::pieces, first, last, true, story));
        return true;
    }
}
