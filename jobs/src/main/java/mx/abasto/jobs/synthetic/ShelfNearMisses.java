package mx.abasto.jobs.synthetic;

import java.util.List;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.NearMisses.NearMiss;

/** What stands on shelves, and is as it should be or near enough. */
final class ShelfNearMisses {

    private final World world;
    private final List<NearMiss> told;
    private final Finder finder;

    ShelfNearMisses(World world, List<NearMiss> told) {
        this.world = world;
        this.told = told;
        this.finder = new Finder(world);
    }

    boolean plant(NearMissKind kind, int night, Agenda agenda) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return kind == NearMissKind.WITHIN_TOLERANCE ? miscount(night, dice) : keepOneDay(night, dice, agenda);
    }

    private boolean miscount(int night, Dice dice) {
        Spot spot = finder.find(
                dice,
                site -> true,
                found -> found.lot().item().tolerance() > 0
                        && finder.lasts(found.lot())
                        && found.cell().usable() > found.lot().item().tolerance());
        if (spot == null) {
            return false;
        }
        int tolerance = spot.lot().item().tolerance();
        take(spot);
        spot.cell().freeze();
        spot.cell().moveUnseen(-tolerance);
        tell(
                NearMissKind.WITHIN_TOLERANCE,
                night,
                spot.site(),
                spot.lot(),
                "From then on the count has %d pieces less than the records: as many as may differ."
                        .formatted(tolerance));
        return true;
    }

    private boolean keepOneDay(int night, Dice dice, Agenda agenda) {
        Spot spot = night == world.nights().last()
                ? null
                : finder.find(dice, site -> true, found -> found.expiresOn(world.date(night)));
        if (spot == null) {
            return false;
        }
        take(spot);
        spot.cell().freeze();
        agenda.add(night + 1, spot.cell()::thaw);
        tell(
                NearMissKind.EXPIRES_TONIGHT,
                night,
                spot.site(),
                spot.lot(),
                "%d pieces stand on the shelf on the last day of the lot, and are written off on the next."
                        .formatted(spot.cell().physical()));
        return true;
    }

    private void take(Spot spot) {
        world.claims().take(spot.site(), spot.lot().item());
    }

    private void tell(NearMissKind kind, int night, Site site, Lot lot, String story) {
        told.add(NearMiss.ofCell(kind, night, site, lot, "", story));
    }
}
