package mx.abasto.jobs.synthetic;

import java.util.List;

/** What stands on the shelves before the opening night; its counts make it the opening balance. */
final class OpeningStock {

    private static final int NIGHT_BEFORE = -1;
    private static final int PERCENT_EMPTY = 4;

    private final World world;

    OpeningStock(World world) {
        this.world = world;
    }

    void fill() {
        for (SiteState state : world.sites()) {
            Dice dice = world.dice("opening stock", state.site(), 0);
            world.itemsOf(state.site()).forEach(item -> fill(state, item, dice));
        }
    }

    private void fill(SiteState state, Item item, Dice dice) {
        boolean unit = state.site().isUnit();
        Lot shortDated = world.lots().shortDated(item);
        if (shortDated != null && (!unit || dice.chance(60))) {
            put(state, shortDated, Math.max(item.dose() * 3L, Math.round(state.perDay(item) * dice.between(1, 6))));
        }
        if (unit && dice.chance(PERCENT_EMPTY)) {
            return;
        }
        long days = unit ? dice.between(3, 22) : dice.between(10, 35);
        long pieces = Math.max(item.dose() * 3L, Math.round(state.perDay(item) * days));
        List<Lot> lots = world.lots().opening(item);
        Lot first = dice.pick(lots);
        Lot second = dice.pick(lots);
        long part = first == second ? pieces : dice.between(1, pieces);
        put(state, first, part);
        put(state, second, pieces - part);
    }

    private static void put(SiteState state, Lot lot, long pieces) {
        if (pieces > 0) {
            state.shelves().obtain(lot).move(pieces, NIGHT_BEFORE);
        }
    }
}
