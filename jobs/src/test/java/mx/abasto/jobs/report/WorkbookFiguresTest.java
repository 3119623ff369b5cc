package mx.abasto.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.abasto.common.model.Language;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every figure of the published workbooks is what SQL over the published Parquet says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbookFiguresTest {
    private static final String WEEK = "2025-W03";
    private static final String BEFORE = "2025-W02";

    private final TestLake lake = SharedLakes.faulty();
    private final Texts texts = new Texts(Language.ES);

    @SuppressWarnings("NullAway.Init")
    private LakeQuery query;

    @BeforeAll
    void open() throws Exception {
        query = new LakeQuery(lake.lake());
    }

    @AfterAll
    void close() throws Exception {
        query.close();
    }

    private List<String> states() throws Exception {
        return query
                .rows("select distinct state from week_site_summary where run = '" + WEEK
                        + "' and state is not null order by 1")
                .stream()
                .map(row -> row.get("state"))
                .toList();
    }

    private Path workbook(Scope scope) {
        return lake.lake().resolve("weekly/week=" + WEEK + "/revision=1").resolve(scope.fileName());
    }

    private List<Scope> scopes() throws Exception {
        return Stream.concat(Stream.of(Scope.NATION), states().stream().map(Scope::new))
                .toList();
    }

    /** A file of the network's reference folder, all of it text. */
    private String reference(String name) {
        return "read_csv('" + lake.network().resolve("reference/" + name + ".csv") + "', all_varchar = true)";
    }

    /** What each sheet shows, asked of the Parquet alone; {@code of} filters by the scope. */
    private String expected(String relation, Scope scope) {
        String of = scope.isNation() ? "true" : "state = '" + scope.id() + "'";
        String inventory = "(select *, prescribed - filled as unfilled from week_key_inventory where run = '" + WEEK
                + "' and " + of + ")";
        return switch (relation) {
            case "states" ->
                "select state, sum(claves_authorised) as claves_authorised, sum(claves_out) as claves_out,"
                        + " sum(claves_low) as claves_low, sum(claves_not_reported) as claves_not_reported,"
                        + " sum(value) as value, sum(expired_value) as expired_value, count(*) as sites,"
                        + " count(*) filter (nights_reported > 0) as sites_reported,"
                        + " sum(open_critical) as open_critical, sum(open_high) as open_high from week_site_summary"
                        + " where run = '" + WEEK + "' and state is not null group by state";
            case "claves_short" ->
                "select any_value(programme) as programme, clave, any_value(description) as description,"
                        + " count(*) filter (stock_status = 'OUT') as sites_out,"
                        + " count(*) filter (stock_status = 'LOW') as sites_low,"
                        + " count(*) filter (stock_status = 'NOT_REPORTED') as sites_not_reported,"
                        + " count(*) as sites, sum(closing) as closing, sum(in_transit) as in_transit,"
                        + " sum(amc) filter (kind not like '%WAREHOUSE') as amc,"
                        + " sum(amc) filter (stock_status = 'OUT' and kind not like '%WAREHOUSE') as amc_out,"
                        + " sum(unfilled) as unfilled from " + inventory
                        + " group by clave having count(*) filter (stock_status in ('OUT', 'LOW')) > 0";
            case "sites_short" ->
                "select i.*, coalesce(s.scope, k.scope) is not null as is_authorised,"
                        + " cast(floor(closing * 3040 / amc + 0.5) as bigint) / 100.0 as days_of_stock from "
                        + inventory
                        + " i left join " + reference("assortment") + " s on s.scope = i.clues and s.clave = i.clave"
                        + " left join " + reference("assortment") + " k on k.scope = i.kind and k.clave = i.clave"
                        + " where stock_status in ('OUT', 'LOW')";
            case "expiring_lots" ->
                "select b.*, s.state, s.site_name, date_diff('day', date '2025-01-19', b.expires_on) as days_left,"
                        + " c.description, c.programme, b.book * cast(c.unit_price as decimal(14, 4)) as value"
                        + " from stock_balance b left join (select * from week_site_summary where run = '" + WEEK
                        + "') s using (clues) left join " + reference("catalogue") + " c using (clave)"
                        + " where b.run = '2025-01-19' and b.book > 0 and b.expires_on <= date '2025-07-18' and " + of;
            case "overstock" ->
                "select i.*, closing - (cast(coalesce(s.max_days, k.max_days) as bigint) * cast(amc * 1000 as bigint)"
                        + " + 30399) // 30400 as surplus from " + inventory + " i left join " + reference("assortment")
                        + " s on s.scope = i.clues and s.clave = i.clave left join " + reference("assortment")
                        + " k on k.scope = i.kind and k.clave = i.clave where stock_status = 'OVER'";
            case "transfers" -> "select * from week_transfer_suggestions where run = '" + WEEK + "' and " + of;
            case "sites" -> "select * from week_site_summary where run = '" + WEEK + "' and " + of;
            case "week_findings" ->
                "select d.*, explanation_es as explanation, business_date = date '2025-01-19' and status not in"
                        + " ('RESOLVED', 'SUPERSEDED') as is_open from week_discrepancies d left join (select clues, state"
                        + " from week_site_summary where run = '" + WEEK + "') s using (clues) where d.run = '" + WEEK
                        + "' and " + of;
            case "restated" ->
                "select r.*, \"column\" as restated_column, difference as restated_by, s.site_name from"
                        + " week_restatement r left join (select clues, state, site_name from week_site_summary where"
                        + " run = '" + WEEK + "') s using (clues) where r.run = '" + WEEK + "' and " + of;
            default -> throw new IllegalArgumentException(relation);
        };
    }

    @TestFactory
    Stream<DynamicTest> everySheetShowsTheRowsOfTheParquet() throws Exception {
        return scopes().stream().flatMap(scope -> SheetPlans.ALL.stream()
                .filter(scope::has)
                .map(plan -> DynamicTest.dynamicTest(scope.id() + " " + plan.key(), () -> requireSame(scope, plan))));
    }

    private void requireSame(Scope scope, SheetPlan plan) throws Exception {
        List<Map<String, String>> expected = query.rows(expected(plan.relation(), scope));
        List<SheetColumn> columns = plan.columns().stream().filter(scope::has).toList();
        List<Integer> compared = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            if (!expected.isEmpty()
                    && expected.get(0).containsKey(columns.get(index).name())) {
                compared.add(index);
            }
        }
        try (ReadWorkbook workbook = new ReadWorkbook(workbook(scope))) {
            List<List<String>> shown = workbook.rows(texts.text("sheet." + plan.key()), 4, columns.size());

            assertThat(shown.stream().map(row -> pick(row, compared)))
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(row -> compared.stream()
                                    .map(index -> said(columns.get(index), row))
                                    .toList())
                            .toList());
            assertThat(expected.isEmpty() || compared.size() >= Math.min(8, columns.size() - 2))
                    .isTrue();
        }
    }

    private static List<String> pick(List<String> row, List<Integer> indexes) {
        return indexes.stream().map(row::get).toList();
    }

    private String said(SheetColumn column, Map<String, String> row) {
        String value = String.valueOf(row.get(column.name()));
        if (value.equals("null")) {
            return value;
        }
        return switch (column.kind()) {
            case TEXT, PROSE, DATE -> value;
            case WORD -> texts.word(value);
            case STATE -> texts.state(value);
            case PIECES, RATE_2, RATE_3, MONEY, SHARE -> ReadWorkbook.plain(value);
        };
    }

    @Test
    void theCoverShowsBothWeeksAndTheirDifference() throws Exception {
        for (Scope scope : scopes()) {
            String of = scope.isNation() ? "true" : "state = '" + scope.id() + "'";
            try (ReadWorkbook workbook = new ReadWorkbook(workbook(scope))) {
                Map<String, List<String>> cover = cover(workbook);
                for (String sum : List.of("value", "claves_out", "claves_low", "claves_not_reported")) {
                    String now = sum("sum(" + sum + ")", WEEK, of);
                    String before = sum("sum(" + sum + ")", BEFORE, of);
                    assertThat(cover.get(texts.text("figure." + sum)))
                            .as(scope + " " + sum)
                            .startsWith(now, before, difference(now, before, 0));
                }
                for (String[] rate : new String[][] {
                    {"availability", "claves_available", "claves_authorised"},
                    {"fill_rate", "filled", "prescribed"},
                    {"inventory_accuracy", "cells_equal", "cells_counted"},
                    {"on_time_rate", "extracts_on_time", "extracts_expected"}
                }) {
                    String now = share(rate[1], rate[2], WEEK, of);
                    String before = share(rate[1], rate[2], BEFORE, of);
                    assertThat(cover.get(texts.text("figure." + rate[0])))
                            .as(scope + " " + rate[0])
                            .startsWith(now, before, difference(now, before, 2));
                }
            }
        }
    }

    @Test
    void theCoverCountsWhatIsOpenOnTheLastNight() throws Exception {
        try (ReadWorkbook workbook = new ReadWorkbook(workbook(Scope.NATION))) {
            Map<String, List<String>> cover = cover(workbook);
            for (String severity : List.of("critical", "high", "medium", "low")) {
                String count = "select count(*) as n from discrepancies where run = '%s'"
                        + " and status not in ('RESOLVED', 'SUPERSEDED') and lower(severity) = '" + severity + "'";
                assertThat(cover.get(texts.text("figure.open_" + severity)))
                        .as(severity)
                        .startsWith(
                                query.rows(count.formatted("2025-01-19")).get(0).get("n"),
                                query.rows(count.formatted("2025-01-12")).get(0).get("n"));
            }
        }
    }

    private String sum(String what, String week, String of) throws Exception {
        String sql = "select %s as n from week_site_summary where run = '%s' and %s".formatted(what, week, of);
        return ReadWorkbook.plain(String.valueOf(query.rows(sql).get(0).get("n")));
    }

    private String share(String part, String whole, String week, String of) throws Exception {
        BigDecimal parts = new BigDecimal(sum("sum(" + part + ")", week, of));
        BigDecimal wholes = new BigDecimal(sum("sum(" + whole + ")", week, of));
        return wholes.signum() == 0
                ? "–"
                : ReadWorkbook.plain(
                        parts.divide(wholes, 4, RoundingMode.HALF_UP).toPlainString());
    }

    private static String difference(String now, String before, int points) {
        if (now.equals("–") || before.equals("–")) {
            return "null";
        }
        return ReadWorkbook.plain(new BigDecimal(now)
                .subtract(new BigDecimal(before))
                .movePointRight(points)
                .toPlainString());
    }

    private Map<String, List<String>> cover(ReadWorkbook workbook) {
        Map<String, List<String>> figures = new HashMap<>();
        workbook.rows(texts.text("sheet.cover"), 3, 6).forEach(row -> figures.put(row.get(1), row.subList(2, 5)));
        return figures;
    }

    @Test
    void theTenFindingsAreRankedAsTheNotesSay() throws Exception {
        String used = "sum(amc) filter (kind not like '%WAREHOUSE')";
        String out = "select clave from week_key_inventory where run = '" + WEEK + "' and stock_status = 'OUT'"
                + " group by clave having " + used + " > 0 or sum(prescribed - filled) > 0"
                + " order by " + used + " desc nulls last, sum(prescribed - filled) desc, clave limit 4";
        List<String> claves =
                query.rows(out).stream().map(row -> row.get("clave")).toList();
        try (ReadWorkbook workbook = new ReadWorkbook(workbook(Scope.NATION))) {
            List<List<String>> found = workbook.rows(texts.text("sheet.cover"), 3, 3).stream()
                    .filter(row -> row.get(0).matches("\\d+"))
                    .toList();

            assertThat(found)
                    .extracting(row -> row.get(0))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
            assertThat(claves).hasSize(4);
            List<List<String>> cover = workbook.rows(texts.text("sheet.cover"), 3, 3);
            for (int place = 0; place < claves.size(); place++) {
                assertThat(found.get(place).get(1)).isEqualTo("Agotada");
                assertThat(found.get(place).get(2)).startsWith(claves.get(place));
                String unfilledThere = query.rows(
                                "select sum(prescribed - filled) as n from week_key_inventory where run = '" + WEEK
                                        + "' and stock_status = 'OUT' and clave = '" + claves.get(place) + "'")
                        .get(0)
                        .get("n");
                assertThat(cover.get(cover.indexOf(found.get(place)) + 1).get(2))
                        .endsWith(" piezas al mes, y " + unfilledThere + " recetadas ahí no se surtieron ese día.");
            }
        }
    }

    @Test
    void whatIsWorstComesFirst() throws Exception {
        try (ReadWorkbook workbook = new ReadWorkbook(workbook(Scope.NATION))) {
            assertThat(workbook.rows("Agotadas y bajas por unidad", 4, 1).stream()
                            .map(row -> row.get(0).equals("AGOTADA") ? 0 : 1))
                    .isSorted()
                    .contains(0, 1);
            assertThat(workbook.rows("Discrepancias", 4, 1).stream()
                            .map(row ->
                                    List.of("CRÍTICA", "ALTA", "MEDIA", "BAJA").indexOf(row.get(0))))
                    .doesNotContain(-1);
        }
    }

    @Test
    void everyTableHasFrozenHeadersFiltersMarksAndPrintSetUp() throws Exception {
        try (ReadWorkbook workbook = new ReadWorkbook(workbook(Scope.NATION))) {
            assertThat(workbook.sheetNames())
                    .containsExactly(
                            "Portada",
                            "Estados",
                            "Agotadas y bajas por clave",
                            "Agotadas y bajas por unidad",
                            "Caducidades",
                            "Excedentes",
                            "Traspasos sugeridos",
                            "Unidades",
                            "Discrepancias",
                            "Cifras corregidas",
                            "Notas");
            for (SheetPlan plan : SheetPlans.ALL) {
                XSSFSheet sheet = workbook.sheet(texts.text("sheet." + plan.key()));
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo(4);
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat((int) sheet.getPrintSetup().getFitWidth()).isEqualTo(1);
                assertThat((int) sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(3, 3, -1, -1));
                assertThat(sheet.getFooter().getRight()).contains("Página &P de &N");
                assertThat(sheet.getFooter().getLeft()).contains(WEEK);
            }
            assertThat(workbook.sheet("Agotadas y bajas por unidad")
                            .getSheetConditionalFormatting()
                            .getNumConditionalFormattings())
                    .isEqualTo(2);
        }
    }
}
