package mx.abasto.jobs.oracle.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** An ISO week, by its Monday. */
record Week(LocalDate start) implements Comparable<Week> {

    static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    LocalDate end() {
        return start.plusDays(6);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end());
    }

    Week earlierBy(int weeks) {
        return new Week(start.minusWeeks(weeks));
    }

    String name() {
        return "%d-W%02d".formatted(start.get(IsoFields.WEEK_BASED_YEAR), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    @Override
    public int compareTo(Week other) {
        return start.compareTo(other.start);
    }
}
