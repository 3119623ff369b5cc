package mx.abasto.jobs.synthetic.national;

import java.util.HashMap;
import java.util.Map;
import mx.abasto.jobs.synthetic.Dice;

/** Warehouses send to each site, once a week, what it has too little of. */
final class Dispatch {

    /** Days on the road after which a shipment is due. */
    static final int TRANSIT_DAYS = 3;

    private final World world;
    private final Map<Integer, Lines> sent = new HashMap<>();

    Dispatch(World world) {
        this.world = world;
    }

    /** The night's distributions of all warehouses; they stay until {@link #handOver}. */
    void send(int night) {
        for (Place place : world.places()) {
            if (place.supplier() >= 0 && place.isRestockedOn(night)) {
                restock(place, world.places().get(place.supplier()), night);
            }
        }
    }

    /** The lines that a warehouse has written since the last time. */
    Lines handOver(Place warehouse) {
        Lines lines = sent.remove(warehouse.index());
        return lines == null ? new Lines() : lines;
    }

    private void restock(Place place, Place warehouse, int night) {
        Dice dice = world.dice("restocking", place, night);
        boolean isLost = Mishap.LOST_SHIPMENT.befalls(dice);
        int arrival = night + (dice.below(5) < 3 ? 1 : 2);
        if (arrival < 0) {
            // It lies on the shelves by the opening.
            return;
        }
        Shelves shelves = world.shelves();
        int line = 0;
        for (int slot = shelves.first(place); slot < shelves.first(place) + shelves.slots(place); slot++) {
            int held = shelves.heldIn(slot);
            int usual = shelves.usual(slot);
            Product product = world.products().get(shelves.product(slot));
            boolean isSupplied = place.isUnit() || Purchases.isCentral(product);
            if (isSupplied && held * 10L < usual * 6L && !shelves.isAwaited(slot) && shelves.hasRoom(slot)) {
                // A warehouse's slots are in the order of products.
                int from = shelves.cellToIssue(shelves.first(warehouse) + product.index(), night, world.lots());
                if (from >= 0) {
                    int pieces = Math.min(usual - held, shelves.held(from));
                    write(place, warehouse, shelves.lot(from), pieces, usual - held, ++line, night);
                    shelves.move(from, -pieces);
                    if (!isLost) {
                        int lot = shelves.lot(from);
                        shelves.await(slot);
                        Parcel parcel = new Parcel(
                                warehouse.index(),
                                place.index(),
                                slot,
                                lot,
                                pieces,
                                warehouse.index(),
                                night,
                                place.index());
                        world.road().send(parcel, arrival);
                    }
                }
            }
        }
    }

    private void write(Place place, Place warehouse, int lot, int pieces, int requested, int line, int night) {
        sent.computeIfAbsent(warehouse.index(), index -> new Lines())
                .document('T', warehouse.index(), night, place.index())
                .cell(line)
                .cell(warehouse.code())
                .cell(place.code())
                .cell(world.calendar().text(night))
                .cell(world.lots().product(lot).code())
                .cell(world.lots().name(lot))
                .cell(world.lots().expiryText(lot))
                .piecesCell(pieces)
                .cell(requested)
                .endLine();
    }
}
