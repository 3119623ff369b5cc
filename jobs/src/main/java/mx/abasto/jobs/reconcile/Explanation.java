package mx.abasto.jobs.reconcile;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.jobs.reconcile.Discrepancy.Status;
import mx.abasto.jobs.reconcile.Rule.Words;
import org.jspecify.annotations.Nullable;

/** Puts a finding into words: the rule's sentence with its places filled in, and how it stands if it ended. */
final class Explanation {
    static final Explanation SPANISH = new Explanation(Locale.forLanguageTag("es"), Words::es);
    static final Explanation ENGLISH = new Explanation(Locale.ROOT, Words::en);

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle messages;
    private final Function<Words, String> language;

    private Explanation(Locale locale, Function<Words, String> language) {
        this.messages = ResourceBundle.getBundle(
                "reconcile.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = language;
    }

    String of(Rule rule, Finding finding, Status status) {
        Matcher places = PLACE.matcher(language.apply(words(rule, finding)));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(text, Matcher.quoteReplacement(value(places.group(1), finding)));
        }
        places.appendTail(text);
        String ending = "status." + status + (finding.hasNumbers() ? "" : ".without_numbers");
        return messages.containsKey(ending) ? text + " " + messages.getString(ending) : text.toString();
    }

    private static Words words(Rule rule, Finding finding) {
        Words withoutNumbers = rule.explanationWithoutNumbers();
        return withoutNumbers == null || finding.hasNumbers() ? rule.explanation() : withoutNumbers;
    }

    private String value(String place, Finding finding) {
        return switch (place) {
            case "site" -> site(finding.clues(), finding.siteName());
            case "counterpart" -> site(finding.counterpartClues(), finding.counterpartName());
            case "clave" -> clave(finding);
            case "lot" -> text(finding.lot());
            case "document" -> text(finding.documentNo());
            case "expected" -> number(finding.expectedQuantity());
            case "actual" -> number(finding.actualQuantity());
            case "difference" -> number(finding.difference());
            default -> throw new IllegalArgumentException("A rule's explanation has no place {" + place + "}");
        };
    }

    private String site(@Nullable String clues, @Nullable String name) {
        if (clues == null) {
            return messages.getString("site.none");
        }
        return name == null ? clues : name + " (" + clues + ")";
    }

    private String clave(Finding finding) {
        String clave = text(finding.clave());
        return finding.description() == null ? clave : clave + " (" + shortened(finding.description()) + ")";
    }

    /** A supply's name is what stands before the first comma. */
    private static String shortened(String description) {
        int comma = description.indexOf(',');
        return comma > 0 ? description.substring(0, comma) : description;
    }

    private static String text(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private static String number(@Nullable Long value) {
        return value == null ? "–" : value.toString();
    }
}
