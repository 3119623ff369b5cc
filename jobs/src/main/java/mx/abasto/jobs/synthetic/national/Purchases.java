package mx.abasto.jobs.synthetic.national;

import mx.abasto.jobs.synthetic.Dice;

/** Warehouses order from suppliers, each product reviewed once a week. */
final class Purchases {

    private static final int LINES_OF_ORDER = 25;
    private static final int SUPPLIERS = 60;
    private static final int LEAD_MIN_DAYS = 8;
    private static final int LEAD_MAX_DAYS = 14;
    private static final int EARLY_DAYS = 3;

    private final World world;

    Purchases(World world) {
        this.world = world;
    }

    /** Whether the central warehouse buys it for those of the states, where there is one. */
    static boolean isCentral(Product product) {
        return product.index() % 3 == 0;
    }

    void order(int night, Lines orders) {
        for (Place place : world.places()) {
            if (!place.isUnit()) {
                order(place, night, orders);
            }
        }
    }

    private void order(Place place, int night, Lines orders) {
        Dice dice = world.dice("orders", place, night);
        Shelves shelves = world.shelves();
        int lines = 0;
        for (Product product : world.products()) {
            int slot = shelves.first(place) + product.index();
            boolean isReviewed = Math.floorMod(product.index() + place.index() + night, 7) == 0;
            boolean isBought = place.supplier() < 0 || !isCentral(product);
            int held = shelves.heldIn(slot);
            int usual = shelves.usual(slot);
            if (isReviewed
                    && isBought
                    && held * 10L < usual * 8L
                    && !shelves.isAwaited(slot)
                    && shelves.hasRoom(slot)) {
                int pieces = usual - held + usual / 4;
                // Nothing may come before the opening.
                int earliest = Math.max(night + LEAD_MIN_DAYS, EARLY_DAYS);
                int due = (int) dice.between(earliest, Math.max(night + LEAD_MAX_DAYS, LEAD_MAX_DAYS));
                int number = lines / LINES_OF_ORDER;
                write(orders, place, product, number, 1 + lines % LINES_OF_ORDER, pieces, night, due);
                buy(new Parcel(-1, place.index(), slot, 0, pieces, place.index(), night, number), due, dice);
                lines++;
            }
        }
    }

    private void buy(Parcel ordered, int due, Dice dice) {
        if (Mishap.LOST_ORDER.befalls(dice)) {
            return;
        }
        int arrival =
                Mishap.LATE_ORDER.befalls(dice) ? due + (int) dice.between(1, 6) : due - dice.below(1 + EARLY_DAYS);
        int more = Mishap.OVER_DELIVERED.befalls(dice) ? (int) dice.between(1, 20) : 0;
        world.shelves().await(ordered.slot());
        world.road().send(ordered.withPieces(ordered.pieces() + more), arrival);
    }

    private void write(
            Lines orders, Place place, Product product, int number, int line, int pieces, int night, int due) {
        int supplier = product.index() % SUPPLIERS;
        orders.document('P', place.index(), night, number)
                .cell(line)
                .cell("C" + (100 + supplier))
                .cell("PROVEEDOR " + (1 + supplier))
                .cell(place.code())
                .cell(world.calendar().text(night))
                .cell(world.calendar().text(due))
                .cell(product.code())
                .pieces(pieces);
    }
}
