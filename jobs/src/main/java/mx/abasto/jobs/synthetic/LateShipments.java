package mx.abasto.jobs.synthetic;

import java.util.List;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Goods that leave on the word of the warehouse, which writes them down when they have long arrived (SHP-09). */
final class LateShipments {

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Finder finder;

    LateShipments(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.finder = new Finder(world);
    }

    /** Plants one tonight; false if there is no place for it. */
    boolean plant(int night, Dice dice) {
        int written = night + (int) dice.between(1, 3);
        if (!world.nights().contains(written)) {
            return false;
        }
        Spot spot = finder.find(
                dice,
                site -> !site.isUnit(),
                found -> found.lot().isNamed()
                        && finder.lasts(found.lot())
                        && found.cell().usable() >= 2 * StockFaults.least(found.lot())
                        && finder.customer(dice, found) != null);
        SiteState receiver = spot == null ? null : finder.customer(dice, spot);
        if (spot == null || receiver == null) {
            return false;
        }
        Document document = spot.state().document("T");
        Shipment shipment = new Shipment(spot.site(), receiver.site(), document.number(), written, written, List.of());
        long pieces = StockFaults.some(dice, spot.lot(), spot.cell().physical());
        spot.cell().moveUnseen(-pieces);
        receiver.inbound().add(new Parcel(shipment, spot.lot(), pieces, night));
        world.claims().take(spot.site(), spot.lot().item());
        world.claims().take(receiver.site(), spot.lot().item());
        world.claims().needCounts(spot.site());
        agenda.add(written, () -> {
            spot.cell().writeOnly(-pieces);
            spot.state().book().ship(document, receiver.site(), spot.lot(), pieces, pieces);
        });
        tell(spot, shipment, pieces, night, written);
        return true;
    }

    private void tell(Spot spot, Shipment shipment, long pieces, int arrived, int written) {
        Item item = spot.lot().item();
        FaultStory story = FaultStory.open(truth);
        story.plants(
                Identity.ofShipment("SHP-09", shipment.destination(), spot.site(), item, spot.lot(), shipment.number()),
                null,
                null,
                written,
                written,
                "%s takes %d pieces of %s lot %s to %s on %s, and writes shipment %s down on %s, as of that day."
                        .formatted(
                                spot.site().title(),
                                pieces,
                                item.clave(),
                                spot.lot().title(),
                                shipment.destination().title(),
                                world.date(arrived),
                                shipment.number(),
                                world.date(written)));
        story.follows(
                Identity.ofCell("STK-01", spot.site(), spot.lot()),
                spot.cell()::book,
                spot.cell()::physical,
                arrived,
                written - 1,
                "Until then the warehouse's records still have the pieces.");
        int unmatched = arrived + ConfigurationFile.GRACE_DAYS;
        if (unmatched < written) {
            story.follows(
                    Identity.ofShipment(
                            "SHP-02", shipment.destination(), spot.site(), item, spot.lot(), shipment.number()),
                    () -> 0,
                    () -> pieces,
                    unmatched,
                    written - 1,
                    "Until then no shipment of that number is known.");
        }
    }
}
