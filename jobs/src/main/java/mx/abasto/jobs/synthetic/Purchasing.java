package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.jobs.synthetic.SiteState.Delivery;

/**
 * Orders what central warehouses need, and now and then something for a state warehouse or a
 * hospital. Every order line is received in full on or before it is due, in one part or in two.
 */
final class Purchasing {

    private static final int REVIEW_NIGHTS = 5;
    static final List<String> SUPPLIERS =
            List.of("PROVEEDOR 01", "PROVEEDOR 02", "PROVEEDOR 03", "PROVEEDOR 04", "PROVEEDOR 05", "PROVEEDOR 06");

    private final World world;

    Purchasing(World world) {
        this.world = world;
    }

    /** Orders placed before the opening night that are still to be received; they come with its file. */
    void placeEarlierOrders() {
        for (SiteState state : world.sites()) {
            Site site = state.site();
            int percent =
                    switch (site.kind()) {
                        case CENTRAL_WAREHOUSE -> 55;
                        case STATE_WAREHOUSE -> 12;
                        case HOSPITAL -> 4;
                        case HEALTH_CENTRE -> 0;
                    };
            Dice dice = world.dice("earlier orders", site, 0);
            List<Item> items = world.itemsOf(site).stream()
                    .filter(item -> dice.chance(percent))
                    .toList();
            if (!items.isEmpty()) {
                LocalDate orderedOn = world.date(0).minusDays(dice.between(4, 20));
                Document order = world.orders().next(orderedOn);
                String supplier = dice.pick(SUPPLIERS);
                items.forEach(item -> place(order, supplier, state, item, orderedOn, 0, dice));
            }
        }
    }

    void review(SiteState state, int night) {
        Site site = state.site();
        Dice dice = world.dice("orders", site, night);
        List<Item> items;
        if (site.kind() == SiteKind.CENTRAL_WAREHOUSE) {
            items = night % REVIEW_NIGHTS == site.index() % REVIEW_NIGHTS ? shortItems(state) : List.of();
        } else if (site.kind() != SiteKind.HEALTH_CENTRE && dice.chance(4)) {
            items = List.of(dice.pick(world.itemsOf(site)));
        } else {
            items = List.of();
        }
        if (!items.isEmpty()) {
            LocalDate today = world.date(night);
            Document order = world.orders().next(today);
            String supplier = dice.pick(SUPPLIERS);
            items.forEach(item -> place(order, supplier, state, item, today, night + 1, dice));
        }
    }

    private List<Item> shortItems(SiteState state) {
        long[] expected = state.expected(world.network().items().size());
        return world.itemsOf(state.site()).stream()
                .filter(item -> state.shelves().usable(item) + expected[item.index()] < state.perDay(item) * 20)
                .toList();
    }

    private void place(
            Document order, String supplier, SiteState state, Item item, LocalDate orderedOn, int earliest, Dice dice) {
        long pieces = Math.max(item.dose() * 4L, Math.round(state.perDay(item) * dice.between(20, 40)));
        int due = earliest + (int) dice.between(1, 10);
        if (dice.chance(25) && pieces >= 2) {
            long first = pieces / 2;
            int dueLater = due + (int) dice.between(3, 7);
            placeLine(order, supplier, state, item, orderedOn, earliest, due, first, dice);
            placeLine(order, supplier, state, item, orderedOn, due + 1, dueLater, pieces - first, dice);
        } else {
            placeLine(order, supplier, state, item, orderedOn, earliest, due, pieces, dice);
        }
    }

    private void placeLine(
            Document order,
            String supplier,
            SiteState state,
            Item item,
            LocalDate orderedOn,
            int earliest,
            int due,
            long pieces,
            Dice dice) {
        world.orders().add(order, supplier, state.site(), orderedOn, world.date(due), item, pieces);
        int night = (int) dice.between(Math.max(earliest, due - 4), due);
        long firstPart = dice.chance(25) && night < due && pieces >= 2 ? dice.between(1, pieces - 1) : pieces;
        state.deliveries().add(new Delivery(night, order.number(), item, firstPart));
        if (firstPart < pieces) {
            int later = (int) dice.between(night + 1, due);
            state.deliveries().add(new Delivery(later, order.number(), item, pieces - firstPart));
        }
    }
}
