package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import org.jspecify.annotations.Nullable;

/** What a published run found: a line, and one more for each file that a night could not read. */
final class LakeSummary {
    private static final int REJECTED_MAX = 10;

    private final Settings settings;

    LakeSummary(Settings settings) {
        this.settings = settings;
    }

    /** What a night took in and what it lists. */
    String night(LocalDate night) {
        try (LakeReader reader = LakeReader.open(settings)) {
            Lake.Published published = reader.lake().night(night).orElseThrow();
            reader.session()
                    .view(NightlyDatasets.DISCREPANCIES, reader.lake().files(published, NightlyDatasets.DISCREPANCIES));
            RunJson.Proof proof = published.runJson().proof();
            return "%s published: %s accepted, %,d quarantined, %s; %s"
                            .formatted(
                                    night,
                                    Counted.of(proof.accepted(), "row"),
                                    proof.quarantined(),
                                    Counted.of(proof.duplicates(), "duplicate"),
                                    reader.rows("discrepancy_counts").stream()
                                            .map(row -> "discrepancies: %,d open (%,d new, %,d resolved)"
                                                    .formatted(row.toArray()))
                                            .collect(Collectors.joining()))
                    + rejected(reader, published);
        }
    }

    /** A line for each file that could not be read at all: its sender has to send it again. */
    private static String rejected(LakeReader reader, Lake.Published night) {
        reader.session().view(NightlyDatasets.FILES, reader.lake().files(night, NightlyDatasets.FILES));
        List<List<@Nullable Object>> files = reader.rows("rejected_files");
        String shown = files.stream()
                .limit(REJECTED_MAX)
                .map(row -> "%n  rejected: %s of %s, as %s: %s".formatted(row.toArray()))
                .collect(Collectors.joining());
        return files.size() <= REJECTED_MAX
                ? shown
                : shown + "%n  rejected: %,d more; see EXT-03".formatted(files.size() - REJECTED_MAX);
    }

    /** What a week's inventory says, in the figures of its page and workbook. */
    String week(IsoWeek week, int revision) {
        try (LakeReader reader = LakeReader.open(settings)) {
            Lake.Published published = reader.lake().week(week, revision).orElseThrow();
            reader.session()
                    .view(WeeklyDatasets.SITE_SUMMARY, reader.lake().files(published, WeeklyDatasets.SITE_SUMMARY));
            reader.session()
                    .view(WeeklyDatasets.DISCREPANCIES, reader.lake().files(published, WeeklyDatasets.DISCREPANCIES));
            reader.session()
                    .run("week_end", "create table week_end as select date '%s' as week_end".formatted(week.end()));
            return "%s revision %d published: %s"
                    .formatted(
                            week,
                            revision,
                            reader.rows("week_figures").stream()
                                    .map(row ->
                                            ("authorised claves, site by site: %,d of %,d available, %,d out, %,d low, %,d not"
                                                            + " reported; discrepancies: %,d open")
                                                    .formatted(row.toArray()))
                                    .collect(Collectors.joining()));
        }
    }
}
