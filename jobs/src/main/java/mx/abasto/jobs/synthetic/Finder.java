package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through the network, from a random place on, for stock that a fault may have. */
final class Finder {

    /** A cell and the site that it is at. */
    record Spot(SiteState state, Cell cell) {

        Site site() {
            return state.site();
        }

        Lot lot() {
            return cell.lot();
        }

        boolean expiresOn(LocalDate date) {
            return date.equals(lot().expiresOn());
        }
    }

    private final World world;

    Finder(World world) {
        this.world = world;
    }

    /** A cell that no fault has, at a site whose counts all arrive. */
    @Nullable
    Spot find(Dice dice, Predicate<Site> sites, Predicate<Spot> spots) {
        List<SiteState> states = world.sites();
        int firstSite = dice.below(states.size());
        for (int i = 0; i < states.size(); i++) {
            SiteState state = states.get((firstSite + i) % states.size());
            if (sites.test(state.site()) && !world.claims().losesCounts(state.site())) {
                Spot spot = findAt(state, dice, spots);
                if (spot != null) {
                    world.claims().touch(spot.lot());
                    return spot;
                }
            }
        }
        return null;
    }

    private @Nullable Spot findAt(SiteState state, Dice dice, Predicate<Spot> spots) {
        List<Item> items = world.itemsOf(state.site());
        int firstItem = dice.below(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get((firstItem + i) % items.size());
            if (!world.claims().isTaken(state.site(), item)) {
                for (Cell cell : state.shelves().of(item)) {
                    Spot spot = new Spot(state, cell);
                    if (cell.usable() > 0
                            && cell.lot().recalledOn() == null
                            && !world.claims().isHeldBack(cell.lot())
                            && spots.test(spot)) {
                        return spot;
                    }
                }
            }
        }
        return null;
    }

    /** A unit of the same state that the lot's item is free at, and nothing of it on its way there. */
    @Nullable
    SiteState neighbour(Dice dice, Spot spot, Predicate<SiteState> wanted) {
        List<Site> units = world.network().routes().unitsOf(spot.site().state());
        int first = dice.below(units.size());
        for (int i = 0; i < units.size(); i++) {
            SiteState state = world.state(units.get((first + i) % units.size()));
            if (state != spot.state() && isFree(state, spot.lot().item()) && wanted.test(state)) {
                return state;
            }
        }
        return null;
    }

    /** A site that the warehouse supplies and that the lot's item is free at. */
    @Nullable
    SiteState customer(Dice dice, Spot warehouse) {
        int first = dice.below(world.sites().size());
        for (int i = 0; i < world.sites().size(); i++) {
            SiteState state = world.sites().get((first + i) % world.sites().size());
            Item item = warehouse.lot().item();
            if (world.network().routes().supplierOf(state.site())
                            == warehouse.site().index()
                    && world.network().assortment().holds(state.site().kind(), item)
                    && !world.claims().isTaken(state.site(), item)) {
                return state;
            }
        }
        return null;
    }

    private boolean isFree(SiteState state, Item item) {
        return world.network().assortment().holds(state.site().kind(), item)
                && !world.claims().isTaken(state.site(), item)
                && !world.claims().losesCounts(state.site())
                && state.inbound().stream()
                        .noneMatch(parcel -> parcel.lot().item().equals(item));
    }

    /** Whether the lot expires after the last night. */
    boolean lasts(Lot lot) {
        return lot.outlives(world.nights().end());
    }
}
