package mx.abasto.jobs.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import mx.abasto.common.model.Template;
import mx.abasto.jobs.reconcile.Discrepancy.Status;
import mx.abasto.jobs.reconcile.Rule.Words;
import org.jspecify.annotations.Nullable;

/** Puts a finding into words: the rule's sentence with its places filled in, and how it stands if it ended. */
final class Explanation {
    static final Explanation SPANISH = new Explanation(Locale.forLanguageTag("es"), Words::es);
    static final Explanation ENGLISH = new Explanation(Locale.ROOT, Words::en);

    private final ResourceBundle messages;
    private final Function<Words, String> language;

    private Explanation(Locale locale, Function<Words, String> language) {
        this.messages = ResourceBundle.getBundle(
                "reconcile.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = language;
    }

    /**
     * Makes sure that every place of a rule's sentences can be filled in.
     *
     * @throws IllegalArgumentException naming a place that there is none of
     */
    static void requireFillable(Rule rule) {
        for (Explanation language : List.of(SPANISH, ENGLISH)) {
            language.filled(language.language.apply(rule.explanation()), Finding.NONE);
            if (rule.explanationWithoutNumbers() != null) {
                language.filled(language.language.apply(rule.explanationWithoutNumbers()), Finding.NONE);
            }
        }
    }

    String of(Rule rule, Finding finding, Status status) {
        String text = filled(language.apply(words(rule, finding)), finding);
        String ending = "status." + status + (finding.hasNumbers() ? "" : ".without_numbers");
        return messages.containsKey(ending) ? text + " " + filled(messages.getString(ending), finding) : text;
    }

    /** What a rule that there is no longer said last, and why that ends. */
    String ofRetired(String lastWords) {
        return lastWords + " " + messages.getString("status.RESOLVED.retired");
    }

    private String filled(String sentence, Finding finding) {
        return Template.filled(sentence, place -> value(place, finding));
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
            case "expiries" -> text(finding.expiries());
            case "superseded_by" -> text(finding.supersededBy());
            case "expected" -> number(finding.expectedQuantity());
            case "actual" -> number(finding.actualQuantity());
            case "reason" -> text(finding.reason());
            case "difference" -> number(finding.difference());
            default -> throw new IllegalArgumentException("an explanation has no place {" + place + "}");
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
