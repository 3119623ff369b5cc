package mx.abasto.jobs.synthetic.national;

import java.util.List;
import mx.abasto.jobs.synthetic.Dice;
import mx.abasto.jobs.synthetic.SiteKind;

/** What hospitals' wards use up. */
final class Wards {

    private static final int LINES_OF_DOCUMENT = 12;
    private static final List<String> SERVICES =
            List.of("URGENCIAS", "MEDICINA INTERNA", "CIRUGIA", "PEDIATRIA", "GINECOLOGIA", "TERAPIA INTENSIVA");

    private final World world;

    Wards(World world) {
        this.world = world;
    }

    /** Lines that a site's wards use on a usual day. */
    static int linesOf(Place place) {
        return place.kind() == SiteKind.HOSPITAL ? 340 + Care.spread(place) * 5 / 2 : 0;
    }

    void use(Place place, int night, Lines lines) {
        Dice dice = world.dice("wards", place, night);
        Shelves shelves = world.shelves();
        int usual = linesOf(place);
        long count = dice.between(usual * 9L / 10, usual * 11L / 10);
        for (int i = 0; i < count; i++) {
            int slot = shelves.first(place) + dice.skewed(shelves.slots(place));
            int cell = shelves.cellToIssue(slot, night, world.lots());
            int pieces = cell < 0 ? 0 : (int) dice.between(1, Math.min(Care.PIECES_MAX, shelves.held(cell)));
            if (pieces > 0) {
                int document = i / LINES_OF_DOCUMENT;
                lines.document('C', place.index(), night, document)
                        .cell(1 + i % LINES_OF_DOCUMENT)
                        .cell(place.code())
                        .cell(world.calendar().text(night))
                        .cell(SERVICES.get((document + night) % SERVICES.size()))
                        .cell(world.lots().product(shelves.lot(cell)).code())
                        .cell(world.lots().name(shelves.lot(cell)))
                        .pieces(pieces);
                shelves.move(cell, -pieces);
            }
        }
    }
}
