package mx.abasto.jobs.report.page;

import static mx.abasto.jobs.report.page.Column.day;
import static mx.abasto.jobs.report.page.Column.number;
import static mx.abasto.jobs.report.page.Column.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.Session;

/** The page's lists, each of a script. */
final class PageTables {
    private final Session session;
    private final PageWords words;
    private final Figures figures;
    private final Cells cells;
    private final Map<String, List<PageRow>> read = new HashMap<>();

    PageTables(Session session, PageWords words) {
        this.session = session;
        this.words = words;
        this.figures = new Figures(words);
        this.cells = new Cells(words, figures);
    }

    /** What is out, what will be, what could come from where, and what expires; then the discrepancies and sites. */
    List<PageTable> ofStock() {
        session.table(PageTables.class, "page_shortages");
        return List.of(scarceClaves(), stockOuts(), lowStock(), transfers(), expiries(), discrepancies(), sites());
    }

    /** Who did not report on time. */
    List<PageTable> ofReporting() {
        return List.of(table(
                "gaps",
                "gaps",
                WeeklyDatasets.SITE_SUMMARY,
                text("site", cells.siteOfKind()),
                text("state", cells.state()),
                number("nights", cells.whole("nights_reported")),
                number("expected", cells.whole("extracts_expected")),
                number("on_time", cells.whole("extracts_on_time")),
                number("delivered", cells.whole("extracts_delivered")),
                number("missing", cells.whole("extracts_missing"))));
    }

    /** The rows that a list was made of. */
    List<PageRow> rows(String script) {
        return read.computeIfAbsent(script, name -> PageRow.all(session, name));
    }

    private PageTable table(String id, String script, Dataset dataset, Column... columns) {
        return PageTable.of(words, id, dataset.name(), rows(script), List.of(columns));
    }

    private PageTable scarceClaves() {
        return table(
                "scarce-claves",
                "scarce_claves",
                WeeklyDatasets.KEY_SUMMARY,
                text("clave", cells.clave()),
                number("sites_lacking", cells.whole("sites_lacking")),
                number("sites_holding", cells.whole("sites_holding")),
                number("sites_not_reported", cells.whole("sites_not_reported")),
                number("closing", cells.whole("closing")),
                number("months", cells.months()),
                number("unfilled", cells.whole("unfilled")));
    }

    private PageTable stockOuts() {
        List<PageRow> rows = rows("stock_outs");
        return PageTable.of(
                words,
                "stock-outs",
                WeeklyDatasets.KEY_INVENTORY.name(),
                rows,
                List.of(
                        text("clave", cells.claveAtSite()),
                        text("site", cells.site("site_name", "clues")),
                        text("state", cells.state()),
                        number("unfilled", cells.whole("unfilled")),
                        number("amc", cells.amc()),
                        number("stockout_days", cells.whole("stockout_days")),
                        number("in_transit", cells.whole("in_transit")),
                        number("suggested", cells.whole("suggested"))),
                inAll(rows, "authorised_in_all"));
    }

    private PageTable lowStock() {
        return table(
                "low-stock",
                "low_stock",
                WeeklyDatasets.KEY_INVENTORY,
                text("clave", cells.clave()),
                text("site", cells.site("site_name", "clues")),
                text("state", cells.state()),
                number("days", cells.daysOfStock()),
                number("closing", cells.whole("closing")),
                number("amc", cells.amc()),
                number("unfilled", cells.whole("unfilled")),
                number("in_transit", cells.whole("in_transit")),
                number("suggested", cells.whole("suggested")));
    }

    private PageTable transfers() {
        return table(
                "transfers",
                "transfers",
                WeeklyDatasets.TRANSFER_SUGGESTIONS,
                text("clave", cells.clave()),
                text("taker", cells.site("taker_name", "taker_clues")),
                text("giver", cells.site("giver_name", "giver_clues")),
                text("state", cells.state()),
                number("quantity", cells.whole("quantity")),
                text("lot", cells.text("lot")),
                day("expires_on", cells.day("expires_on")),
                number("taker_days", cells.daysChange("taker_days_before", "taker_days_after")),
                number("giver_days", cells.daysChange("giver_days_before", "giver_days_after")));
    }

    private PageTable expiries() {
        return table(
                "expiries",
                "expiries",
                WeeklyDatasets.KEY_INVENTORY,
                text("clave", cells.clave()),
                text("site", cells.site("site_name", "clues")),
                text("state", cells.state()),
                number("value_expiring", cells.money("value_at_risk")),
                number("expired", cells.whole("expired")),
                number("expiring_30", cells.whole("expiring_30")),
                number("expiring_90", cells.whole("expiring_90")),
                number("expiring_180", cells.whole("expiring_180")),
                number("closing", cells.whole("closing")));
    }

    private PageTable discrepancies() {
        List<PageRow> rows = rows("findings");
        return PageTable.of(
                words,
                "discrepancies",
                WeeklyDatasets.DISCREPANCIES.name(),
                rows,
                List.of(
                        text("explanation", cells.explanation()),
                        text("severity", cells.severity()),
                        text("site", cells.place()),
                        text("state", cells.stateOfPlace()),
                        number("value_at_risk", cells.money("value_at_risk")),
                        number("age", cells.whole("age_days"))),
                inAll(rows, "critical_in_all"),
                inAll(rows, "high_in_all"),
                inAll(rows, "medium_in_all"),
                inAll(rows, "low_in_all"));
    }

    private String inAll(List<PageRow> rows, String column) {
        return figures.whole(rows.isEmpty() ? null : rows.get(0).number(column));
    }

    private PageTable sites() {
        return table(
                "sites",
                "sites",
                WeeklyDatasets.SITE_SUMMARY,
                text("site", cells.siteOfKind()),
                text("state", cells.state()),
                number("availability", cells.percent("claves_available", "claves_authorised")),
                number("out", cells.whole("claves_out")),
                number("low", cells.whole("claves_low")),
                number("not_reported", cells.whole("claves_not_reported")),
                number("fill", cells.percent("filled", "prescribed")),
                number("accuracy", cells.percent("cells_equal", "cells_counted")),
                number("on_time", cells.percent("extracts_on_time", "extracts_expected")),
                number("nights", cells.whole("nights_reported")),
                number("grave", cells.whole("open_grave")));
    }
}
