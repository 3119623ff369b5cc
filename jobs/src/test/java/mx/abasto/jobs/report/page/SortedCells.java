package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a column's cells as a person would, to see whether they stand in order. */
final class SortedCells {
    private static final Pattern NUMBER = Pattern.compile("[−$]*[\\d,]+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}) (\\p{L}+) (\\d{4})");
    private static final List<String> MONTHS =
            List.of("ene|jan", "feb", "mar", "abr|apr", "may", "jun", "jul", "ago|aug", "sep", "oct", "nov", "dic|dec");
    private static final List<String> SEVERITIES = List.of("cr[ií]tic.*", "alta|high", "media|medium", "baja|low");

    private SortedCells() {}

    /** Whether the cells rise, or fall; those that say nothing come last either way. */
    static boolean areInOrder(List<String> cells, boolean isRising) {
        // A lot's name may begin like a number beside others that do not.
        boolean areTexts = cells.stream()
                .anyMatch(cell -> !saysNothing(cell)
                        && !DAY.matcher(firstLine(cell)).matches()
                        && !NUMBER.matcher(firstLine(cell)).lookingAt());
        @Nullable Comparable<Object> before = null;
        boolean hasEnded = false;
        for (String cell : cells) {
            if (saysNothing(cell)) {
                hasEnded = true;
                continue;
            }
            Comparable<Object> value = areTexts ? textOf(firstLine(cell)) : valueOf(firstLine(cell));
            if (hasEnded || (before != null && (isRising ? 1 : -1) * before.compareTo(value) > 0)) {
                return false;
            }
            before = value;
        }
        return true;
    }

    private static boolean saysNothing(String cell) {
        return cell.startsWith("–");
    }

    private static String firstLine(String cell) {
        return cell.lines().findFirst().orElse("");
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> valueOf(String first) {
        Matcher day = DAY.matcher(first);
        if (day.matches()) {
            return (Comparable<Object>) (Comparable<?>) LocalDate.of(
                    Integer.parseInt(day.group(3)), 1 + placeOf(day.group(2), MONTHS), Integer.parseInt(day.group(1)));
        }
        Matcher number = NUMBER.matcher(first);
        number.lookingAt();
        return (Comparable<Object>)
                (Comparable<?>) new BigDecimal(number.group().replace("−", "-").replaceAll("[$,]", ""));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> textOf(String first) {
        int severity = placeOf(first, SEVERITIES);
        return (Comparable<Object>) (Comparable<?>) (severity >= 0 ? Integer.toString(severity) : firstLetters(first));
    }

    private static int placeOf(String text, List<String> patterns) {
        for (int place = 0; place < patterns.size(); place++) {
            if (text.toLowerCase(Locale.ROOT).matches(patterns.get(place))) {
                return place;
            }
        }
        return -1;
    }

    /** Of a text only what any dictionary orders alike. */
    private static String firstLetters(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z].*", "");
        return letters.substring(0, Math.min(3, letters.length()));
    }
}
