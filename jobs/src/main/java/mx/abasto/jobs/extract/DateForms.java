package mx.abasto.jobs.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in a sender's formats: patterns of {@link DateTimeFormatter}, taken strictly and tried in their order. A time
 * of day may follow where the pattern has one, and is dropped. {@code MMM} reads Spanish and English names of months,
 * whole or cut to three or four letters, with or without a dot; {@code yy} is a year from 2000 to 2099.
 */
public final class DateForms {
    private static final String ISO = "yyyy-MM-dd";
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern MONTH_NAME = Pattern.compile("M{3,}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2034, 12, 25, 0, 0);
    private static final int REMEMBERED_MAX = 10_000;
    private static final Map<String, Integer> MONTHS = months();

    /** A pattern; its months may be written as names, which are replaced by digits before reading. */
    private record Form(@Nullable DateTimeFormatter formatter, boolean hasNames) {}

    private final List<Form> forms;

    // Dates repeat: a night has few, and a year of expiry dates fits.
    private final Map<String, Optional<String>> remembered = new HashMap<>();

    private DateForms(List<Form> forms) {
        this.forms = forms;
    }

    /**
     * Reads patterns.
     *
     * @throws IllegalArgumentException in plain words, if one of them is none or gives no date
     */
    public static DateForms of(List<String> patterns) {
        return new DateForms(patterns.stream().map(DateForms::form).toList());
    }

    private static Form form(String pattern) {
        if (pattern.equals(ISO)) {
            return new Form(null, false);
        }
        String unquoted = QUOTED.matcher(pattern).replaceAll("");
        boolean hasNames = MONTH_NAME.matcher(unquoted).find();
        String plain = outsideQuotes(pattern);
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(plain)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            if (!LocalDate.from(formatter.parse(formatter.format(EXAMPLE))).equals(EXAMPLE.toLocalDate())) {
                throw new DateTimeException("another date");
            }
            return new Form(formatter, hasNames);
        } catch (IllegalArgumentException | DateTimeException noDate) {
            throw new IllegalArgumentException(
                    "its date format '%s' gives no date; write one such as dd/MM/yyyy, d/M/yy, yyyy-MM-dd HH:mm:ss or dd-MMM-yyyy"
                            .formatted(pattern),
                    noDate);
        }
    }

    /** Years that are resolved strictly, and months as digits, but for what stands between quotes. */
    private static String outsideQuotes(String pattern) {
        StringBuilder plain = new StringBuilder();
        int end = 0;
        for (MatchResult quoted : QUOTED.matcher(pattern).results().toList()) {
            plain.append(strict(pattern.substring(end, quoted.start()))).append(quoted.group());
            end = quoted.end();
        }
        return plain.append(strict(pattern.substring(end))).toString();
    }

    private static String strict(String part) {
        return MONTH_NAME.matcher(part.replace('y', 'u')).replaceAll("MM");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String[] names : new String[][] {
            {
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre"
            },
            {
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december"
            }
        }) {
            for (int month = 1; month <= names.length; month++) {
                String name = names[month - 1];
                months.put(name, month);
                months.put(name.substring(0, 3), month);
                months.put(name.substring(0, Math.min(4, name.length())), month);
            }
        }
        months.put("setiembre", 9);
        months.put("set", 9);
        return Map.copyOf(months);
    }

    /** The date as {@code yyyy-MM-dd}, within the years 1 to 9999; null if no pattern fits. */
    @Nullable
    String date(String text) {
        Optional<String> known = remembered.get(text);
        if (known == null) {
            known = Optional.ofNullable(newDate(text));
            if (remembered.size() >= REMEMBERED_MAX) {
                remembered.clear();
            }
            remembered.put(text, known);
        }
        return known.orElse(null);
    }

    private @Nullable String newDate(String text) {
        for (Form form : forms) {
            DateTimeFormatter formatter = form.formatter();
            if (formatter == null) {
                if (IsoDate.isDate(text)) {
                    return text;
                }
            } else {
                for (String written : form.hasNames() ? withDigits(text) : List.of(text)) {
                    String date = date(written, formatter);
                    if (date != null) {
                        return date;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String date(String text, DateTimeFormatter formatter) {
        try {
            LocalDate date = LocalDate.parse(text, formatter);
            return date.getYear() >= 1 && date.getYear() <= 9999 ? date.toString() : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The text with its month's name replaced by two digits: with the name's dot left out, and with the dot kept. */
    private static List<String> withDigits(String text) {
        List<String> written = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Integer month = MONTHS.get(words.group().toLowerCase(Locale.ROOT));
            if (month != null) {
                String before = text.substring(0, words.start()) + (month < 10 ? "0" : "") + month;
                String after = text.substring(words.end());
                written.add(before + after);
                if (after.startsWith(".")) {
                    written.add(before + after.substring(1));
                }
                return written;
            }
        }
        return written;
    }
}
