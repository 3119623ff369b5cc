package mx.abasto.jobs.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
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
 * orders}, {@code prescriptions}, {@code first_lines}, {@code carried_lines} and {@code carried_files}, and for the rules
 * {@code shipments_before} and {@code sent_lots}.
 */
public final class BalanceStep implements RunStep<NightRun> {
    /**
     * After how many nights a line of a document that stays open is listed again. No correction window is shorter, so the
     * line is found in any.
     */
    private static final int NIGHTS_LISTED = 35;

    private static final List<Dataset> STATE = List.of(
            NightlyDatasets.STOCK_BALANCE,
            NightlyDatasets.IDLE_CELLS,
            NightlyDatasets.LOTS,
            NightlyDatasets.SHIPMENTS,
            NightlyDatasets.ORDERS,
            NightlyDatasets.SITE_DAY,
            NightlyDatasets.FIRST_LINES);

    private static final List<Dataset> TONIGHT = List.of(
            NightlyDatasets.MOVEMENTS,
            NightlyDatasets.LINES,
            NightlyDatasets.COUNTS,
            WorkDatasets.PREVIOUS_LINES,
            WorkDatasets.REPEATED_LINES,
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
            earlierNights(session, run);

            stock(session, output);
            documentLines(session, output);
            shipments(session, output);
            session.table(BalanceStep.class, "order_schedule");
            session.table(BalanceStep.class, "order_sums");
            session.write(BalanceStep.class, NightlyDatasets.ORDERS, output);
            session.table(BalanceStep.class, "prescription_sums");
            session.copy(BalanceStep.class, NightlyDatasets.PRESCRIPTIONS, output);
            session.table(BalanceStep.class, "listed_documents");
            session.write(BalanceStep.class, NightlyDatasets.CARRIED_LINES, output);
            session.write(BalanceStep.class, NightlyDatasets.CARRIED_FILES, output);
            session.write(BalanceStep.class, NightlyDatasets.LOTS, output);
            session.table(BalanceStep.class, "first_posted");
            session.table(BalanceStep.class, "key_flows");
            session.copy(BalanceStep.class, NightlyDatasets.KEY_DAY, output);
            session.write(BalanceStep.class, NightlyDatasets.SITE_DAY, output);
        }
    }

    private static void earlierNights(Session session, NightRun run) {
        LocalDate leaving = run.date().minusDays(NIGHTS_LISTED);
        session.view("known_lines", NightlyDatasets.LINES, run.knownLines());
        session.view("leaving_lines", NightlyDatasets.LINES, run.listings(leaving, leaving));
        session.view(
                "listed_since",
                NightlyDatasets.LINES,
                run.listings(leaving.plusDays(1), run.date().minusDays(1)));
        session.view("earlier_shipments", NightlyDatasets.SHIPMENTS, run.window(NightlyDatasets.SHIPMENTS));
        session.datedView("earlier_files", NightlyDatasets.FILES, run.windowByNight(NightlyDatasets.FILES));
        session.view("earlier_carried_files", NightlyDatasets.CARRIED_FILES, run.window(NightlyDatasets.CARRIED_FILES));
        session.view("earlier_prescriptions", NightlyDatasets.PRESCRIPTIONS, run.window(NightlyDatasets.PRESCRIPTIONS));
    }

    private static void stock(Session session, Path output) {
        session.table(BalanceStep.class, "cell_flows");
        session.table(BalanceStep.class, "cell_expiries");
        session.table(BalanceStep.class, "cells");
        session.copy(BalanceStep.class, NightlyDatasets.STOCK_BALANCE, output);
        session.copy(BalanceStep.class, NightlyDatasets.IDLE_CELLS, output);
    }

    /** The lines of the documents that tonight's rows name, before tonight and now. */
    private static void documentLines(Session session, Path output) {
        session.write(BalanceStep.class, NightlyDatasets.FIRST_LINES, output);
        session.view(BalanceStep.class, "matched_lines");
        session.table(BalanceStep.class, "current_lines");
        session.table(BalanceStep.class, "replaced_lines");
        session.table(BalanceStep.class, "named_documents");
        session.table(BalanceStep.class, "examined_documents");
        session.table(BalanceStep.class, "lines_before");
        session.view(BalanceStep.class, "document_lines");
    }

    private static void shipments(Session session, Path output) {
        session.table(BalanceStep.class, "shipment_sums");
        session.write(BalanceStep.class, WorkDatasets.SHIPMENTS_BEFORE, output);
        session.write(BalanceStep.class, NightlyDatasets.SHIPMENTS, output);
        session.write(BalanceStep.class, WorkDatasets.SENT_LOTS, output);
    }
}
