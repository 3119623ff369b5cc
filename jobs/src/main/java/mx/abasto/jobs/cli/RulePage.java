package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import mx.abasto.common.model.Language;
import mx.abasto.jobs.reconcile.Rule;
import mx.abasto.jobs.reconcile.Rule.Example;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import org.jspecify.annotations.Nullable;

/** The catalogue of rules as a page in Markdown, in one language. */
final class RulePage {
    private final PrintWriter out;
    private final Language language;
    private final ResourceBundle words;

    RulePage(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "cli.rules",
                language == Language.ES ? Locale.forLanguageTag("es") : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The page's head and its table of rules. */
    void begin(RuleCatalogue catalogue) {
        out.printf("# %s%n%n%s%n%n", words.getString("page.title"), words.getString("page.intro"));
        out.printf(
                "| %s | %s | %s | %s |%n|---|---|---|---|%n",
                words.getString("rule"),
                words.getString("title"),
                words.getString("severity"),
                words.getString("kind"));
        for (Rule rule : catalogue.rules()) {
            out.printf(
                    "| [%s](#%s) | %s | %s | %s |%n",
                    rule.rule(),
                    rule.rule().toLowerCase(Locale.ROOT),
                    inCell(CatalogueCommand.in(language, rule.title())),
                    severity(rule),
                    kind(rule));
        }
        out.println();
    }

    /** A rule's section. */
    void add(Rule rule, RuleCatalogue.Origin origin) {
        out.printf("<a id=\"%s\"></a>%n%n", rule.rule().toLowerCase(Locale.ROOT));
        out.printf("## %s %s%n%n", rule.rule(), CatalogueCommand.in(language, rule.title()));
        item("version", Integer.toString(rule.version()));
        item("severity", severity(rule));
        item("kind", kind(rule));
        item("origin", words.getString("origin." + origin));
        item("suppresses", rule.suppresses().isEmpty() ? "–" : String.join(", ", rule.suppresses()));
        out.printf(
                "%n**%s**%n%n> %s%n%n",
                words.getString("says"),
                CatalogueCommand.in(language, rule.explanation().shown()).strip());
        if (rule.explanationWithoutNumbers() != null) {
            out.printf(
                    "%s%n%n> %s%n%n",
                    words.getString("says.without_numbers"),
                    CatalogueCommand.in(
                                    language, rule.explanationWithoutNumbers().shown())
                            .strip());
        }
        passage("meaning", rule.meaning());
        passage("next", rule.next());
        out.printf("**%s**%n%n", words.getString("examples"));
        for (Example example : rule.examples()) {
            out.printf(
                    "- %s (%s)%n",
                    example.name(),
                    words.getString(example.expect().isEmpty() ? "expects.nothing" : "expects.finding"));
        }
        out.printf("%n```sql%n%s%n```%n%n", rule.sql().strip());
    }

    private void passage(String heading, Rule.@Nullable Words text) {
        if (text != null) {
            out.printf(
                    "**%s**%n%n%s%n%n",
                    words.getString(heading),
                    CatalogueCommand.in(language, text).strip());
        }
    }

    private void item(String label, String text) {
        out.printf("- %s: %s%n", words.getString(label), text);
    }

    private String severity(Rule rule) {
        return words.getString("severity." + rule.severity());
    }

    private String kind(Rule rule) {
        return words.getString("kind." + rule.kind());
    }

    private static String inCell(String text) {
        return text.replace("|", "\\|");
    }
}
