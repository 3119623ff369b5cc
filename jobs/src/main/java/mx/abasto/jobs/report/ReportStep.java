package mx.abasto.jobs.report;

import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.report.page.InventoryPage;

/**
 * Renders a week for people, from its datasets: {@code inventory.xlsx} for the nation, {@code inventory-SS.xlsx} for
 * each state, and {@code inventory.html} (contract section 5). Its folder holds these documents and nothing else. The
 * same datasets give the same bytes.
 */
public final class ReportStep implements RunStep<WeekRun> {
    public static final String NAME = "report";

    /** How many weeks, this one included, trends are drawn over. */
    private static final int TREND_WEEKS = 13;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(WeekRun run, Path output) {
        try (Session session = run.session()) {
            WeeklyDatasets.ALL.forEach(
                    dataset -> session.view(dataset, run.work().files(dataset)));
            List<IsoWeek> earlier = earlierWeeks(run);
            session.view(
                    "earlier_key_summary", WeeklyDatasets.KEY_SUMMARY, files(run, earlier, WeeklyDatasets.KEY_SUMMARY));
            session.view(
                    "earlier_site_summary",
                    WeeklyDatasets.SITE_SUMMARY,
                    files(run, earlier, WeeklyDatasets.SITE_SUMMARY));
            InventoryPage.write(run, session, output.resolve("inventory.html"));
        }
    }

    /** The published weeks before this one that trends look at, oldest first. */
    private static List<IsoWeek> earlierWeeks(WeekRun run) {
        List<IsoWeek> earlier = run.lake().weeks().stream()
                .filter(week -> week.compareTo(run.week()) < 0)
                .toList();
        return earlier.subList(Math.max(0, earlier.size() - (TREND_WEEKS - 1)), earlier.size());
    }

    /** The files of a dataset of the weeks' last revisions. */
    private static List<Path> files(WeekRun run, List<IsoWeek> weeks, Dataset dataset) {
        return weeks.stream()
                .flatMap(week -> run.lake().week(week, run.lake().revisions(week)).stream())
                .flatMap(published -> run.lake().files(published, dataset).stream())
                .toList();
    }
}
