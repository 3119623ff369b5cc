package mx.abasto.jobs.report;

import static mx.abasto.jobs.report.ColumnKind.DATE;
import static mx.abasto.jobs.report.ColumnKind.MONEY;
import static mx.abasto.jobs.report.ColumnKind.PIECES;
import static mx.abasto.jobs.report.ColumnKind.PROSE;
import static mx.abasto.jobs.report.ColumnKind.RATE_2;
import static mx.abasto.jobs.report.ColumnKind.RATE_3;
import static mx.abasto.jobs.report.ColumnKind.SHARE;
import static mx.abasto.jobs.report.ColumnKind.STATE;
import static mx.abasto.jobs.report.ColumnKind.TEXT;
import static mx.abasto.jobs.report.ColumnKind.WORD;
import static mx.abasto.jobs.report.SheetPlan.SheetScope.EVERY_WORKBOOK;
import static mx.abasto.jobs.report.SheetPlan.SheetScope.NATION_ONLY;

import java.util.List;

/** The workbook's tables, in the order of their sheets. */
final class SheetPlans {
    private static final SheetColumn PROGRAMME = new SheetColumn("programme", TEXT, 13);
    private static final SheetColumn CLAVE = new SheetColumn("clave", TEXT, 17);
    private static final SheetColumn DESCRIPTION = new SheetColumn("description", TEXT, 36);
    private static final SheetColumn STATE_NAME = new SheetColumn("state", STATE, 18);
    private static final SheetColumn CLUES = new SheetColumn("clues", TEXT, 14);
    private static final SheetColumn SITE_NAME = new SheetColumn("site_name", TEXT, 28);
    private static final SheetColumn CLOSING = new SheetColumn("closing", PIECES, 11);
    private static final SheetColumn AMC = new SheetColumn("amc", RATE_3, 11);
    private static final SheetColumn MONTHS = new SheetColumn("months_of_stock", RATE_2, 11);
    private static final SheetColumn STOCK_STATUS = new SheetColumn("stock_status", WORD, 11);
    private static final SheetColumn SURPLUS_STATE = new SheetColumn("surplus_state", STATE, 17);
    private static final SheetColumn SURPLUS_CLUES = new SheetColumn("surplus_clues", TEXT, 14);
    private static final SheetColumn SURPLUS_NEAR = new SheetColumn("surplus_near", PIECES, 11);

    static final List<SheetPlan> ALL = List.of(
            states(),
            clavesShort(),
            sitesShort(),
            expiringLots(),
            overstock(),
            transfers(),
            sites(),
            discrepancies(),
            restatement());

    private SheetPlans() {}

    private static SheetColumn pieces(String name) {
        return new SheetColumn(name, PIECES, 10);
    }

    private static SheetColumn share(String name) {
        return new SheetColumn(name, SHARE, 10.5);
    }

    private static SheetColumn money(String name) {
        return new SheetColumn(name, MONEY, 15);
    }

    private static SheetPlan states() {
        return new SheetPlan(
                "states",
                "states",
                "site_summary",
                NATION_ONLY,
                1,
                List.of(
                        STATE_NAME,
                        share("availability"),
                        share("fill_rate"),
                        money("value"),
                        money("expired_value"),
                        pieces("claves_authorised"),
                        pieces("claves_out"),
                        pieces("claves_low"),
                        pieces("claves_not_reported"),
                        pieces("sites"),
                        pieces("sites_reported"),
                        share("on_time_rate"),
                        share("inventory_accuracy"),
                        pieces("open_critical"),
                        pieces("open_high")));
    }

    private static SheetPlan clavesShort() {
        return new SheetPlan(
                "claves",
                "claves_short",
                "key_summary",
                EVERY_WORKBOOK,
                3,
                List.of(
                        STOCK_STATUS,
                        PROGRAMME,
                        CLAVE,
                        DESCRIPTION,
                        pieces("sites_out"),
                        pieces("sites_low"),
                        pieces("sites_not_reported"),
                        pieces("sites"),
                        CLOSING,
                        pieces("in_transit"),
                        AMC,
                        new SheetColumn("amc_out", RATE_3, 12),
                        MONTHS,
                        pieces("unfilled"),
                        share("fill_rate"),
                        SURPLUS_STATE,
                        SURPLUS_CLUES,
                        SURPLUS_NEAR));
    }

    private static SheetPlan sitesShort() {
        return new SheetPlan(
                "shortages",
                "sites_short",
                "key_inventory",
                EVERY_WORKBOOK,
                3,
                List.of(
                        STOCK_STATUS,
                        PROGRAMME,
                        CLAVE,
                        DESCRIPTION,
                        STATE_NAME,
                        CLUES,
                        SITE_NAME,
                        new SheetColumn("is_authorised", WORD, 11),
                        CLOSING,
                        pieces("in_transit"),
                        AMC,
                        MONTHS,
                        new SheetColumn("days_of_stock", RATE_2, 10),
                        pieces("stockout_days"),
                        pieces("prescribed"),
                        pieces("unfilled"),
                        SURPLUS_STATE,
                        SURPLUS_CLUES,
                        SURPLUS_NEAR));
    }

    private static SheetPlan expiringLots() {
        return new SheetPlan(
                "expiring",
                "expiring_lots",
                "stock_balance",
                EVERY_WORKBOOK,
                3,
                List.of(
                        new SheetColumn("expiry", WORD, 15),
                        PROGRAMME,
                        CLAVE,
                        DESCRIPTION,
                        new SheetColumn("lot", TEXT, 16),
                        new SheetColumn("expires_on", DATE, 12),
                        pieces("days_left"),
                        STATE_NAME,
                        CLUES,
                        SITE_NAME,
                        pieces("book"),
                        money("value")));
    }

    private static SheetPlan overstock() {
        return new SheetPlan(
                "overstock",
                "overstock",
                "key_inventory",
                EVERY_WORKBOOK,
                2,
                List.of(
                        PROGRAMME,
                        CLAVE,
                        DESCRIPTION,
                        STATE_NAME,
                        CLUES,
                        SITE_NAME,
                        CLOSING,
                        AMC,
                        MONTHS,
                        pieces("surplus"),
                        money("surplus_value"),
                        pieces("expired"),
                        pieces("expiring_90"),
                        money("value")));
    }

    private static SheetPlan transfers() {
        return new SheetPlan(
                "transfers",
                "transfers",
                "transfer_suggestions",
                EVERY_WORKBOOK,
                3,
                List.of(
                        new SheetColumn("taker_status", WORD, 11),
                        PROGRAMME,
                        CLAVE,
                        DESCRIPTION,
                        STATE_NAME,
                        new SheetColumn("taker_clues", TEXT, 14),
                        new SheetColumn("taker_name", TEXT, 26),
                        pieces("taker_need"),
                        new SheetColumn("giver_clues", TEXT, 14),
                        new SheetColumn("giver_name", TEXT, 26),
                        new SheetColumn("lot", TEXT, 16),
                        new SheetColumn("expires_on", DATE, 12),
                        pieces("quantity"),
                        new SheetColumn("taker_days_before", RATE_2, 10),
                        new SheetColumn("taker_days_after", RATE_2, 10),
                        new SheetColumn("giver_days_after", RATE_2, 10),
                        money("value")));
    }

    private static SheetPlan sites() {
        return new SheetPlan(
                "sites",
                "sites",
                "site_summary",
                EVERY_WORKBOOK,
                2,
                List.of(
                        CLUES,
                        SITE_NAME,
                        new SheetColumn("kind", WORD, 17),
                        STATE_NAME,
                        pieces("nights_reported"),
                        pieces("claves_authorised"),
                        share("availability"),
                        pieces("claves_out"),
                        pieces("claves_low"),
                        pieces("claves_over"),
                        pieces("claves_not_reported"),
                        share("fill_rate"),
                        money("value"),
                        money("expired_value"),
                        share("inventory_accuracy"),
                        pieces("extracts_expected"),
                        pieces("extracts_delivered"),
                        pieces("extracts_on_time"),
                        pieces("open_critical"),
                        pieces("open_high"),
                        pieces("open_medium"),
                        pieces("open_low")));
    }

    private static SheetPlan discrepancies() {
        return new SheetPlan(
                "discrepancies",
                "week_findings",
                "discrepancies",
                EVERY_WORKBOOK,
                3,
                List.of(
                        new SheetColumn("severity", WORD, 10),
                        new SheetColumn("is_open", WORD, 9),
                        new SheetColumn("status", WORD, 12),
                        new SheetColumn("rule", TEXT, 9),
                        new SheetColumn("explanation", PROSE, 70),
                        money("value_at_risk"),
                        CLUES,
                        new SheetColumn("counterpart_clues", TEXT, 14),
                        CLAVE,
                        new SheetColumn("lot", TEXT, 16),
                        new SheetColumn("document_no", TEXT, 18),
                        pieces("expected_quantity"),
                        pieces("actual_quantity"),
                        pieces("difference"),
                        new SheetColumn("first_seen_on", DATE, 12),
                        pieces("nights_seen"),
                        pieces("evidence_rows"),
                        new SheetColumn("discrepancy_id", TEXT, 19)));
    }

    private static SheetPlan restatement() {
        return new SheetPlan(
                "restatement",
                "restated",
                "restatement",
                EVERY_WORKBOOK,
                2,
                List.of(
                        new SheetColumn("restated_week", TEXT, 11),
                        CLUES,
                        SITE_NAME,
                        CLAVE,
                        new SheetColumn("restated_column", WORD, 24),
                        pieces("published"),
                        pieces("restated"),
                        pieces("restated_by"),
                        new SheetColumn("movement_rows", PIECES, 13),
                        new SheetColumn("known_on", DATE, 12)));
    }
}
