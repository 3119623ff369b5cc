package mx.abasto.common.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text with a place for a date: {@code {date}} stands for {@code 2025-01-20}, {@code {date:yyyyMMdd}} for
 * {@code 20250120}, {@code {date:yyyy/MM/dd}} for {@code 2025/01/20}.
 */
public final class DatedAddress {
    private static final Pattern PLACE = Pattern.compile("\\{date(?::([^}]+))?}");

    private DatedAddress() {}

    /** Whether there is a place for a date. */
    public static boolean isDated(String text) {
        return PLACE.matcher(text).find();
    }

    /**
     * The text with a date in each place.
     *
     * @throws IllegalArgumentException if a place names a pattern that is none
     */
    public static String on(String text, LocalDate date) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String pattern = places.group(1);
            String shown = pattern == null
                    ? date.toString()
                    : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date);
            places.appendReplacement(filled, Matcher.quoteReplacement(shown));
        }
        return places.appendTail(filled).toString();
    }

    /** Whether each day has a text of its own: {@code {date:yyyyMM}} is the same for a month's. */
    public static boolean tellsDaysApart(String text) {
        LocalDate day = LocalDate.of(2025, 1, 20);
        return Stream.of(day, day.plusDays(1), day.plusDays(7), day.plusMonths(1), day.plusYears(1))
                        .map(each -> on(text, each))
                        .distinct()
                        .count()
                == 5;
    }
}
