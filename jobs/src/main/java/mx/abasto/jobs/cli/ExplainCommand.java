package mx.abasto.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.reconcile.Rule;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import mx.abasto.jobs.story.DiscrepancyStory;
import mx.abasto.jobs.story.Storytelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}: one discrepancy's story. */
@Command(
        name = "explain",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Retells one discrepancy: its rule, its numbers, what each side said in which row of which file, how the"
                    + " stock, shipment or order stood, its nights, and what to look at next.",
            "It is told as on the last night that lists it; one that was resolved, or happened once, is found as well."
        },
        footer = {
            "",
            "Examples:",
            "  abasto explain 69713a2b1bc57557",
            "  abasto explain 6971 --language en",
            "  abasto show discrepancies    (each begins with eight digits of its id)"
        })
final class ExplainCommand extends StoryCommand {
    private static final int DIGITS_MIN = 4;
    private static final int DIGITS_MAX = 16;

    @Parameters(
            paramLabel = "DISCREPANCY_ID",
            description = "Its id, or so much of its beginning that no other begins with it, " + DIGITS_MIN
                    + " digits or more.")
    private String id = "";

    @Override
    void tell(LakeReader reader, Settings settings) {
        String begins = id.toLowerCase(Locale.ROOT);
        if (!begins.matches("[0-9a-f]{%d,%d}".formatted(DIGITS_MIN, DIGITS_MAX))) {
            throw misuse(("'%s' is not a discrepancy's id; it has %d digits of 0 to 9 and a to f, of which %d may do."
                            + " Each row of abasto show discrepancies begins with one.")
                    .formatted(id, DIGITS_MAX, DIGITS_MIN));
        }
        DiscrepancyStory story = new Storytelling(reader.lake(), reader.session()).of(begins, language());
        Heading heading = heading(
                RuleCatalogue.of(settings, reader.limits()).find(story.told().rule()));
        if (isJson()) {
            print(List.of(StoryJson.text(new Document(heading, story))));
            return;
        }
        print(new ExplainText(heading, story, words(), width()).lines());
    }

    private Heading heading(Optional<Rule> rule) {
        return new Heading(
                rule.map(Rule::title).map(this::told).orElse(null),
                rule.map(Rule::meaning).map(this::told).orElse(null),
                rule.map(Rule::next).map(this::told).orElse(null),
                rule.map(Rule::isCondition).orElse(true));
    }

    private String told(Rule.Words text) {
        return CatalogueCommand.in(language(), text);
    }

    /**
     * What the catalogue says of a rule; what it does not is null, as of a rule that the lake has and it has not.
     *
     * @param next what to look at
     */
    record Heading(
            @Nullable String title,
            @Nullable String meaning,
            @Nullable String next,
            boolean isCondition) {}

    /** The story as JSON. */
    record Document(Heading rule, DiscrepancyStory story) {}
}
