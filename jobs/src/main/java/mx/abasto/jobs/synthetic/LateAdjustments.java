package mx.abasto.jobs.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.DayBook.Adjusted;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Losses that are written down on their day and delivered later: until then the records have more than is there. */
final class LateAdjustments {

    private final World world;
    private final Truth truth;
    private final ExtraFiles extras;

    LateAdjustments(World world, Truth truth, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.extras = extras;
    }

    boolean plant(SiteState state, int night) {
        Site site = state.site();
        if (night == world.nights().last() || !mayBeLate(state, night)) {
            return false;
        }
        int arrival = arrival(state, night);
        if (arrival == night || !world.claims().takeExtract(site, Extract.ADJUSTMENTS)) {
            return false;
        }
        Map<Lot, Long> lost = new LinkedHashMap<>();
        state.book().adjusted().forEach(line -> lost.merge(line.lot(), -line.pieces(), Long::sum));
        Table table = state.book().table(Extract.ADJUSTMENTS);
        String name = ExtractFiles.name(Extract.ADJUSTMENTS, site.clues(), world.date(night));
        state.book().suppress(Extract.ADJUSTMENTS);
        extras.add(arrival, name, table.bytes(), table.rows());
        world.claims().needCounts(site);
        String fault = truth.nextFault();
        truth.add(Finding.planted(
                fault,
                Identity.ofFile("EXT-02", site, name),
                arrival,
                arrival,
                "The adjustments of %s of %s come on %s."
                        .formatted(site.title(), world.date(night), world.date(arrival))));
        truth.add(DeliveryFaults.missing(fault, site, Extract.ADJUSTMENTS, night));
        lost.forEach((lot, pieces) -> follow(fault, state, lot, pieces, night, arrival - 1));
        return true;
    }

    /** Only losses, of lots that no fault has, and none that expires while the file is on its way. */
    private boolean mayBeLate(SiteState state, int night) {
        List<Adjusted> lines = state.book().adjusted();
        return !state.book().isSuppressed(Extract.ADJUSTMENTS)
                && !world.claims().losesCounts(state.site())
                && !lines.isEmpty()
                && lines.size() == state.book().rows(Extract.ADJUSTMENTS)
                && lines.stream().allMatch(line -> line.pieces() < 0 && isFree(line.lot(), night));
    }

    private boolean isFree(Lot lot, int night) {
        LocalDate soon = world.date(night).plusDays(7);
        return !world.claims().isHeldBack(lot)
                && (lot.outlives(soon) || lot.hasExpiredBy(world.date(night)))
                && world.sites().stream().noneMatch(state -> world.claims().isTaken(state.site(), lot.item()));
    }

    /** In long runs before the week ends, so that no week without losses gets any (SIG-01). */
    private int arrival(SiteState state, int night) {
        Dice dice = world.dice("late adjustments", state.site(), night);
        int arrival = night + DeliveryFaults.nightsLate(world, dice, night);
        LocalDate sunday = world.date(night).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        while (world.nights().isLong() && world.date(arrival).isAfter(sunday)) {
            arrival--;
        }
        return arrival;
    }

    private void follow(String fault, SiteState state, Lot lot, long pieces, int first, int last) {
        world.claims().take(state.site(), lot.item());
        world.claims().touch(lot);
        Cell cell = state.shelves().obtain(lot);
        if (pieces > lot.item().tolerance()) {
            truth.add(Finding.consequence(
                    fault,
                    Identity.ofCell("STK-01", state.site(), lot),
                    () -> cell.book() + pieces,
                    cell::physical,
                    first,
                    last,
                    "Until then the records still have what was lost."));
        }
        if (lot.hasExpiredBy(world.date(first))) {
            truth.add(Finding.consequence(
                    fault,
                    Identity.ofCell("STK-04", state.site(), lot),
                    () -> 0,
                    () -> cell.book() + pieces,
                    first,
                    last,
                    "Until then the records still have the expired pieces."));
        }
    }
}
