package mx.abasto.jobs.ledger;

import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/**
 * Balances: from last night's state and tonight's movements, lines and counts to tonight's state. Writes
 * {@code stock_balance}, {@code idle_cells}, {@code key_day}, {@code site_day}, {@code lots}, {@code shipments}, {@code
 * orders} and {@code prescriptions}.
 */
public final class BalanceStep implements RunStep<NightRun> {
    private static final List<Dataset> STATE = List.of(
            NightlyDatasets.STOCK_BALANCE,
            NightlyDatasets.IDLE_CELLS,
            NightlyDatasets.LOTS,
            NightlyDatasets.SHIPMENTS,
            NightlyDatasets.ORDERS,
            NightlyDatasets.PRESCRIPTIONS,
            NightlyDatasets.SITE_DAY);

    private static final List<Dataset> TONIGHT = List.of(
            NightlyDatasets.MOVEMENTS,
            NightlyDatasets.LINES,
            NightlyDatasets.COUNTS,
            WorkDatasets.PREVIOUS_LINES,
            WorkDatasets.REVISED_KEYS,
            NightlyDatasets.OPENED_SITES,
            WorkDatasets.COUNT_REPORTS,
            ReferenceDatasets.CATALOGUE,
            ReferenceDatasets.ROUTES);

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public void run(NightRun run, Path output) {
        try (Session session = run.session()) {
            TONIGHT.forEach(dataset -> session.view(dataset, run.work().files(dataset)));
            STATE.forEach(dataset -> session.view("last_" + dataset.name(), dataset, run.lastNight(dataset)));
            session.view("history_lines", NightlyDatasets.LINES, run.window(NightlyDatasets.LINES));

            stock(session, output);
            standingDocuments(session);
            session.table(BalanceStep.class, "shipment_flows");
            session.table(BalanceStep.class, "shipment_sides");
            session.write(BalanceStep.class, NightlyDatasets.SHIPMENTS, output);
            session.table(BalanceStep.class, "order_schedule");
            session.table(BalanceStep.class, "order_sides");
            session.table(BalanceStep.class, "order_receipts");
            session.write(BalanceStep.class, NightlyDatasets.ORDERS, output);
            session.table(BalanceStep.class, "dispensed_tonight");
            session.copy(BalanceStep.class, NightlyDatasets.PRESCRIPTIONS, output);
            session.write(BalanceStep.class, NightlyDatasets.LOTS, output);
            session.table(BalanceStep.class, "first_posted");
            session.table(BalanceStep.class, "key_flows");
            session.copy(BalanceStep.class, NightlyDatasets.KEY_DAY, output);
            session.write(BalanceStep.class, NightlyDatasets.SITE_DAY, output);
        }
    }

    private static void stock(Session session, Path output) {
        session.table(BalanceStep.class, "cell_flows");
        session.table(BalanceStep.class, "cell_expiries");
        session.table(BalanceStep.class, "cells");
        session.copy(BalanceStep.class, NightlyDatasets.STOCK_BALANCE, output);
        session.copy(BalanceStep.class, NightlyDatasets.IDLE_CELLS, output);
    }

    /** Which lines now stand of the documents that tonight's lines name. */
    private static void standingDocuments(Session session) {
        session.view(BalanceStep.class, "matched_lines");
        session.table(BalanceStep.class, "current_lines");
        session.table(BalanceStep.class, "replaced_lines");
        session.table(BalanceStep.class, "touched_documents");
        session.view(BalanceStep.class, "documents");
        session.table(BalanceStep.class, "touched_lines");
    }
}
