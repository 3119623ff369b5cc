package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import picocli.CommandLine.Command;

/** {@code show weeks}: one row per published week, its latest revision. */
@Command(
        name = "weeks",
        sortOptions = false,
        description = {
            "The published weeks, the newest last, each in its latest revision: rows (site × clave) and sites of its"
                    + " inventory, how many rows are out, low and not reported, and discrepancies open at its end."
        })
final class ShowWeeksCommand extends Listing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("week", "Week", 1),
                    Column.number("revision", "Revision", 2),
                    Column.number("rows", "Rows", 3),
                    Column.number("sites", "Sites", 7),
                    Column.number("out", "Out", 4),
                    Column.number("low", "Low", 5),
                    Column.number("not_reported", "Not reported", 8),
                    Column.number("open_discrepancies", "Open discr.", 6)),
            null);

    @Override
    void show(LakeReader reader) {
        List<IsoWeek> weeks = reader.lake().weeks();
        List<IsoWeek> shown = weeks.subList((int) Math.max(0, weeks.size() - rowsMax()), weeks.size());
        List<Path> inventories = new ArrayList<>();
        List<Path> discrepancies = new ArrayList<>();
        for (IsoWeek week : shown) {
            Lake.Published published =
                    reader.lake().week(week, reader.lake().revisions(week)).orElseThrow();
            inventories.addAll(reader.lake().files(published, WeeklyDatasets.KEY_INVENTORY));
            discrepancies.addAll(reader.lake().files(published, WeeklyDatasets.DISCREPANCIES));
        }
        reader.session().view(WeeklyDatasets.KEY_INVENTORY, inventories);
        reader.session().view("listed", WeeklyDatasets.DISCREPANCIES, discrepancies);
        print(reader, "weeks", new Filters(), LAYOUT, noWeek(reader.lake()));
        if (shown.size() < weeks.size()) {
            remark("… and %s. All of them: --limit %d"
                    .formatted(Counted.of(weeks.size() - shown.size(), "earlier week"), weeks.size()));
        }
    }
}
