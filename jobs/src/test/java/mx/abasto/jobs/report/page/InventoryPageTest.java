package mx.abasto.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The page in a real browser: in both languages, on a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryPageTest {
    private static final String WEEK = "2025-W03";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private final TestLake spanish = SharedLakes.faulty();
    private final TestLake english = spanish.upTo(spanish.last(), SharedLakes.fresh("english-page"));
    private final Map<String, BrowsedPage> pages = new ConcurrentHashMap<>();

    @BeforeAll
    void openThePages() {
        for (String week : List.of("2025-W02", WEEK)) {
            english.run("weekly", "--week", week, "--language", "en").requireDone();
        }
        // Two browsers at a time; what takes long is what is done with the page.
        List.of("es " + DESK, "en " + DESK, "es " + PHONE, "en " + PHONE).parallelStream()
                .forEach(name -> pages.put(
                        name,
                        BrowsedPage.opened(
                                page(name.startsWith("es") ? spanish : english, WEEK),
                                Integer.parseInt(name.substring(3)))));
    }

    private static Path page(TestLake lake, String week) {
        return lake.lake().resolve("weekly/week=" + week + "/revision=1/inventory.html");
    }

    private BrowsedPage spanishPage() {
        return Objects.requireNonNull(pages.get("es " + DESK));
    }

    @Test
    void nothingGoesWrongAndNothingIsAskedOfTheNetwork() {
        pages.forEach((name, page) -> {
            assertThat(page.texts("errors")).as(name).isEmpty();
            assertThat(page.texts("requests")).as(name).isEmpty();
        });
    }

    @Test
    void theAccessibilityCheckFindsNothingSeriousBeforeOrAfterUse() {
        pages.forEach((name, page) -> {
            for (String when : List.of("violations", "violationsAfter")) {
                List<String> grave = new ArrayList<>();
                for (JsonNode violation : page.seen().get(when)) {
                    if (List.of("serious", "critical")
                            .contains(violation.get("impact").asString())) {
                        grave.add(violation.toString());
                    }
                }
                assertThat(grave).as(name + " " + when).isEmpty();
            }
        });
    }

    @Test
    void thePageSpeaksTheLanguageOfTheSettings() {
        assertThat(spanishPage().text("lang")).isEqualTo("es-MX");
        assertThat(spanishPage().text("title")).isEqualTo("Inventario semanal por clave · 2025-W03");
        assertThat(spanishPage().text("text")).contains("Semana 2025-W03, del 13 ene 2025 al 19 ene 2025");
        BrowsedPage page = Objects.requireNonNull(pages.get("en " + DESK));
        assertThat(page.text("lang")).isEqualTo("en");
        assertThat(page.text("title")).isEqualTo("Weekly key inventory · 2025-W03");
        assertThat(page.text("text")).contains("Week 2025-W03, 13 Jan 2025 to 19 Jan 2025");
    }

    @Test
    void onAPhoneThePageDoesNotScrollSideways() {
        pages.forEach(
                (name, page) -> assertThat(page.number("overflow")).as(name).isLessThanOrEqualTo(0));
    }

    @Test
    void theTabKeyGoesFromTheSkipLinkThroughTheContentsToTheSearchAndTheLists() {
        pages.forEach((name, page) -> {
            List<String> stops = new ArrayList<>();
            for (JsonNode stop : page.seen().get("tabStops")) {
                stops.add(stop.get("name").asString());
                assertThat(stop.get("isOutlined").asBoolean())
                        .as(stop.toString())
                        .isTrue();
                assertThat(stop.get("isOnScreen").asBoolean())
                        .as(stop.toString())
                        .isTrue();
            }
            assertThat(stops.get(0)).as(name).isIn("Saltar al contenido", "Skip to the content");
            assertThat(stops.subList(1, 15)).as(name).endsWith(name.startsWith("es") ? "Definiciones" : "Definitions");
            assertThat(stops.subList(15, 18)).as(name).startsWith("everywhere").endsWith("scarce-claves-find");
            assertThat(stops.get(18)).as(name).isEqualTo("Clave");
            assertThat(page.text("skippedTo")).as(name).isEqualTo("main");
        });
    }

    @Test
    void everyColumnSortsBothWays() {
        pages.forEach((name, page) -> page.lists().forEach((id, list) -> {
            List<List<String>> before = page.rows(id);
            for (int column = 0; column < list.get("headers").size(); column++) {
                JsonNode sort = list.get("sorts").get(column);
                String what =
                        "%s: %s by %s".formatted(name, id, list.get("headers").get(column));
                requireSorted(what, sort.get("up"), "ascending", column, before);
                requireSorted(what, sort.get("down"), "descending", column, before);
                assertThat(sort.get("sorted").asInt()).as(what).isEqualTo(1);
            }
        }));
    }

    private static void requireSorted(String what, JsonNode sort, String state, int column, List<List<String>> before) {
        List<List<String>> rows = BrowsedPage.rows(sort.get("rows"));
        List<String> cells = rows.stream().map(row -> row.get(column)).toList();
        assertThat(sort.get("state").asString()).as(what).isEqualTo(state);
        assertThat(rows).as(what).containsExactlyInAnyOrderElementsOf(before);
        assertThat(SortedCells.areInOrder(cells, state.equals("ascending")))
                .as(what + " " + state + ": " + cells)
                .isTrue();
    }

    @Test
    void aSearchLeavesTheRowsThatHaveItsWords() {
        pages.forEach((name, page) -> page.lists().forEach((id, list) -> {
            String word = list.get("word").asString();
            List<List<String>> expected =
                    page.rows(id).stream().filter(row -> has(row, word)).toList();
            assertThat(expected).as(id).isNotEmpty();
            assertThat(BrowsedPage.rows(list.get("found")))
                    .as(name + " " + id + " " + word)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(list.get("said").asString())
                    .contains(expected.size()
                            + (name.startsWith("es") ? " de " : " of ")
                            + page.rows(id).size());
            assertThat(list.get("foundNone").asInt()).isZero();
        }));
    }

    @Test
    void theSearchInAllListsIsHeardByEach() {
        pages.forEach((name, page) -> {
            String word = page.seen().get("everywhere").get("word").asString();
            assertThat(word).matches("[\\d.]+");
            page.lists().keySet().forEach(id -> {
                long expected =
                        page.rows(id).stream().filter(row -> has(row, word)).count();
                assertThat(page.seen().get("everywhere").get("found").get(id).asLong())
                        .as(name + " " + id)
                        .isEqualTo(Math.min(expected, name.endsWith("390") ? 6 : 15));
            });
        });
    }

    private static boolean has(List<String> row, String word) {
        return plain(String.join(" ", row)).contains(plain(word));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void aLongListIsFoldedAndUnfolds() {
        pages.forEach((name, page) -> page.lists().forEach((id, list) -> {
            int atFirst = name.endsWith("390") ? 6 : 15;
            int rows = page.rows(id).size();
            assertThat(list.get("shown").asInt()).as(id).isEqualTo(Math.min(rows, atFirst));
            assertThat(list.get("canUnfold").asBoolean()).as(id).isEqualTo(rows > atFirst);
            if (rows > atFirst) {
                assertThat(list.get("unfolded").asInt()).as(id).isEqualTo(rows);
                assertThat(list.get("foldedAgain").asInt()).as(id).isEqualTo(atFirst);
            }
        }));
    }

    @Test
    void onPaperEverythingIsOpenAndThereIsNothingToPress() {
        pages.forEach((name, page) -> {
            JsonNode print = page.seen().get("print");
            assertThat(print.get("controls").asInt()).as(name).isZero();
            assertThat(print.get("closed").asInt()).as(name).isZero();
            page.lists().keySet().forEach(id -> assertThat(
                            print.get("rows").get(id).asInt())
                    .as(name + " " + id)
                    .isEqualTo(page.rows(id).size()));
        });
    }

    @Test
    void theHeadlineFiguresAreThoseOfTheDatasets() throws SQLException {
        try (LakeQuery lake = new LakeQuery(spanish.lake())) {
            Map<String, String> sites = lake.rows("""
                    select printf('%,d', sum(claves_low)) as low,
                        printf('%,d', sum(claves_out)) as "out",
                        printf('%.2f%%', floor(sum(claves_available) * 10000 / sum(claves_authorised) + 0.5) / 100) as availability,
                        printf('%.2f%%', floor(sum(filled) * 10000 / sum(prescribed) + 0.5) / 100) as fill,
                        printf('%.2f%%', floor(sum(extracts_on_time) * 10000 / sum(extracts_expected) + 0.5) / 100) as on_time
                    from week_site_summary where run = '2025-W03'
                    """).get(0);
            sites.forEach((measure, value) ->
                    assertThat(spanishPage().figure(measure)).as(measure).isEqualTo(value));
            Map<String, String> rows = lake.rows("""
                    select printf('%,d', sum(expiring_90)) as expiring,
                        (
                            select printf('%,d', count(*)) from discrepancies
                            where run = '2025-01-19' and severity in ('CRITICAL', 'HIGH')
                                and status not in ('RESOLVED', 'SUPERSEDED')
                        ) as grave
                    from week_key_inventory where run = '2025-W03'
                    """).get(0);
            rows.forEach((measure, value) ->
                    assertThat(spanishPage().figure(measure)).as(measure).isEqualTo(value));
        }
    }

    @Test
    void whatIsOpenAndWhatIsOutIsTheSameOnThePageAndTheConsole() throws SQLException {
        try (LakeQuery lake = new LakeQuery(spanish.lake())) {
            Map<String, String> open = lake.rows("""
                    select count(*) as open, count(*) filter (severity = 'CRITICAL') as critical,
                        count(*) filter (severity = 'HIGH') as high, count(*) filter (severity = 'MEDIUM') as medium,
                        count(*) filter (severity = 'LOW') as low
                    from discrepancies where run = '2025-01-19' and status not in ('RESOLVED', 'SUPERSEDED')
                    """).get(0);
            long finished = lake.number("""
                    select count(*) from week_discrepancies
                    where run = '2025-W03' and business_date < '2025-01-19' and status <> 'RESOLVED'
                    """);
            assertThat(finished).as("events of earlier nights").isPositive();
            assertThat(spanishPage().text("text"))
                    .contains("por severidad: crítica %s, alta %s, media %s, baja %s."
                            .formatted(open.get("critical"), open.get("high"), open.get("medium"), open.get("low")));
            assertThat(spanish.run("show", "weeks", "--format", "csv")
                            .requireDone()
                            .out()
                            .lines())
                    .anySatisfy(week -> assertThat(week)
                            .startsWith("2025-W03,")
                            .contains("," + spanishPage().figure("out") + ","
                                    + spanishPage().figure("low") + ",")
                            .endsWith("," + open.get("open")));
        }
    }

    @Test
    void changesAreAgainstTheWeekBefore() throws SQLException {
        try (LakeQuery lake = new LakeQuery(spanish.lake())) {
            long change = lake.number("""
                    select sum(case when run = '2025-W03' then claves_out else -claves_out end) from week_site_summary
                    """);
            String said = spanishPage()
                    .seen()
                    .get("cards")
                    .get("card-out")
                    .get("change")
                    .asString();
            assertThat(said)
                    .contains(change == 0 ? "sin cambio" : change > 0 ? "empeora" : "mejora")
                    .contains(change == 0 ? "" : String.format(Locale.ROOT, "%,d", Math.abs(change)));
            assertThat(spanishPage().text("text")).contains("Los cambios son respecto de la semana 2025-W02.");
        }
    }

    @Test
    void theBarsAreThoseOfTheDatasets() throws SQLException {
        try (LakeQuery lake = new LakeQuery(spanish.lake())) {
            assertThat(spanishPage().small("availability-states"))
                    .hasSize(
                            (int)
                                    lake.number(
                                            "select count(distinct state) from week_site_summary where run = '2025-W03' and claves_authorised > 0"));
            for (List<String> bar : spanishPage().small("stock-statuses")) {
                String status = Map.of(
                                "Agotada",
                                "OUT",
                                "Baja",
                                "LOW",
                                "Óptima",
                                "OPTIMAL",
                                "Excedente",
                                "OVER",
                                "Sin demanda",
                                "NO_DEMAND",
                                "Sin reporte",
                                "NOT_REPORTED")
                        .get(bar.get(0));
                assertThat(Long.parseLong(bar.get(2).replace(",", "")))
                        .as(bar.get(0))
                        .isEqualTo(lake.number(
                                "select count(*) from week_key_inventory where run = '2025-W03' and stock_status = '"
                                        + status + "'"));
            }
            assertThat(spanishPage().small("stock-cover").stream()
                            .mapToLong(bar -> Long.parseLong(bar.get(2).replace(",", "")))
                            .sum())
                    .isEqualTo(lake.number("""
                            select count(*) from week_key_inventory
                            where run = '2025-W03' and closing > 0 and amc > 0 and stock_status <> 'NOT_REPORTED'
                            """));
        }
    }

    @Test
    void theListsHoldTheRowsOfTheDatasetsTheWorstFirst() throws SQLException {
        requireList("stock-outs", """
                select printf('%,d', prescribed - filled), coalesce(printf('%,.3f', amc), '–'),
                    cast(stockout_days as varchar), printf('%,d', in_transit)
                from week_key_inventory where run = '2025-W03' and stock_status = 'OUT'
                order by prescribed - filled desc, amc desc nulls last, stockout_days desc, clues, clave
                """, 3, 4, 5, 6);
        requireList("low-stock", """
                select printf('%,.2f', floor(closing * 3040 / amc + 0.5) / 100), printf('%,d', closing), printf('%,.3f', amc)
                from week_key_inventory where run = '2025-W03' and stock_status = 'LOW'
                order by floor(closing * 3040 / amc + 0.5), prescribed - filled desc, amc desc, stockout_days desc, clues, clave
                """, 3, 4, 5);
        requireList("expiries", """
                select printf('%,d', expired), printf('%,d', expiring_30), printf('%,d', expiring_90),
                    printf('%,d', expiring_180), printf('%,d', closing)
                from week_key_inventory where run = '2025-W03' and (expired > 0 or expiring_180 > 0)
                order by case when closing <> 0 then (expired + expiring_90) * cast(value / closing as decimal(18, 4)) end
                    desc nulls last, expired + expiring_90 desc, expiring_180 desc, clues, clave
                """, 4, 5, 6, 7, 8);
        requireList("discrepancies", """
                select explanation_es || chr(10) || rule || ' · ' || discrepancy_id, cast(age_days as varchar)
                from week_discrepancies
                where run = '2025-W03' and business_date = '2025-01-19' and status not in ('RESOLVED', 'SUPERSEDED')
                order by case severity when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end,
                    value_at_risk desc nulls last, age_days desc, rule, discrepancy_id
                """, 0, 5);
        requireList("transfers", """
                select printf('%,d', quantity), lot,
                    replace(
                        coalesce(printf('%,.2f', taker_days_before), '–') || ' → '
                            || coalesce(printf('%,.2f', taker_days_after), '–'),
                        '-', '−')
                from week_transfer_suggestions where run = '2025-W03'
                order by taker_status desc, taker_days_before nulls last, taker_need desc, taker_clues, clave, expires_on nulls last, giver_clues, lot
                """, 4, 5, 7);
        requireList("sites", """
                select cast(claves_out as varchar), cast(nights_reported as varchar)
                from week_site_summary where run = '2025-W03'
                order by availability nulls last, claves_authorised desc, clues
                """, 3, 9);
    }

    /** Holds a list's columns to the rows of a query, up to the 500 that the page keeps. */
    private void requireList(String id, String sql, int... columns) throws SQLException {
        try (LakeQuery lake = new LakeQuery(spanish.lake())) {
            List<List<String>> expected = new ArrayList<>();
            lake.rows(sql).stream().limit(500).forEach(row -> expected.add(List.copyOf(row.values())));
            List<List<String>> shown = spanishPage().rows(id).stream()
                    .map(row -> Arrays.stream(columns).mapToObj(row::get).toList())
                    .toList();
            assertThat(expected).as(id).isNotEmpty();
            assertThat(shown).as(id).isEqualTo(expected);
        }
    }

    @Test
    void theSameDatasetsGiveTheSameBytes() throws Exception {
        TestLake again = spanish.upTo(SharedLakes.FIRST_SUNDAY, SharedLakes.fresh("page-again"));
        again.run("weekly", "--week", "2025-W02").requireDone();
        assertThat(page(again, "2025-W02")).hasSameBinaryContentAs(page(spanish, "2025-W02"));
        assertThat(Files.readString(page(again, "2025-W02"))).contains("la tendencia comienza con la siguiente");
    }

    @Test
    void namesThatLookLikeMarkupAreShownAsTheyAre() throws Exception {
        TestLake hostile = spanish.upTo(SharedLakes.FIRST_SUNDAY, SharedLakes.fresh("hostile-page"));
        String site = "</script><script>alert(1)</script> & <b>co</b>";
        String clave = "<img src=x onerror=alert(2)> {{say.title}} ''q''";
        Path reference = hostile.home().resolve("reference");
        rename(spanish.network().resolve("reference"), reference, Map.of("sites.csv", site, "catalogue.csv", clave));
        Files.writeString(
                hostile.configuration(),
                Files.readString(hostile.configuration())
                        .replace(spanish.network().resolve("reference").toString(), reference.toString()));
        hostile.run("weekly", "--week", "2025-W02").requireDone();

        BrowsedPage page = BrowsedPage.opened(page(hostile, "2025-W02"), DESK);

        assertThat(page.texts("errors")).isEmpty();
        assertThat(page.texts("requests")).isEmpty();
        assertThat(page.number("elements")).as("scripts, pictures and the like").isEqualTo(1);
        assertThat(page.text("text")).contains(site, clave);
    }

    /** A copy of reference files in which everything in some has one name. */
    private static void rename(Path from, Path to, Map<String, String> nameByFile) throws Exception {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String fileName = file.getFileName().toString();
                String name = nameByFile.get(fileName);
                List<String> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    lines.add(
                            name == null || lines.isEmpty()
                                    ? line
                                    : line.replaceFirst("^([^,]*),(\"[^\"]*\"|[^,]*),", "$1,\"" + name + "\","));
                }
                Files.write(to.resolve(fileName), lines);
            }
        }
    }

    @Test
    void bothLanguagesHaveEveryText() throws Exception {
        TreeSet<String> inEnglish = keys("messages.properties");
        inEnglish.removeIf(key -> key.matches("state_\\d\\d"));
        assertThat(keys("messages_es.properties")).isEqualTo(inEnglish);
    }

    private static TreeSet<String> keys(String bundle) throws Exception {
        Properties texts = new Properties();
        try (InputStream bytes =
                Objects.requireNonNull(InventoryPageTest.class.getResourceAsStream("/page/" + bundle))) {
            texts.load(bytes);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
