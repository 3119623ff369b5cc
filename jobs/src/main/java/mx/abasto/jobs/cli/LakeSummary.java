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
            return "%s published: %s accepted, %,d quarantined, %s; %s"
                    .formatted(
                            night,
                            Counted.of(proof.accepted(), "row"),
                            proof.quarantined(),
                            Counted.of(proof.duplicates(), "duplicate"),
                            reader.rows("discrepancy_counts").stream()
                                    .map(row ->
                                            "discrepancies: %,d open (%,d new, %,d resolved)".formatted(row.toArray()))
                                    .collect(Collectors.joining()));
        }
    }

    /** What a week's inventory says. */
    String week(IsoWeek week, int revision) {
        try (LakeReader reader = LakeReader.open(settings)) {
            Lake.Published published = reader.lake().week(week, revision).orElseThrow();
            reader.session()
                    .view(WeeklyDatasets.KEY_INVENTORY, reader.lake().files(published, WeeklyDatasets.KEY_INVENTORY));
            List<List<@Nullable Object>> statuses = reader.rows("status_counts");
            return "%s revision %d published: %s"
                    .formatted(
                            week,
                            revision,
                            statuses.stream()
                                    .map(row -> "%,d %s".formatted(row.toArray()))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
