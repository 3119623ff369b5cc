package mx.abasto.common.model;

import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences with places: {@code {site}} for a value; {@code {actual:piece|pieces}} for a number with what it counts,
 * {@code {actual?was|were}} for a word that agrees with a number.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:([:?])([^{}|]*)\\|([^{}|]*))?}");
    private static final Set<String> ONE = Set.of("1", "-1", "−1");

    private Template() {}

    /** The sentence with the values of its places, by their names. */
    public static String filled(String sentence, UnaryOperator<String> values) {
        return replaced(sentence, place -> {
            String value = values.apply(place.group(1));
            return together(place, value, place.group(ONE.contains(value) ? 3 : 4));
        });
    }

    /** The sentence as a page shows it: the names of its places, and the words for several. */
    public static String shown(String sentence) {
        return replaced(sentence, place -> together(place, "{" + place.group(1) + "}", place.group(4)));
    }

    private static String together(MatchResult place, String value, String word) {
        if (place.group(2) == null) {
            return value;
        }
        return place.group(2).equals(":") ? value + " " + word : word;
    }

    private static String replaced(String sentence, Function<MatchResult, String> text) {
        return PLACE.matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(text.apply(place)));
    }
}
