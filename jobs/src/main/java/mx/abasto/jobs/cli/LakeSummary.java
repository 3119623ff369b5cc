package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.stream.Collectors;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;

/** A line on what a published run found. */
final class LakeSummary {
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
            return "%s published: %,d rows accepted, %,d quarantined, %,d duplicates; %s"
                    .formatted(
                            night,
                            proof.accepted(),
                            proof.quarantined(),
                            proof.duplicates(),
                            reader.rows("discrepancy_counts").stream()
                                    .map(row ->
                                            "discrepancies: %,d open (%,d new, %,d resolved)".formatted(row.toArray()))
                                    .collect(Collectors.joining()));
        }
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
