package mx.abasto.jobs.cli;

import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Lists the rows of a dataset of a published week, in its last revision unless another is asked for. */
abstract class WeekListing extends Listing {
    private final Dataset dataset;
    private final String script;
    private final TextTable.Layout layout;

    @Option(
            names = "--week",
            paramLabel = "W",
            converter = Arguments.Week.class,
            description = "The week. Default: the last that is published.")
    private @Nullable IsoWeek week;

    @Option(names = "--revision", paramLabel = "N", description = "Of the week. Default: its latest.")
    private @Nullable Integer revision;

    /** Lists what a script of this package gives of a dataset, which it knows by its name. */
    WeekListing(Dataset dataset, String script, TextTable.Layout layout) {
        this.dataset = dataset;
        this.script = script;
        this.layout = layout;
    }

    /** What the rows have to be; refuses what the week does not know. */
    abstract Filters filters(LakeReader reader);

    @Override
    final void checkUsage() {
        if (revision != null && week == null) {
            throw misuse("--revision needs the week that it is of: add --week W.");
        }
    }

    @Override
    final void show(LakeReader reader) {
        Lake lake = reader.lake();
        List<IsoWeek> weeks = lake.weeks();
        if (weeks.isEmpty()) {
            reader.session().view(dataset, List.of());
            print(reader, script, new Filters(), layout, noWeek(lake));
            return;
        }
        IsoWeek asked = week == null ? weeks.get(weeks.size() - 1) : week;
        Weekly weekly = Weekly.of(lake, asked, revision).orElseThrow(() -> misuse(Weekly.notPublished(lake, asked)));
        reader.session().view(dataset, lake.files(weekly.published(), dataset));
        Filters filters = filters(reader);
        long rows = reader.count(script, filters);
        if (rows > 0) {
            title("%s: %s%s"
                    .formatted(weekly.title(), Counted.of(rows, "row"), filters.isEmpty() ? "" : " (filtered)"));
        }
        String none = rows > 0 ? "" : weekly.title() + " has no rows" + unmatched(reader, script, filters);
        print(reader, script, filters, layout, none);
    }
}
