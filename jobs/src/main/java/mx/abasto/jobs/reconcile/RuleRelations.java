package mx.abasto.jobs.reconcile;

import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/** The relations that a rule's SQL may read; besides them there are those that are derived from them. */
final class RuleRelations {
    /** What a night's steps before it have written, under the datasets' own names. */
    static final List<Dataset> TONIGHT = List.of(
            NightlyDatasets.FILES,
            NightlyDatasets.EXTRACTS,
            NightlyDatasets.QUARANTINE,
            NightlyDatasets.COUNTS,
            NightlyDatasets.LINES,
            NightlyDatasets.STOCK_BALANCE,
            NightlyDatasets.SHIPMENTS,
            NightlyDatasets.LOTS,
            NightlyDatasets.ORDERS,
            NightlyDatasets.PRESCRIPTIONS,
            NightlyDatasets.SITE_DAY,
            NightlyDatasets.OPENED_SITES,
            WorkDatasets.PREVIOUS_LINES,
            WorkDatasets.OLD_LINES,
            WorkDatasets.SHIPMENTS_BEFORE,
            WorkDatasets.SENT_LOTS,
            WorkDatasets.COUNT_REPORTS,
            WorkDatasets.CONTROL_CHECKS,
            ReferenceDatasets.SITES,
            ReferenceDatasets.CATALOGUE,
            ReferenceDatasets.RECALLS);

    private RuleRelations() {}

    /** Makes all but the derived ones, empty, in their declared shapes. */
    static void createEmpty(Session session) {
        TONIGHT.forEach(dataset -> session.view(dataset, List.of()));
        session.view("earlier_lines", NightlyDatasets.LINES, List.of());
        session.view("earlier_carried_lines", NightlyDatasets.CARRIED_LINES, List.of());
        session.view("earlier_site_days", NightlyDatasets.SITE_DAY, List.of());
        session.view("open_discrepancies", NightlyDatasets.DISCREPANCIES, List.of());
        session.run(
                "night",
                "create or replace table night (business_date date, week_start date, transit_days integer,"
                        + " grace_days integer, window_nights integer, retire_days integer)");
    }
}
