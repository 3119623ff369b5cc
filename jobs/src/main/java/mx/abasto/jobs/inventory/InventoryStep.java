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
import mx.abasto.common.sql.Session;

/**
 * Takes the inventory of a week: from its nights' balances and flows to {@code key_inventory} and {@code discrepancies}
 * (contract section 7).
 */
public final class InventoryStep implements RunStep<WeekRun> {
    private static final List<String> PARTS = List.of(
            "active_sites",
            "authorised",
            "week_flows",
            "week_openings",
            "moved",
            "consumption",
            "in_transit",
            "expiring",
            "open_findings",
            "reporting",
            "last_counts",
            "known_stocks");

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
            session.write(InventoryStep.class, WorkDatasets.STOCK_POSITIONS, output);
            session.view(InventoryStep.class, WeeklyDatasets.KEY_INVENTORY.name());
            session.writeRelation(WeeklyDatasets.KEY_INVENTORY.name(), WeeklyDatasets.KEY_INVENTORY, output);
            session.table(InventoryStep.class, "week_listings");
            session.writeRelation("week_listings", WeeklyDatasets.DISCREPANCIES, output);
        }
    }

    private static void nights(Session session, WeekRun run) {
        LocalDate monday = run.week().start();
        LocalDate sunday = run.week().end();
        WeekNights nights = new WeekNights(session, run);
        nights.view("key_days", NightlyDatasets.KEY_DAY, monday, sunday);
        nights.view("key_days_before", NightlyDatasets.KEY_DAY, monday.minusDays(1), monday.minusDays(1));
        nights.view("site_days", NightlyDatasets.SITE_DAY, monday, sunday);
        nights.view("week_movements", NightlyDatasets.MOVEMENTS, monday, sunday);
        nights.view("week_extracts", NightlyDatasets.EXTRACTS, monday, sunday);
        nights.view("week_discrepancies", NightlyDatasets.DISCREPANCIES, monday, sunday);
        nights.view("last_stock_balance", NightlyDatasets.STOCK_BALANCE, sunday, sunday);
        nights.view("last_shipments", NightlyDatasets.SHIPMENTS, sunday, sunday);
        session.datedView(
                "earlier_key_days",
                NightlyDatasets.KEY_DAY,
                run.lake().byNight(NightlyDatasets.KEY_DAY, run.consumptionNights()));
        session.view(
                "earlier_key_inventory",
                WeeklyDatasets.KEY_INVENTORY,
                run.files(WeeklyDatasets.KEY_INVENTORY, run.consumptionWeeks()));
    }
}
