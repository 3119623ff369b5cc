package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.lake.WeeklyDatasets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code show restatement}: one row per figure that is another by event date. */
@Command(
        name = "restatement",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Figures of the last published week, or of another, and of the eight before it that are others by event date,",
            "with what late movements and corrections have said since. A filter takes several values."
        },
        footer = {"", "Example:", "  abasto show restatement --week 2025-W03 --clues OCIMB000012"})
final class ShowRestatementCommand extends WeekListing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("restated_week", "Week", 1),
                    Column.key("clues", "Site", 2),
                    Column.key("clave", "Clave", 3),
                    Column.key("column", "Figure", 4),
                    Column.number("published", "Published", 6),
                    Column.number("restated", "Restated", 5),
                    Column.number("difference", "Difference", 7),
                    Column.number("movement_rows", "Movements", 8)),
            null);

    @Option(
            names = "--clues",
            paramLabel = "CLUES",
            split = ",",
            converter = Arguments.Site.class,
            description = "The site.")
    private @Nullable List<String> sites;

    @Option(
            names = "--clave",
            paramLabel = "CLAVE",
            split = ",",
            converter = Arguments.Key.class,
            description = "The clave.")
    private @Nullable List<String> claves;

    ShowRestatementCommand() {
        super(WeeklyDatasets.RESTATEMENT, "restatement", LAYOUT);
    }

    @Override
    Filters filters(LakeReader reader) {
        return new Filters().with(sites, "clues").with(claves, "clave");
    }
}
