package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.Dispatch.Wish;
import mx.abasto.jobs.synthetic.SiteState.Request;

/** Sites ask their warehouse for what runs low; warehouses send what they have; some comes back. */
final class Replenishment {

    private final World world;
    private final Dispatch dispatch;

    Replenishment(World world) {
        this.world = world;
        this.dispatch = new Dispatch(world);
    }

    /** Every second or third night a site looks through its shelves. */
    void ask(SiteState state, int night) {
        Site site = state.site();
        int supplier = world.network().routes().supplierOf(site);
        int everyNights = site.isUnit() ? 3 : 2;
        if (supplier < 0 || (night + site.index()) % everyNights != 0) {
            return;
        }
        int lowDays = site.isUnit() ? 7 : 10;
        int fullDays = site.isUnit() ? 16 : 25;
        long[] expected = state.expected(world.network().items().size());
        for (Item item : world.itemsOf(site)) {
            long position = state.shelves().usable(item) + expected[item.index()];
            if (position < state.perDay(item) * lowDays && !world.claims().isBlocked(site, item)) {
                long pieces = Math.max(item.dose(), Math.round(state.perDay(item) * fullDays) - position);
                world.sites().get(supplier).requests().add(new Request(state, item, pieces));
            }
        }
    }

    /** Serves what was asked since last night, one shipment for each site that asked. */
    void serve(SiteState warehouse, int night) {
        Map<Site, List<Wish>> wishes = new LinkedHashMap<>();
        for (Request request : warehouse.requests()) {
            Site site = request.from().site();
            if (!world.claims().isBlocked(site, request.item())) {
                wishes.computeIfAbsent(site, key -> new ArrayList<>()).add(new Wish(request.item(), request.pieces()));
            }
        }
        warehouse.requests().clear();
        wishes.forEach((site, wanted) -> dispatch.send(
                warehouse,
                site,
                wanted,
                night,
                Dice.of(seed(), "road", warehouse.site().index(), site.index(), night)));
    }

    private long seed() {
        return world.options().seed();
    }

    /** A unit sends a part of what it has plenty of back to the warehouse, or to a neighbour. */
    void giveBack(SiteState state, int night) {
        Site site = state.site();
        Dice dice = world.dice("returns", site, night);
        if (!site.isUnit() || !dice.chance(3)) {
            return;
        }
        Item item = dice.pick(world.itemsOf(site));
        Site warehouse = world.network().sites().get(world.network().routes().supplierOf(site));
        List<Site> neighbours = world.network().routes().unitsOf(site.state());
        Site destination = dice.chance(50) ? warehouse : dice.pick(neighbours);
        long plenty = state.shelves().usable(item) - Math.round(state.perDay(item) * 5);
        if (plenty >= 2
                && destination.index() != site.index()
                && !world.claims().isBlocked(destination, item)
                && world.network().assortment().holds(destination.kind(), item)) {
            long pieces = dice.between(1, plenty / 2);
            dispatch.send(state, destination, List.of(new Wish(item, pieces)), night, dice);
        }
    }
}
