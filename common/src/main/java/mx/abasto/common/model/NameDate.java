package mx.abasto.common.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The date in a file's name: the format {@code ddMMyyyy} of a place {@code {date:ddMMyyyy}}, always as long. */
record NameDate(String format, DateTimeFormatter formatter, int length) {
    private static final String ISO = "yyyy-MM-dd";

    /** Days that a format must tell apart, of every length that a number of a day or a month has. */
    private static final List<LocalDate> SAMPLES = List.of(
            LocalDate.of(2025, 1, 9), LocalDate.of(2025, 1, 20), LocalDate.of(2025, 11, 9), LocalDate.of(2024, 12, 31));

    /**
     * The format of a place.
     *
     * @param pattern that has the place, for messages
     * @param stated what the place says; null for {@code {date}}
     * @throws IllegalArgumentException if no day can be told from what it writes
     */
    static NameDate of(String pattern, @Nullable String stated) {
        String format = stated == null ? ISO : stated;
        DateTimeFormatter formatter = formatter(pattern, format);
        try {
            int length = written(formatter, SAMPLES.get(0)).length();
            NameDate date = new NameDate(format, formatter, length);
            if (SAMPLES.stream().anyMatch(day -> written(formatter, day).length() != length)) {
                throw refused(pattern, format, "writes some days longer than others; write dd and MM");
            }
            if (SAMPLES.stream().anyMatch(day -> !day.equals(date.parse(written(formatter, day))))) {
                throw refused(pattern, format, "does not give a whole date: " + missing(format));
            }
            return date;
        } catch (DateTimeException failure) {
            throw refused(pattern, format, "does not give a whole date: " + missing(format));
        }
    }

    private static DateTimeFormatter formatter(String pattern, String format) {
        try {
            return DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException failure) {
            throw refused(pattern, format, "is no date format");
        }
    }

    private static String written(DateTimeFormatter formatter, LocalDate day) {
        return formatter.format(day.atTime(13, 0));
    }

    private static IllegalArgumentException refused(String pattern, String format, String why) {
        return new IllegalArgumentException(
                "the pattern '%s' has the date %s, which %s; write one such as {date:yyyyMMdd} or {date:ddMMyyyy}"
                        .formatted(pattern, format, why));
    }

    private static String missing(String format) {
        if (format.contains("Y")) {
            return "YYYY is the year of a week, yyyy is the year";
        }
        if (!format.contains("y") && !format.contains("u")) {
            return "it has no year, yyyy";
        }
        if (!format.contains("M") && !format.contains("L") && !format.contains("DDD")) {
            return format.contains("m") ? "mm are minutes, MM is the month" : "it has no month, MM";
        }
        if (!format.contains("d")) {
            return format.contains("D") ? "DD is the day of the year, dd is the day" : "it has no day, dd";
        }
        return "year, month and day must each be there";
    }

    /** The day that a text of its length says; null if it is none. */
    @Nullable
    LocalDate parse(String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
