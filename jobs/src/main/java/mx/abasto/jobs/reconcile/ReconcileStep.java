package mx.abasto.jobs.reconcile;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.model.CheckDigit;
import mx.abasto.common.sql.Session;

/**
 * Reconciles: runs every rule over the night's state, settles precedence, and joins what is found with what was open.
 * Writes {@code findings}.
 */
public final class ReconcileStep implements RunStep<NightRun> {
    /** How far back the value of a week's adjustments is held against. */
    private static final int SIGNAL_WEEKS = 13;

    private final RuleCatalogue catalogue;

    public ReconcileStep(RuleCatalogue catalogue) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public void run(NightRun run, Path output) {
        try (Session session = run.session()) {
            RuleRelations.TONIGHT.forEach(
                    dataset -> session.view(dataset, run.work().files(dataset)));
            session.view("last_lots", NightlyDatasets.LOTS, run.lastNight(NightlyDatasets.LOTS));
            session.view(
                    "last_stock_balance", NightlyDatasets.STOCK_BALANCE, run.lastNight(NightlyDatasets.STOCK_BALANCE));
            session.view(
                    "last_discrepancies", NightlyDatasets.DISCREPANCIES, run.lastNight(NightlyDatasets.DISCREPANCIES));
            session.view(
                    "history_discrepancies", NightlyDatasets.DISCREPANCIES, run.window(NightlyDatasets.DISCREPANCIES));
            history(session, run);
            catalogue.describeTo(session);
            lastConditions(session, run);
            session.table(ReconcileStep.class, "open_discrepancies");
            derived(session);
            candidates(session);
            session.table(ReconcileStep.class, "precedence");
            session.table(ReconcileStep.class, "lives");
            session.table(ReconcileStep.class, "evidence_rows");
            session.table(ReconcileStep.class, "evidence");
            session.table(ReconcileStep.class, "lot_expiries");
            session.write(ReconcileStep.class, WorkDatasets.FINDINGS, output);
        }
    }

    /** Which rules were conditions last night: what they found is open until it ends, whatever rules there are now. */
    private void lastConditions(Session session, NightRun run) {
        SortedSet<String> conditions = run.previous()
                .map(previous -> previous.runJson().conditionRules())
                .orElseGet(catalogue::conditions);
        session.run("last_conditions", "create table last_conditions (rule varchar)");
        conditions.forEach(rule -> session.run(
                "last_conditions", "insert into last_conditions values (%s)".formatted(Session.literal(rule))));
    }

    /** What is read of earlier nights: the window's lines and files, and, on the last night of a week, its sites. */
    private static void history(Session session, NightRun run) {
        session.view("earlier_lines", NightlyDatasets.LINES, run.window(NightlyDatasets.LINES));
        session.view("earlier_carried_lines", NightlyDatasets.CARRIED_LINES, run.window(NightlyDatasets.CARRIED_LINES));
        session.datedView("earlier_files", NightlyDatasets.FILES, run.windowByNight(NightlyDatasets.FILES));
        session.view("earlier_carried_files", NightlyDatasets.CARRIED_FILES, run.window(NightlyDatasets.CARRIED_FILES));
        session.table(ReconcileStep.class, "history_files");
        session.view(
                "earlier_site_days",
                NightlyDatasets.SITE_DAY,
                run.date().getDayOfWeek() == DayOfWeek.SUNDAY
                        ? run.since(run.date().minusWeeks(SIGNAL_WEEKS + 1), NightlyDatasets.SITE_DAY)
                        : List.of());
    }

    /** What several rules ask of the night: its files, its standing lines, the sites that nobody knows, and their check digits. */
    static void derived(Session session) {
        session.view(ReconcileStep.class, "delivered_files");
        session.view(ReconcileStep.class, "history_lines");
        session.view(ReconcileStep.class, "known_lines");
        session.table(ReconcileStep.class, "fills");
        session.table(ReconcileStep.class, "shipment_lines");
        session.table(ReconcileStep.class, "unknown_sites");
        session.run(
                "check_digits",
                CheckDigit.addends().entrySet().stream()
                        .map(state -> "(%s, %d)".formatted(Session.literal(state.getKey()), state.getValue()))
                        .collect(Collectors.joining(
                                ", ",
                                "create or replace table check_digits as select * from (values ",
                                ") as addends (state, addend)")));
    }

    private void candidates(Session session) {
        session.run(
                "candidates",
                "create table candidates as "
                        + catalogue.rules().stream()
                                .map(ReconcileStep::candidatesOf)
                                .collect(Collectors.joining("\nunion all\n")));
    }

    private static String candidatesOf(Rule rule) {
        return """
                select
                    '%s' as rule,
                    clues, counterpart_clues, clave, lot, document_no,
                    -- A sum beyond BIGINT has no number here.
                    try_cast(expected_quantity as bigint) as expected_quantity,
                    try_cast(actual_quantity as bigint) as actual_quantity,
                    %s as severity
                from (
                %s
                ) as found
                """.formatted(rule.rule(), rule.weighsFindings() ? "severity" : "cast(null as varchar)", rule.sql());
    }
}
