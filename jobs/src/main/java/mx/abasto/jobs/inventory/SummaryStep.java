package mx.abasto.jobs.inventory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/** Sums a week's inventory up: by state, region and nation, and by site (contract section 7). */
public final class SummaryStep implements RunStep<WeekRun> {
    private static final List<Dataset> READ = List.of(
            ReferenceDatasets.SITES,
            ReferenceDatasets.CATALOGUE,
            WorkDatasets.EXPECTED_EXTRACTS,
            WorkDatasets.STOCK_POSITIONS,
            WeeklyDatasets.KEY_INVENTORY);
    private static final List<String> PARTS =
            List.of("active_sites", "site_stock", "site_accuracy", "site_delivery", "site_findings", "reporting");

    @Override
    public String name() {
        return "summarise";
    }

    @Override
    public void run(WeekRun run, Path output) {
        try (Session session = run.session()) {
            READ.forEach(dataset -> session.view(dataset, run.work().files(dataset)));
            nights(session, run);
            session.write(SummaryStep.class, WeeklyDatasets.KEY_SUMMARY, output);
            PARTS.forEach(part -> session.table(SummaryStep.class, part));
            session.write(SummaryStep.class, WeeklyDatasets.SITE_SUMMARY, output);
        }
    }

    private static void nights(Session session, WeekRun run) {
        LocalDate monday = run.week().start();
        LocalDate sunday = run.week().end();
        WeekNights nights = new WeekNights(session, run);
        nights.view("week_extracts", NightlyDatasets.EXTRACTS, monday, sunday);
        nights.view("week_files", NightlyDatasets.FILES, monday, sunday);
        nights.view("week_file_totals", NightlyDatasets.FILE_TOTALS, monday, sunday);
        nights.view("week_discrepancies", NightlyDatasets.DISCREPANCIES, sunday, sunday);
        nights.view("last_stock_balance", NightlyDatasets.STOCK_BALANCE, sunday, sunday);
    }
}
