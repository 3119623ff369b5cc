package mx.abasto.common.lake;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which nights a lake can do without. */
public final class Retention {
    /**
     * How many of the newest nights later ones and weeks to come read at least: on a Sunday the signals look at the
     * fourteen weeks before; no consumption (91 nights), restatement (eight weeks before the week's own) or correction
     * (35 nights, unless more are configured) goes back farther.
     */
    public static final int NIGHTS_LEAST = 14 * 7;

    private Retention() {}

    /** How many of the newest nights have to be kept under a configured correction window. */
    public static int nightsNeeded(int correctionWindowNights) {
        return Math.max(NIGHTS_LEAST, correctionWindowNights);
    }

    /** Whether a night may be pruned so that {@code keptNights} of those up to the last stay: never a week's last. */
    public static boolean isPrunable(LocalDate night, LocalDate last, int keptNights) {
        return night.getDayOfWeek() != DayOfWeek.SUNDAY && night.isBefore(last.minusDays(keptNights - 1L));
    }
}
