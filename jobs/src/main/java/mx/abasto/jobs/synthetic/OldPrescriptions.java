package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import mx.abasto.jobs.synthetic.Finding.Identity;

/** Prescriptions that were not filled, found in a drawer weeks later and sent in a file of their own; nothing moved. */
final class OldPrescriptions {
    /** As {@code abasto.correction-window-nights} is, where nothing else is configured. */
    static final int WINDOW_NIGHTS = 35;

    private static final int OLDER_MAX = 30;
    private static final int PRESCRIBED_MAX = 20;

    private final World world;
    private final Truth truth;
    private final ExtraFiles extras;

    OldPrescriptions(World world, Truth truth, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.extras = extras;
    }

    /** Sends some that are older than the window (EXT-06). */
    boolean plant(SiteState state, int night) {
        Site site = state.site();
        if (!Extract.DISPENSATIONS.isExpectedOf(site.kind())
                || !world.claims().takeExtract(site, Extract.DISPENSATIONS)) {
            return false;
        }
        Dice dice = world.dice("old prescriptions", site, night);
        LocalDate day = world.date(night).minusDays(WINDOW_NIGHTS + dice.between(1, OLDER_MAX));
        long lines = dice.between(1, 3);
        Table table = found(world, state, night, day, lines);
        String name = ExtractFiles.secondName(Extract.DISPENSATIONS, site.clues(), world.date(night));
        extras.add(night, name, table.bytes(), table.rows());
        truth.add(new Finding(
                truth.nextFault(),
                Identity.ofFile("EXT-06", site, name),
                () -> 0,
                () -> lines,
                night,
                night,
                true,
                "%s sends %d prescriptions of %s that it could not fill, never sent before, in %s."
                        .formatted(site.title(), lines, day, name)));
        return true;
    }

    /** A file of prescriptions that were not filled on a day. */
    static Table found(World world, SiteState state, int night, LocalDate day, long lines) {
        Site site = state.site();
        Dice dice = world.dice("prescriptions in a drawer", site, night);
        Table table = new Table(Extract.DISPENSATIONS.header());
        for (int line = 1; line <= lines; line++) {
            String number = "DRAWER-%s-%s-%d".formatted(site.clues(), world.date(night), line);
            Item item = dice.pick(world.network().items());
            table.add(number, 1, site.clues(), day, day, item.clave(), null, dice.between(1, PRESCRIBED_MAX), 0);
        }
        return table;
    }
}
