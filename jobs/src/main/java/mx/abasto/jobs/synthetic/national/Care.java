package mx.abasto.jobs.synthetic.national;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.Dice;
import mx.abasto.jobs.synthetic.SiteKind;

/** Units dispense on prescription, never more than lies there; now and then a line is written wrong. */
final class Care {

    /** Of a usual line of a prescription or a ward. */
    static final double PIECES_OF_LINE = 2;

    static final int PIECES_MAX = 3;
    private static final int LINES_OF_PRESCRIPTION_MAX = 4;

    /** A line of a prescription; of one that was filled elsewhere, the site is the other. */
    private record Fill(int site, Place place, int night, int number, int line, int cell, int asked, int pieces) {

        Fill asking(int other) {
            return new Fill(site, place, night, number, line, cell, other, pieces);
        }
    }

    private record Filled(int site, int number, int product, int pieces) {}

    private final World world;
    private final Shelves shelves;
    private final Map<Integer, List<Fill>> mistyped = new HashMap<>();
    private final Deque<Filled> filledAgain = new ArrayDeque<>();

    Care(World world) {
        this.world = world;
        this.shelves = world.shelves();
    }

    /** Lines that a unit dispenses on a usual day. */
    static int linesOf(Place place) {
        return place.kind() == SiteKind.HOSPITAL ? 700 + spread(place) * 4 : 110 + spread(place);
    }

    /** 0 to 80, by site. */
    static int spread(Place place) {
        return (int) (place.index() * 7919L % 81);
    }

    /** Last night's mistyped lines, right. */
    void correct(Place place, Lines lines) {
        List<Fill> wrong = mistyped.remove(place.index());
        if (wrong != null) {
            for (Fill fill : wrong) {
                shelves.write(fill.cell(), -1);
                write(lines, fill, fill.pieces(), "");
            }
        }
    }

    void dispense(Place place, int night, Lines lines) {
        fillAgain(place, night, lines);
        Dice dice = world.dice("prescriptions", place, night);
        int usual = linesOf(place);
        long least = lines.rows() + dice.between(usual * 9L / 10, usual * 11L / 10);
        for (int number = 1; lines.rows() < least; number++) {
            prescribe(place, night, number, lines, dice);
        }
        if (Mishap.UNREADABLE.befalls(dice)) {
            spoil(place, night, lines);
        }
    }

    private void prescribe(Place place, int night, int number, Lines lines, Dice dice) {
        int[] slots = new int[(int) dice.between(1, LINES_OF_PRESCRIPTION_MAX)];
        int line = 0;
        for (int i = 0; i < slots.length; i++) {
            int slot = shelves.first(place) + dice.skewed(shelves.slots(place));
            boolean isNew = true;
            for (int j = 0; j < i; j++) {
                isNew &= slots[j] != slot;
            }
            slots[i] = slot;
            if (isNew) {
                line = fill(place, night, number, line, slot, lines, dice);
            }
        }
    }

    /** Fills a product of a prescription out of one lot or several, as far as there is any; the number of its last line. */
    private int fill(Place place, int night, int number, int lineBefore, int slot, Lines lines, Dice dice) {
        int asked = (int) dice.between(1, PIECES_MAX);
        int line = lineBefore;
        int left = asked;
        int cell = shelves.cellToIssue(slot, night, world.lots());
        if (cell < 0) {
            begin(lines, place.index(), place, night, number, ++line)
                    .cell(world.products().get(shelves.product(slot)).code())
                    .empty()
                    .cell(asked)
                    .pieces(0);
        }
        while (cell >= 0 && left > 0) {
            int pieces = Math.min(left, shelves.held(cell));
            left -= pieces;
            Fill fill = new Fill(place.index(), place, night, number, ++line, cell, asked, pieces);
            shelves.move(cell, -pieces);
            if (night > 0 && pieces == asked) {
                writeSomehow(lines, fill, dice);
            } else {
                write(lines, fill, pieces, "");
            }
            cell = shelves.cellToIssue(slot, night, world.lots());
        }
        return line;
    }

    /** A line that fills what was asked for, which may be written wrong; nothing is on the opening night. */
    private void writeSomehow(Lines lines, Fill fill, Dice dice) {
        if (fill.pieces() > 1 && Mishap.MISTYPED.befalls(dice)) {
            write(lines, fill, fill.pieces() - 1, "");
            shelves.write(fill.cell(), 1);
            mistyped.computeIfAbsent(fill.site(), site -> new ArrayList<>()).add(fill);
        } else if (fill.pieces() > 1 && Mishap.TOO_MUCH.befalls(dice)) {
            write(lines, fill.asking(fill.pieces() - 1), fill.pieces(), "");
        } else if (Mishap.WRONG_LOT.befalls(dice)) {
            write(lines, fill, fill.pieces(), "X");
            shelves.write(fill.cell(), fill.pieces());
        } else {
            write(lines, fill, fill.pieces(), "");
            if (Mishap.TYPED_TWICE.befalls(dice)) {
                lines.repeat(fill.pieces());
            }
            if (Mishap.FILLED_AGAIN.befalls(dice)) {
                int product = world.lots().product(shelves.lot(fill.cell())).index();
                filledAgain.add(new Filled(fill.site(), fill.number(), product, fill.pieces()));
            }
        }
    }

    /** What another site has filled tonight, if it can be had here too. */
    private void fillAgain(Place place, int night, Lines lines) {
        Filled other = filledAgain.peek();
        int slot = other == null ? -1 : shelves.slot(place, other.product());
        int cell = slot < 0 ? -1 : shelves.cellToIssue(slot, night, world.lots());
        if (other != null && cell >= 0 && other.site() != place.index()) {
            filledAgain.remove();
            int pieces = Math.min(other.pieces(), shelves.held(cell));
            write(
                    lines,
                    new Fill(other.site(), place, night, other.number(), 1, cell, other.pieces(), pieces),
                    pieces,
                    "");
            shelves.move(cell, -pieces);
        }
    }

    /** At the end of a night: what nobody filled again by then is forgotten. */
    void forget() {
        filledAgain.clear();
    }

    private void write(Lines lines, Fill fill, int pieces, String typed) {
        int lot = shelves.lot(fill.cell());
        begin(lines, fill.site(), fill.place(), fill.night(), fill.number(), fill.line())
                .cell(world.lots().product(lot).code())
                .cell(world.lots().name(lot), typed)
                .cell(fill.asked())
                .pieces(pieces);
    }

    private Lines begin(Lines lines, int site, Place place, int night, int number, int line) {
        byte[] date = world.calendar().text(night);
        return lines.document('R', site, night, number)
                .cell(line)
                .cell(place.code())
                .cell(date)
                .cell(date);
    }

    /** A row whose date nobody can read. */
    private void spoil(Place place, int night, Lines lines) {
        lines.document('X', place.index(), night, 1)
                .cell(1)
                .cell(place.code())
                .empty()
                .cell("2025-13-45")
                .cell(world.products()
                        .get(shelves.product(shelves.first(place)))
                        .code())
                .empty()
                .cell(1)
                .pieces(1);
    }
}
