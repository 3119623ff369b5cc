package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.lake.WeeklyDatasets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code show suggestions}: one row per lot that could go from a site to another. */
@Command(
        name = "suggestions",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "The transfers that the last published week suggests, or another: lots of sites with more than their max_days",
            "for sites of the same state that are out or low. A filter takes several values."
        },
        footer = {"", "Example:", "  abasto show suggestions --state 20 --clave 010.000.0104.00"})
final class ShowSuggestionsCommand extends WeekListing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("clave", "Clave", 1),
                    Column.text("description", "Description", 9, 11),
                    Column.key("giver_clues", "From", 2),
                    Column.key("taker_clues", "To", 3),
                    Column.word("taker_status", "Status", 7),
                    Column.key("lot", "Lot", 5),
                    Column.key("expires_on", "Expires", 6),
                    Column.number("quantity", "Pieces", 4),
                    Column.number("taker_need", "Need", 8),
                    Column.number("giver_surplus", "Surplus", 10),
                    Column.number("value", "Value", 11)),
            null);

    @Option(
            names = "--state",
            paramLabel = "NN",
            split = ",",
            converter = Arguments.State.class,
            description = "The state: INEGI code, 20 for Oaxaca.")
    private @Nullable List<String> states;

    @Option(
            names = "--clues",
            paramLabel = "CLUES",
            split = ",",
            converter = Arguments.Site.class,
            description = "The site that gives or takes.")
    private @Nullable List<String> sites;

    @Option(
            names = "--clave",
            paramLabel = "CLAVE",
            split = ",",
            converter = Arguments.Key.class,
            description = "The clave.")
    private @Nullable List<String> claves;

    ShowSuggestionsCommand() {
        super(WeeklyDatasets.TRANSFER_SUGGESTIONS, "suggestions", LAYOUT);
    }

    @Override
    Filters filters(LakeReader reader) {
        return new Filters()
                .with(states, "state")
                .with("clues", sites, sites, "giver_clues", "taker_clues")
                .with(claves, "clave");
    }
}
