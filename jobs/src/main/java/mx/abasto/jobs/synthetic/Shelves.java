package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A site's cells by item, first to expire first. A cell that ran out stays: it has been there. */
final class Shelves {

    private final List<List<Cell>> byItem;

    Shelves(int items) {
        byItem = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            byItem.add(List.of());
        }
    }

    List<Cell> of(Item item) {
        return byItem.get(item.index());
    }

    /** Every item's cells, in the catalogue's order. */
    List<List<Cell>> all() {
        return byItem;
    }

    @Nullable
    Cell find(Lot lot) {
        for (Cell cell : of(lot.item())) {
            if (cell.lot() == lot) {
                return cell;
            }
        }
        return null;
    }

    /** The lot's cell, made if the lot was never here. */
    Cell obtain(Lot lot) {
        Cell known = find(lot);
        if (known != null) {
            return known;
        }
        List<Cell> cells = new ArrayList<>(of(lot.item()));
        int place = 0;
        while (place < cells.size() && cells.get(place).lot().goesBefore(lot)) {
            place++;
        }
        Cell cell = new Cell(lot);
        cells.add(place, cell);
        byItem.set(lot.item().index(), cells);
        return cell;
    }

    /** Pieces of the item that the simulation may take. */
    long usable(Item item) {
        long pieces = 0;
        for (Cell cell : of(item)) {
            pieces += cell.usable();
        }
        return pieces;
    }

    /** Takes up to so many pieces, first expiry first, and tells what it took from which cell. */
    long take(Item item, long wanted, int night, ObjLongConsumer<Cell> taken) {
        return take(item, wanted, night, lot -> true, taken);
    }

    /** As above, of some lots only. */
    long take(Item item, long wanted, int night, Predicate<Lot> lots, ObjLongConsumer<Cell> taken) {
        long left = wanted;
        for (Cell cell : of(item)) {
            long pieces = Math.min(left, cell.usable());
            if (pieces > 0 && lots.test(cell.lot())) {
                cell.move(-pieces, night);
                left -= pieces;
                taken.accept(cell, pieces);
            }
        }
        return wanted - left;
    }
}
