package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.lake.WeeklyDatasets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code show sites}: one row per site of a week. */
@Command(
        name = "sites",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "The sites of the last published week, or of another: claves of their assortment that are available, out, low",
            "or not reported, extracts delivered, accuracy of the count, open discrepancies. A filter takes several values."
        },
        footer = {"", "Example:", "  abasto show sites --week 2025-W03 --state 20"})
final class ShowSitesCommand extends WeekListing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("clues", "Site", 1),
                    Column.text("site_name", "Name", 9, 14),
                    Column.number("availability", "Availability", 2),
                    Column.number("claves_authorised", "Claves", 4),
                    Column.number("claves_out", "Out", 3),
                    Column.number("claves_low", "Low", 5),
                    Column.number("claves_not_reported", "Not reported", 8),
                    Column.number("extracts_delivered", "Delivered", 6),
                    Column.number("extracts_expected", "of", 7),
                    Column.number("inventory_accuracy", "Accuracy", 10),
                    Column.number("fill_rate", "Fill rate", 11),
                    Column.number("open_critical", "Critical", 12),
                    Column.number("value", "Value", 13)),
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
            description = "The site.")
    private @Nullable List<String> sites;

    ShowSitesCommand() {
        super(WeeklyDatasets.SITE_SUMMARY, "sites", LAYOUT);
    }

    @Override
    Filters filters(LakeReader reader) {
        return new Filters().with(states, "state").with(sites, "clues");
    }
}
