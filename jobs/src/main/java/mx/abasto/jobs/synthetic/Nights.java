package mx.abasto.jobs.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The nights of a run by index; 0 is the opening night. */
record Nights(LocalDate from, int count) {

    /** SIG-01 wants five weeks of history, so no run this short can call an adjustment an outlier. */
    private static final int NIGHTS_WITHOUT_HISTORY = 35;

    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    LocalDate date(int night) {
        return from.plusDays(night);
    }

    int last() {
        return count - 1;
    }

    LocalDate end() {
        return date(last());
    }

    /** The night of a date. */
    int night(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(from, date);
    }

    boolean contains(int night) {
        return night >= 0 && night <= last();
    }

    /** The first night on which the lot has expired; far beyond the last for one without an expiry. */
    int afterExpiry(Lot lot) {
        LocalDate expiresOn = lot.expiresOn();
        return expiresOn == null ? Integer.MAX_VALUE : night(expiresOn) + 1;
    }

    boolean isLong() {
        return count > NIGHTS_WITHOUT_HISTORY;
    }

    /**
     * Whether stock may be written off on the date. In long runs only every third week, so that more
     * than half of any site's weeks have none, their MAD is 0, and SIG-01 has nothing to say.
     */
    boolean allowsWriteOff(LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return !isLong() || Math.floorMod(ChronoUnit.WEEKS.between(A_MONDAY, monday), 3) == 1;
    }

    /** The date, or the same weekday of the next week in which stock may be written off. */
    LocalDate writeOffDay(LocalDate date) {
        LocalDate day = date;
        while (!allowsWriteOff(day)) {
            day = day.plusWeeks(1);
        }
        return day;
    }
}
