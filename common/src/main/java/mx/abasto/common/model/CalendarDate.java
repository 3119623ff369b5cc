package mx.abasto.common.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it in commands and configurations: {@code 2025-01-20}. */
public final class CalendarDate {
    private static final Pattern ISO = Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>[0-9]{4})[-/. ]?(?<month>[0-9]{1,2})[-/. ]?(?<day>[0-9]{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>[0-9]{1,2})[-/. ](?<month>[0-9]{1,2})[-/. ](?<year>[0-9]{4})");

    private CalendarDate() {}

    /**
     * Reads {@code 2025-01-20}.
     *
     * @throws IllegalArgumentException if it is no day; the message says what is wrong with it, and a day that would do
     */
    public static LocalDate parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            throw new IllegalArgumentException("'%s' is not a date; write it as %s".formatted(text, meant(text)));
        }
        int year = number(iso, "year");
        int month = number(iso, "month");
        int day = number(iso, "day");
        if (year == 0) {
            throw none(text, "the first year is 0001", "2025-01-20");
        }
        if (month < 1 || month > 12) {
            throw none(text, "months go from 01 to 12", month == 0 ? year(year) + "-01-20" : year(year) + "-12-20");
        }
        YearMonth ofYear = YearMonth.of(year, month);
        if (day < 1 || day > ofYear.lengthOfMonth()) {
            throw none(
                    text,
                    "%s %s has %d days"
                            .formatted(
                                    ofYear.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                    year(year),
                                    ofYear.lengthOfMonth()),
                    (day < 1 ? ofYear.atDay(1) : ofYear.atEndOfMonth()).toString());
        }
        return ofYear.atDay(day);
    }

    private static IllegalArgumentException none(String text, String why, String example) {
        return new IllegalArgumentException(
                "'%s' is not a date: %s; write one such as %s".formatted(text, why, example));
    }

    /** The day that another writing stands for; an example if that is none. */
    private static String meant(String text) {
        if (text.matches("[0-9]{4}-W[0-9]{2}")) {
            return weekStart(text);
        }
        for (Pattern form : new Pattern[] {YEAR_FIRST, DAY_FIRST}) {
            Matcher parts = form.matcher(text.strip());
            if (parts.matches()) {
                try {
                    return LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"))
                            .toString();
                } catch (DateTimeException noDay) {
                    return "2025-01-20";
                }
            }
        }
        return "2025-01-20";
    }

    private static String weekStart(String text) {
        try {
            return IsoWeek.parse(text).start().toString();
        } catch (IllegalArgumentException noWeek) {
            return "2025-01-20";
        }
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String year(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
