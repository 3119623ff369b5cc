package mx.abasto.common.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A week of the ISO calendar, Monday to Sunday, written {@code 2025-W03}. The last days of December may belong to the
 * next year's first week, and the first of January to the last year's 52nd or 53rd.
 */
public record IsoWeek(int weekYear, int number) implements Comparable<IsoWeek> {
    public static final int DAYS = 7;

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-W([0-9]{2})");
    private static final Pattern LOOSE_FORM = Pattern.compile("([0-9]{4})[- ]?[Ww]?([0-9]{1,2})");

    public IsoWeek {
        if (number < 1 || number > weeksOf(weekYear)) {
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
     * @throws IllegalArgumentException if it is not a week; the message says what is wrong, and a week that would do
     */
    public static IsoWeek parse(String text) {
        Matcher week = FORM.matcher(text);
        if (!week.matches()) {
            throw new IllegalArgumentException("'%s' is not a week; write it as %s".formatted(text, meant(text)));
        }
        int weekYear = Integer.parseInt(week.group(1));
        int number = Integer.parseInt(week.group(2));
        int last = weeksOf(weekYear);
        if (number < 1 || number > last) {
            throw new IllegalArgumentException("'%s' is not a week: %s has %d weeks, from %s to %s"
                    .formatted(text, week.group(1), last, shown(weekYear, 1), shown(weekYear, last)));
        }
        return new IsoWeek(weekYear, number);
    }

    /** The week that another writing stands for; an example if that is none. */
    private static String meant(String text) {
        Matcher loose = LOOSE_FORM.matcher(text.strip());
        if (loose.matches()) {
            int weekYear = Integer.parseInt(loose.group(1));
            int number = Integer.parseInt(loose.group(2));
            if (number >= 1 && number <= weeksOf(weekYear)) {
                return shown(weekYear, number);
            }
        }
        try {
            return of(LocalDate.parse(text)).toString();
        } catch (DateTimeException noDay) {
            return "2025-W03";
        }
    }

    private static int weeksOf(int weekYear) {
        return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(weekYear, 7, 1))
                .getMaximum();
    }

    private static String shown(int weekYear, int number) {
        return String.format(Locale.ROOT, "%04d-W%02d", weekYear, number);
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
        return shown(weekYear, number);
    }
}
