package mx.abasto.jobs.report;

import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
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
                    "earlier_key_summary", WeeklyDatasets.KEY_SUMMARY, run.files(WeeklyDatasets.KEY_SUMMARY, earlier));
            session.view(
                    "earlier_site_summary",
                    WeeklyDatasets.SITE_SUMMARY,
                    run.files(WeeklyDatasets.SITE_SUMMARY, earlier));
            workbookViews(session, run);
            session.table(ReportStep.class, "open_discrepancies");
            new Workbooks(session, run).write(output);
            InventoryPage.write(run, session, output.resolve("inventory.html"));
        }
    }

    /** What the workbooks need besides: prices, bands, the lots of the last night, and the week before. */
    private static void workbookViews(Session session, WeekRun run) {
        List.of(ReferenceDatasets.CATALOGUE, WorkDatasets.STOCK_POSITIONS)
                .forEach(dataset -> session.view(dataset, run.work().files(dataset)));
        session.datedView(
                "last_stock_balance",
                NightlyDatasets.STOCK_BALANCE,
                run.lake()
                        .windowByNight(
                                NightlyDatasets.STOCK_BALANCE,
                                run.week().end(),
                                run.week().end()));
        IsoWeek before = run.week().minusWeeks(1);
        List<IsoWeek> last = run.lake().weeks().stream().filter(before::equals).toList();
        for (Dataset dataset :
                List.of(WeeklyDatasets.KEY_SUMMARY, WeeklyDatasets.SITE_SUMMARY, WeeklyDatasets.DISCREPANCIES)) {
            session.view("last_" + dataset.name(), dataset, run.files(dataset, last));
        }
    }

    /** The published weeks before this one that trends look at, oldest first. */
    private static List<IsoWeek> earlierWeeks(WeekRun run) {
        List<IsoWeek> earlier = run.lake().weeks().stream()
                .filter(week -> week.compareTo(run.week()) < 0)
                .toList();
        return earlier.subList(Math.max(0, earlier.size() - (TREND_WEEKS - 1)), earlier.size());
    }
}
