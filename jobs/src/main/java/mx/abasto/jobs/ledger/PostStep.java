package mx.abasto.jobs.ledger;

import java.nio.file.Path;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Session;

/**
 * Posts: from tonight's line versions and counts to movements, with the openings of sites whose first count came.
 * Writes {@code movements} and {@code opened_sites}.
 */
public final class PostStep implements RunStep<NightRun> {

    @Override
    public String name() {
        return "post";
    }

    @Override
    public void run(NightRun run, Path output) {
        try (Session session = run.session()) {
            session.view(NightlyDatasets.LINES, run.work().files(NightlyDatasets.LINES));
            session.view(NightlyDatasets.COUNTS, run.work().files(NightlyDatasets.COUNTS));
            session.view(WorkDatasets.PREVIOUS_LINES, run.work().files(WorkDatasets.PREVIOUS_LINES));
            session.view(WorkDatasets.REVISED_KEYS, run.work().files(WorkDatasets.REVISED_KEYS));
            session.view(WorkDatasets.COUNT_REPORTS, run.work().files(WorkDatasets.COUNT_REPORTS));
            session.view(
                    "last_stock_balance", NightlyDatasets.STOCK_BALANCE, run.lastNight(NightlyDatasets.STOCK_BALANCE));
            session.view(
                    "last_opened_sites", NightlyDatasets.OPENED_SITES, run.lastNight(NightlyDatasets.OPENED_SITES));

            session.view(PostStep.class, "matched_lines");
            session.table(PostStep.class, "postings");
            session.view(PostStep.class, "line_movements");
            session.table(PostStep.class, "opening_sites");
            session.table(PostStep.class, "opening_movements");
            session.copy(PostStep.class, NightlyDatasets.MOVEMENTS, output);
            session.write(PostStep.class, NightlyDatasets.OPENED_SITES, output);
        }
    }
}
