package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import picocli.CommandLine.Command;

/** {@code show weeks}: one row per published week, its latest revision. */
@Command(
        name = "weeks",
        sortOptions = false,
        description = {
            "The published weeks, the newest last, each in its latest revision: rows (site × clave) of its inventory, its"
                    + " sites, their authorised claves that are out, low and not reported (counted site by site), and the"
                    + " discrepancies open on its last night."
        })
final class ShowWeeksCommand extends Listing {
    private static final TextTable.Layout LAYOUT = new TextTable.Layout(
            List.of(
                    Column.key("week", "Week", 1),
                    Column.number("revision", "Revision", 2),
                    Column.number("rows", "Rows", 3),
                    Column.number("sites", "Sites", 7),
                    Column.number("claves_out", "Out", 4),
                    Column.number("claves_low", "Low", 5),
                    Column.number("claves_not_reported", "Not reported", 8),
                    Column.number("open_discrepancies", "Open discr.", 6)),
            null);

    @Override
    void show(LakeReader reader) {
        List<IsoWeek> weeks = reader.lake().weeks();
        List<IsoWeek> shown = weeks.subList((int) Math.max(0, weeks.size() - rowsMax()), weeks.size());
        reader.session().view(WeeklyDatasets.KEY_INVENTORY, files(reader.lake(), shown, WeeklyDatasets.KEY_INVENTORY));
        reader.session().view(WeeklyDatasets.SITE_SUMMARY, files(reader.lake(), shown, WeeklyDatasets.SITE_SUMMARY));
        reader.session()
                .view(
                        "listed",
                        WeeklyDatasets.DISCREPANCIES,
                        files(reader.lake(), shown, WeeklyDatasets.DISCREPANCIES));
        print(reader, "weeks", new Filters(), LAYOUT, noWeek(reader.lake()));
        if (shown.size() < weeks.size()) {
            remark("… and %s. All of them: --limit %d"
                    .formatted(Counted.of(weeks.size() - shown.size(), "earlier week"), weeks.size()));
        }
    }

    /** A dataset's files of the latest revisions of weeks. */
    private static List<Path> files(Lake lake, List<IsoWeek> weeks, Dataset dataset) {
        List<Path> files = new ArrayList<>();
        for (IsoWeek week : weeks) {
            files.addAll(lake.files(lake.week(week, lake.revisions(week)).orElseThrow(), dataset));
        }
        return files;
    }
}
