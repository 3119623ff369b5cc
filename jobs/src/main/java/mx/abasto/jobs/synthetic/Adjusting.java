package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes off what expired or was recalled, and records the small losses and gains of every day. */
final class Adjusting {

    private static final int PERCENT_A_DAY = 22;
    private static final List<String> OUT = List.of("DAMAGED", "LOST", "STOLEN", "RETURNED_TO_SUPPLIER", "DONATED_OUT");
    private static final List<String> IN = List.of("FOUND", "DONATED_IN");

    private final World world;

    Adjusting(World world) {
        this.world = world;
    }

    /** Before anything is issued: at no close is there an expired or recalled lot that records still hold. */
    void writeOff(SiteState state, int night) {
        LocalDate today = world.date(night);
        for (List<Cell> cells : state.shelves().all()) {
            for (Cell cell : cells) {
                Lot lot = cell.lot();
                if (cell.usable() > 0 && lot.hasExpiredBy(today)) {
                    adjust(state, cell, "EXPIRED", -cell.usable(), night);
                } else if (cell.usable() > 0 && lot.isRecalledBy(today)) {
                    adjust(state, cell, "RECALLED", -cell.usable(), night);
                }
            }
        }
    }

    void adjustSome(SiteState state, int night) {
        Dice dice = world.dice("adjustments", state.site(), night);
        if (!dice.chance(PERCENT_A_DAY)) {
            return;
        }
        boolean mayLose = world.nights().allowsWriteOff(world.date(night));
        List<String> reasons = new ArrayList<>(IN);
        if (state.site().isUnit()) {
            reasons.add("RETURNED_BY_PATIENT");
        }
        reasons.add("RECOUNT");
        reasons.addAll(OUT);
        String reason = dice.pick(reasons);
        boolean loses = OUT.contains(reason) || (reason.equals("RECOUNT") && dice.chance(50));
        Cell cell = anyCell(state, dice);
        if (cell == null || (loses && !mayLose)) {
            return;
        }
        long pieces = dice.between(1, loses ? Math.min(6, cell.usable()) : 6);
        adjust(state, cell, reason, loses ? -pieces : pieces, night);
    }

    private @Nullable Cell anyCell(SiteState state, Dice dice) {
        List<Item> items = world.itemsOf(state.site());
        int start = dice.below(items.size());
        for (int i = 0; i < items.size(); i++) {
            for (Cell cell : state.shelves().of(items.get((start + i) % items.size()))) {
                if (cell.usable() > 0) {
                    return cell;
                }
            }
        }
        return null;
    }

    private void adjust(SiteState state, Cell cell, String reason, long pieces, int night) {
        cell.move(pieces, night);
        state.book().adjust(reason, cell.lot(), pieces);
    }
}
