package mx.abasto.jobs.inventory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/**
 * Takes the inventory of a week: from its nights' balances and flows to {@code key_inventory} and {@code discrepancies}
 * (contract section 7).
 */
public final class InventoryStep implements RunStep<WeekRun> {
    private static final List<String> PARTS = List.of(
            "authorised",
            "week_flows",
            "week_openings",
            "moved",
            "reporting",
            "consumption",
            "in_transit",
            "expiring",
            "open_findings",
            "last_counts");

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public void run(WeekRun run, Path output) {
        try (Session session = run.session()) {
            ReferenceDatasets.ALL.forEach(
                    dataset -> session.view(dataset, run.work().files(dataset)));
            nights(session, run);
            PARTS.forEach(part -> session.table(InventoryStep.class, part));
            session.write(InventoryStep.class, WeeklyDatasets.KEY_INVENTORY, output);
            session.write(InventoryStep.class, WeeklyDatasets.KEY_SUMMARY, output);
            for (Dataset dataset : List.of(
                    WeeklyDatasets.SITE_SUMMARY, WeeklyDatasets.TRANSFER_SUGGESTIONS, WeeklyDatasets.RESTATEMENT)) {
                session.view(dataset, List.of());
                session.writeRelation(dataset.name(), dataset, output);
            }
            session.table(InventoryStep.class, "week_listings");
            session.writeRelation("week_listings", WeeklyDatasets.DISCREPANCIES, output);
        }
    }

    private static void nights(Session session, WeekRun run) {
        LocalDate monday = run.week().start();
        LocalDate sunday = run.week().end();
        session.datedView(
                "key_days",
                NightlyDatasets.KEY_DAY,
                run.nights(NightlyDatasets.KEY_DAY, run.nightsRead().get(0)));
        session.datedView("week_movements", NightlyDatasets.MOVEMENTS, run.nights(NightlyDatasets.MOVEMENTS, monday));
        session.datedView("week_extracts", NightlyDatasets.EXTRACTS, run.nights(NightlyDatasets.EXTRACTS, monday));
        session.datedView(
                "week_discrepancies", NightlyDatasets.DISCREPANCIES, run.nights(NightlyDatasets.DISCREPANCIES, monday));
        session.datedView(
                "last_stock_balance", NightlyDatasets.STOCK_BALANCE, run.nights(NightlyDatasets.STOCK_BALANCE, sunday));
        session.datedView("last_shipments", NightlyDatasets.SHIPMENTS, run.nights(NightlyDatasets.SHIPMENTS, sunday));
    }
}
