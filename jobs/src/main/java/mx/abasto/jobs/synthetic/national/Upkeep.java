package mx.abasto.jobs.synthetic.national;

import java.util.List;
import mx.abasto.jobs.synthetic.Dice;

/** A site writes off what has expired, corrects its records where it sees that they are wrong, loses and finds pieces. */
final class Upkeep {

    private static final int RECOUNTED_PERCENT = 25;
    private static final int PIECES_MAX = 6;
    private static final List<String> OUT = List.of("DAMAGED", "LOST", "STOLEN", "DONATED_OUT", "RETURNED_TO_SUPPLIER");
    private static final List<String> IN = List.of("FOUND", "DONATED_IN", "RETURNED_BY_PATIENT");

    private final World world;
    private final Shelves shelves;

    Upkeep(World world) {
        this.world = world;
        this.shelves = world.shelves();
    }

    /** The night's adjustments. */
    void adjust(Place place, int night, Lines lines) {
        Dice dice = world.dice("upkeep", place, night);
        int first = shelves.first(place) * Shelves.CELLS;
        int cells = shelves.slots(place) * Shelves.CELLS;
        for (int cell = first; cell < first + cells; cell++) {
            int held = shelves.held(cell);
            int unseen = held - shelves.booked(cell);
            boolean isExpired = held > 0 && world.lots().expiry(shelves.lot(cell)) < night;
            if (unseen != 0 && night > 0 && dice.chance(RECOUNTED_PERCENT)) {
                shelves.write(cell, unseen);
                write(lines, place, night, "RECOUNT", cell, unseen);
            } else if (isExpired && !Mishap.EXPIRED_KEPT.befalls(dice)) {
                shelves.move(cell, -held);
                write(lines, place, night, "EXPIRED", cell, -held);
            }
        }
        for (int some = dice.below(6 + cells / 400); some > 0; some--) {
            int slot = shelves.first(place) + dice.below(shelves.slots(place));
            adjustSome(place, night, shelves.cellToIssue(slot, night, world.lots()), lines, dice);
        }
    }

    private void adjustSome(Place place, int night, int cell, Lines lines, Dice dice) {
        if (cell >= 0) {
            int held = shelves.held(cell);
            boolean isOut = dice.chance(50);
            int pieces = (int) dice.between(1, Math.min(PIECES_MAX, held));
            shelves.move(cell, isOut ? -pieces : pieces);
            write(lines, place, night, dice.pick(isOut ? OUT : IN), cell, isOut ? -pieces : pieces);
        }
    }

    private void write(Lines lines, Place place, int night, String reason, int cell, int pieces) {
        int lot = shelves.lot(cell);
        lines.document('A', place.index(), night, (int) lines.rows())
                .cell(1)
                .cell(place.code())
                .cell(world.calendar().text(night))
                .cell(reason)
                .cell(world.lots().product(lot).code())
                .cell(world.lots().name(lot))
                .cell(world.lots().expiryText(lot))
                .pieces(pieces);
    }

    /** Pieces vanish, and nobody writes it down. */
    void lose(Place place, int night) {
        Dice dice = world.dice("losses", place, night);
        int first = shelves.first(place) * Shelves.CELLS;
        for (int cell = first; cell < first + shelves.slots(place) * Shelves.CELLS; cell++) {
            if (shelves.held(cell) > 0 && Mishap.LOSS.befalls(dice)) {
                shelves.moveUnseen(cell, -(int) dice.between(1, Math.min(PIECES_MAX, shelves.held(cell))));
            }
        }
    }

    /** All that lies there at close. */
    void count(Place place, int night, Lines lines) {
        int first = shelves.first(place) * Shelves.CELLS;
        for (int cell = first; cell < first + shelves.slots(place) * Shelves.CELLS; cell++) {
            if (shelves.held(cell) > 0) {
                int lot = shelves.lot(cell);
                lines.cell(place.code())
                        .cell(world.calendar().text(night))
                        .cell(world.lots().product(lot).code())
                        .cell(world.lots().name(lot))
                        .cell(world.lots().expiryText(lot))
                        .pieces(shelves.held(cell));
            }
        }
    }
}
