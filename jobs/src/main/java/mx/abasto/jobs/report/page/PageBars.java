package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.report.page.Bars.Bar;

/** The page's bars, each of a script. */
final class PageBars {
    /** From none to too much; then what cannot be told. */
    private static final List<String> STATUSES = List.of("OUT", "LOW", "OPTIMAL", "OVER", "NO_DEMAND", "NOT_REPORTED");

    private static final Map<String, String> STATUS_TONES =
            Map.of("OUT", "strong", "NO_DEMAND", "pale", "NOT_REPORTED", "pale");

    private final Session session;
    private final PageWords words;
    private final Figures figures;
    private final List<PageRow> groups;

    PageBars(Session session, PageWords words) {
        this.session = session;
        this.words = words;
        this.figures = new Figures(words);
        this.groups = PageRow.all(session, "groups");
    }

    /** The rows of the states, the least available first. */
    List<PageRow> states() {
        return grouped("STATE");
    }

    private List<PageRow> grouped(String grouping) {
        return groups.stream()
                .filter(row -> row.text("grouping").equals(grouping))
                .toList();
    }

    /** Availability by state, and by kind of site. */
    List<Bars> availability() {
        return List.of(
                shares("availability-states", "by_state", "state", states(), this::availability),
                shares("availability-kinds", "by_kind", "kind", grouped("KIND"), this::availability));
    }

    /** Extracts on time by state. */
    Bars deliveries() {
        return shares("deliveries-states", "deliveries_by_state", "state", states(), this::onTime);
    }

    private Bars shares(String id, String title, String kind, List<PageRow> rows, Function<PageRow, Bar> bar) {
        return new Bars(
                id,
                words.text(title),
                words.text(kind),
                words.text("measure_share"),
                words.text("basis"),
                rows.stream().map(bar).toList());
    }

    private String groupName(PageRow row) {
        return words.name(row.text("grouping").equals("STATE") ? "state" : "kind", row.text("group_id"));
    }

    private Bar availability(PageRow row) {
        Share share = row.share("claves_available", "claves_authorised");
        String detail = words.text(
                "group_detail",
                figures.whole(share.part()),
                figures.whole(share.whole()),
                figures.whole(row.sum("claves_out")),
                figures.whole(row.sum("claves_not_reported")));
        return Bar.ofPercent(groupName(row), share.percent(), figures.percent(share), detail, "");
    }

    private Bar onTime(PageRow row) {
        Share share = row.share("extracts_on_time", "extracts_expected");
        String detail = words.text("delivery_detail", figures.whole(share.part()), figures.whole(share.whole()));
        return Bar.ofPercent(groupName(row), share.percent(), figures.percent(share), detail, "");
    }

    /** How many rows have each stock status, and how many months stock lasts. */
    List<Bars> stock() {
        return List.of(statuses(), cover());
    }

    private Bars statuses() {
        List<PageRow> rows = PageRow.all(session, "statuses");
        BigDecimal all = total(rows);
        BigDecimal longest = longest(rows);
        List<Bar> bars = STATUSES.stream()
                .flatMap(status ->
                        rows.stream().filter(row -> row.text("stock_status").equals(status)))
                .map(row -> Bar.ofCount(
                        words.name("status", row.text("stock_status")),
                        row.sum("inventory_rows"),
                        longest,
                        figures.whole(row.sum("inventory_rows")),
                        figures.percent(new Share(row.sum("inventory_rows"), all)),
                        STATUS_TONES.getOrDefault(row.text("stock_status"), "")))
                .toList();
        return counts("stock-statuses", "status", bars);
    }

    private Bars cover() {
        List<PageRow> rows = PageRow.all(session, "cover");
        BigDecimal all = total(rows);
        BigDecimal longest = longest(rows);
        List<Bar> bars = rows.stream()
                .map(row -> Bar.ofCount(
                        band(row),
                        row.sum("inventory_rows"),
                        longest,
                        figures.whole(row.sum("inventory_rows")),
                        figures.percent(new Share(row.sum("inventory_rows"), all)),
                        ""))
                .toList();
        return counts("stock-cover", "months", bars);
    }

    private String band(PageRow row) {
        if (row.number("months_to") == null) {
            return words.text("months_over", months(row, "months_from"));
        }
        return row.sum("months_from").signum() == 0
                ? words.text("months_under", months(row, "months_to"))
                : words.text("months_between", months(row, "months_from"), months(row, "months_to"));
    }

    private static String months(PageRow row, String column) {
        return row.sum(column).stripTrailingZeros().toPlainString();
    }

    private Bars counts(String id, String head, List<Bar> bars) {
        return new Bars(
                id,
                words.text(id.replace('-', '_')),
                words.text(head),
                words.text("measure_rows"),
                words.text("basis"),
                bars);
    }

    private static BigDecimal total(List<PageRow> rows) {
        return rows.stream().map(row -> row.sum("inventory_rows")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal longest(List<PageRow> rows) {
        return rows.stream().map(row -> row.sum("inventory_rows")).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
