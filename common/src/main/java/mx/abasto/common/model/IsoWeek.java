package mx.abasto.common.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A week of the ISO calendar, Monday to Sunday, written {@code 2025-W03}. The last days of December may belong to the
 * next year's first week, and the first of January to the last year's 52nd or 53rd.
 */
public record IsoWeek(int weekYear, int number) implements Comparable<IsoWeek> {
    public static final int DAYS = 7;

    public IsoWeek {
        LocalDate inTheYear = LocalDate.of(weekYear, 7, 1);
        if (!IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inTheYear).isValidValue(number)) {
            throw new IllegalArgumentException("There is no week " + number + " in " + weekYear);
        }
    }

    /** The week that a day belongs to. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads {@code 2025-W03}.
     *
     * @throws IllegalArgumentException if it is not a week; the message says what one looks like
     */
    public static IsoWeek parse(String text) {
        if (!text.matches("\\d{4}-W\\d{2}")) {
            throw new IllegalArgumentException("\"" + text + "\" is not a week; write it as 2025-W03");
        }
        try {
            return new IsoWeek(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
        } catch (DateTimeException failure) {
            throw new IllegalArgumentException("\"" + text + "\" is not a week; write it as 2025-W03", failure);
        }
    }

    /** Its Monday. */
    public LocalDate start() {
        return LocalDate.of(weekYear, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
                .with(DayOfWeek.MONDAY);
    }

    /** Its Sunday. */
    public LocalDate end() {
        return start().plusDays(DAYS - 1);
    }

    /** The week so many weeks before it. */
    public IsoWeek minusWeeks(int weeks) {
        return of(start().minusWeeks(weeks));
    }

    /** Its seven days in order. */
    public List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(start()::plusDays).toList();
    }

    @Override
    public int compareTo(IsoWeek other) {
        return start().compareTo(other.start());
    }

    @Override
    public String toString() {
        return "%04d-W%02d".formatted(weekYear, number);
    }
}
