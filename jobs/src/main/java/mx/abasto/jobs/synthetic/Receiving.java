package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.SiteState.Delivery;

/** Takes in what arrives at a site: from the road, and from suppliers as newly made lots. */
final class Receiving {

    private final World world;

    Receiving(World world) {
        this.world = world;
    }

    void receive(SiteState state, int night) {
        receiveParcels(state, night);
        receiveDeliveries(state, night);
    }

    private void receiveParcels(SiteState state, int night) {
        Map<String, Document> receipts = new HashMap<>();
        for (Parcel parcel : state.inbound()) {
            if (parcel.night() == night) {
                Shipment shipment = parcel.shipment();
                Document receipt = receipts.computeIfAbsent(
                        shipment.origin().index() + " " + shipment.number(), key -> state.document("R"));
                state.shelves().obtain(parcel.lot()).move(parcel.pieces(), night);
                state.book().receiveShipped(receipt, parcel);
            }
        }
        state.inbound().removeIf(parcel -> parcel.night() == night);
    }

    private void receiveDeliveries(SiteState state, int night) {
        Dice dice = world.dice("deliveries", state.site(), night);
        Map<String, Document> receipts = new HashMap<>();
        for (Delivery delivery : state.deliveries()) {
            if (delivery.night() == night) {
                Document receipt = receipts.computeIfAbsent(delivery.orderNo(), key -> state.document("R"));
                for (long pieces : parts(delivery.pieces(), dice)) {
                    putAway(state, receipt, delivery.orderNo(), delivery.item(), pieces, night, dice);
                }
            }
        }
        state.deliveries().removeIf(delivery -> delivery.night() == night);
        if (state.site().kind() == SiteKind.HOSPITAL && dice.chance(2)) {
            Item item = dice.pick(world.itemsOf(state.site()));
            putAway(state, state.document("R"), "", item, item.dose() * dice.between(2, 6), night, dice);
        }
    }

    /** One delivery in eight holds two lots. */
    private static List<Long> parts(long pieces, Dice dice) {
        if (pieces < 4 || !dice.chance(12)) {
            return List.of(pieces);
        }
        long first = dice.between(1, pieces - 1);
        return List.of(first, pieces - first);
    }

    private void putAway(
            SiteState state, Document receipt, String orderNo, Item item, long pieces, int night, Dice dice) {
        LocalDate expiresOn = world.date(night).plusDays(dice.between(270, 900));
        Lot lot = world.lots().make(item, expiresOn);
        state.shelves().obtain(lot).move(pieces, night);
        state.book().receiveOrdered(receipt, orderNo, lot, pieces);
    }
}
