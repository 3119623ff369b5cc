package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.lake.WeeklyDatasets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code show inventory}: one row per site × clave of a week's key inventory. */
@Command(
        name = "inventory",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "The key inventory of the last published week, or of another: by state, site and clave.",
            "A filter takes several values, with commas between them. Several filters all have to hold."
        },
        footer = {
            "",
            "Examples:",
            "  abasto show inventory --status OUT,LOW",
            "  abasto show inventory --week 2025-W03 --revision 1 --state 20 --format csv > oaxaca.csv"
        })
final class ShowInventoryCommand extends WeekListing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("clues", "Site", 1),
                    Column.text("site_name", "Name", 10, 16),
                    Column.key("clave", "Clave", 2),
                    Column.text("description", "Description", 6, 11),
                    Column.key("stock_status", "Status", 3),
                    Column.number("closing", "Closing", 4),
                    Column.number("months_of_stock", "Months", 5),
                    Column.number("stockout_days", "Days out", 7),
                    Column.number("in_transit", "In transit", 8),
                    Column.number("expiring_90", "Exp. 90 d", 11),
                    Column.number("fill_rate", "Fill rate", 9),
                    Column.number("value", "Value", 12)),
            null);

    /** A row's state of supply (contract section 7). */
    enum Status {
        NOT_REPORTED,
        OUT,
        NO_DEMAND,
        LOW,
        OVER,
        OPTIMAL
    }

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

    @Option(
            names = "--clave",
            paramLabel = "CLAVE",
            split = ",",
            converter = Arguments.Key.class,
            description = "The clave.")
    private @Nullable List<String> claves;

    @Option(names = "--status", paramLabel = "WORD", split = ",", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable List<Status> statuses;

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            split = ",",
            converter = Arguments.Capitals.class,
            description = "The programme that the clave belongs to, such as ONCOLOGY.")
    private @Nullable List<String> programmes;

    ShowInventoryCommand() {
        super(WeeklyDatasets.KEY_INVENTORY, "inventory", LAYOUT);
    }

    @Override
    Filters filters(LakeReader reader) {
        requireKnownProgrammes(reader);
        return new Filters()
                .with(states, "state")
                .with(sites, "clues")
                .with(claves, "clave")
                .with("status", statuses, statuses, "stock_status")
                .with("programme", programmes, programmes, "upper(programme)");
    }

    private void requireKnownProgrammes(LakeReader reader) {
        if (programmes == null) {
            return;
        }
        List<String> known = reader.rows("programmes").stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        for (String programme : programmes) {
            if (!known.contains(programme)) {
                throw misuse("There is no programme %s in that week; %s."
                        .formatted(
                                programme,
                                known.isEmpty() ? "there is none at all" : "there are " + String.join(", ", known)));
            }
        }
    }
}
