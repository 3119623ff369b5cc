package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.QuarantineReason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarantine}: one row per row that a night could not read; or files of them, to be mended and sent again. */
@Command(
        name = "quarantine",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Lists the rows that the last published night, or another, could not read, and why.",
            "With --export it writes them as CSV files in the sender's own columns, one for each file sent: to be mended"
                    + " there and delivered again. Columns that Abasto does not read it never kept.",
            "A filter takes several values, with commas between them. Several filters all have to hold."
        },
        footer = {
            "",
            "Examples:",
            "  abasto quarantine",
            "  abasto quarantine --date 2025-01-15 --reason BAD_DATE,BAD_CLUES --format csv",
            "  abasto quarantine --clues OCIMB000012 --export mend"
        })
final class QuarantineCommand extends Listing {
    private static final String SCRIPT = "quarantine";

    private static final List<Column> COLUMNS = List.of(
            Column.key("file", "File", 3),
            Column.number("row_no", "Row", 1),
            Column.key("reason", "Reason", 2),
            Column.text("column", "Column", 4, 8),
            Column.text("value", "Value", 5, 8),
            Column.word("clues", "Site", 6),
            Column.text("source", "Source", 7, 6));

    @Option(
            names = "--date",
            paramLabel = "D",
            converter = Arguments.Day.class,
            description = "The night. Default: the last that is published.")
    private @Nullable LocalDate date;

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "The source, as it is configured.")
    private @Nullable List<String> sources;

    @Option(names = "--extract", paramLabel = "NAME", split = ",", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable List<Extract> extracts;

    @Option(names = "--file", paramLabel = "NAME", description = "The file, as quarantine names it.")
    private @Nullable List<String> files;

    @Option(
            names = "--clues",
            paramLabel = "CLUES",
            split = ",",
            converter = Arguments.Site.class,
            description = "The site that the row belongs to, as far as that could be read.")
    private @Nullable List<String> sites;

    @Option(names = "--reason", paramLabel = "WORD", split = ",", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable List<QuarantineReason> reasons;

    @Option(
            names = "--export",
            paramLabel = "FOLDER",
            description = "Write the rows into this folder as files to be mended, instead of listing them.")
    private @Nullable Path folder;

    @Override
    void show(LakeReader reader) {
        Lake lake = reader.lake();
        TextTable.Layout layout = new TextTable.Layout(COLUMNS, null);
        if (lake.nights().isEmpty()) {
            reader.session().view(NightlyDatasets.QUARANTINE, List.of());
            reader.session().view(NightlyDatasets.FILES, List.of());
            print(reader, SCRIPT, new Filters(), layout, emptyLake(lake));
            return;
        }
        Lake.Published night = night(lake, date);
        for (var dataset : List.of(NightlyDatasets.QUARANTINE, NightlyDatasets.FILES)) {
            reader.session().view(dataset, lake.files(night, dataset));
        }
        Filters asked = asked();
        if (folder != null) {
            MendingFiles written = new MendingFiles(settings(), folder);
            reader.read(SCRIPT, asked, Long.MAX_VALUE, written);
            written.end();
            written.remarks().forEach(this::remark);
            return;
        }
        long rows = reader.count(SCRIPT, asked);
        String whose = "Night " + night.runJson().businessDate();
        if (rows > 0) {
            title("%s: %s in quarantine%s"
                    .formatted(whose, Counted.of(rows, "row"), asked.isEmpty() ? "" : " (filtered)"));
        }
        print(
                reader,
                SCRIPT,
                asked,
                layout,
                rows > 0 ? "" : whose + " has no rows in quarantine" + unmatched(reader, SCRIPT, asked));
    }

    private Filters asked() {
        return new Filters()
                .with(sources, "source")
                .with(
                        extracts == null
                                ? null
                                : extracts.stream().map(Extract::label).toList(),
                        "extract")
                .with(files, "file")
                .with(sites, "clues")
                .with(reasons, "reason");
    }
}
