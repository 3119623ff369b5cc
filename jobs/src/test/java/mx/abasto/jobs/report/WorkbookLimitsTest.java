package mx.abasto.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.Language;
import mx.abasto.common.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workbooks do at the edges: nothing to show, too much of it, and text that Excel would take for something else. */
class WorkbookLimitsTest {
    private static final String LONG_TEXT = "repeat('á', 40000)";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String inventory(long rows) {
        return """
                select '2025-W03' as week, '20' as state, printf('OCIMB%%06d', i) as clues, '=SUM(A1:A9)' as site_name,
                    'HOSPITAL' as kind, '010.000.0104.00' as clave, '@cmd _x0041_' as description,
                    '+1' as programme, case when i %% 2 = 0 then 'OUT' else 'LOW' end as stock_status,
                    0 as closing, 0 as in_transit, i as amc, 1.25 as months_of_stock, 3 as stockout_days,
                    9007199254740993 as prescribed, 0 as filled
                from range(%d) as numbers(i)
                """.formatted(rows);
    }

    private static String sites(long rows) {
        return "select '2025-W03' as week, date '2025-01-19' as week_end, '20' as state,"
                + " printf('OCIMB%06d', i) as clues, '=SUM(A1:A9)' as site_name, 'HOSPITAL' as kind from range(" + rows
                + ") as numbers(i)";
    }

    private static final String FINDINGS = "select '2025-W03' as week, date '2025-01-19' as business_date,"
            + " 'abcdef0123456789' as discrepancy_id, 'STK-01' as rule, 'HIGH' as severity, 'NEW' as status,"
            + " 'OCIMB000000' as clues, '-1+2' as lot, " + LONG_TEXT + " as explanation_es, " + LONG_TEXT
            + " as explanation_en";

    private MadeWeek made(Language language, long rows) throws Exception {
        Map<Dataset, String> selects = new HashMap<>();
        selects.put(WeeklyDatasets.KEY_INVENTORY, inventory(rows));
        selects.put(WeeklyDatasets.SITE_SUMMARY, sites(rows));
        selects.put(WeeklyDatasets.DISCREPANCIES, FINDINGS);
        return new MadeWeek(folder.resolve("made-" + language + rows), language, selects);
    }

    @Test
    void aWeekOfNothingSaysSoOnEverySheet() throws Exception {
        Path output = new MadeWeek(folder.resolve("empty"), Language.EN, Map.of()).report("report");

        assertThat(Files.list(output))
                .extracting(file -> file.getFileName().toString())
                .contains("inventory.xlsx")
                .noneMatch(name -> name.startsWith("inventory-"));
        try (ReadWorkbook workbook = new ReadWorkbook(output.resolve("inventory.xlsx"))) {
            Texts texts = new Texts(Language.EN);
            for (SheetPlan plan : SheetPlans.ALL) {
                String sheet = texts.text("sheet." + plan.key());
                assertThat(workbook.text(sheet, 2, 0)).isEqualTo("Nothing to show this week.");
                assertThat(workbook.rows(sheet, 4, 1)).isEmpty();
            }
            assertThat(workbook.rows("Cover", 0, 3))
                    .contains(List.of("null", "Availability", "–"))
                    .anyMatch(row -> row.get(1).startsWith("No clave that is used is out of stock"));
        }
    }

    @Test
    void aSheetIsCappedWorstFirstAndSaysHowManyMoreThereAreAndWhere() throws Exception {
        Path output = made(Language.ES, 12_000).report("report");

        try (ReadWorkbook nation = new ReadWorkbook(output.resolve("inventory.xlsx"));
                ReadWorkbook state = new ReadWorkbook(output.resolve("inventory-20.xlsx"))) {
            List<List<String>> rows = nation.rows("Agotadas y bajas por unidad", 4, 6);
            assertThat(rows).hasSize(10_000);
            assertThat(rows.subList(0, 6_000)).allMatch(row -> row.get(0).equals("AGOTADA"));
            assertThat(rows.subList(6_000, 10_000)).allMatch(row -> row.get(0).equals("BAJA"));
            // Of the sites that are out, the one that uses most comes first.
            assertThat(rows.get(0).get(5)).isEqualTo("OCIMB011998");
            assertThat(nation.text("Agotadas y bajas por unidad", 2, 0))
                    .startsWith("Los primeros 10,000 de 12,000 renglones; los otros 2,000 están en los libros de los"
                            + " estados (sus primeros renglones) y, todos, en el conjunto key_inventory (Parquet).");
            assertThat(state.rows("Agotadas y bajas por unidad", 4, 1)).hasSize(5_000);
            assertThat(state.text("Agotadas y bajas por unidad", 2, 0))
                    .startsWith("Los primeros 5,000 de 12,000 renglones; los otros 7,000 están en el conjunto");
            assertThat(nation.rows("Portada", 0, 3))
                    .contains(List.of("null", "Agotadas y bajas por unidad", "10,000 de 12,000 renglones"));
        }
    }

    @Test
    void textStaysTextAndNumbersKeepTheirDigits() throws Exception {
        Path output = made(Language.EN, 2).report("report");

        try (ReadWorkbook workbook = new ReadWorkbook(output.resolve("inventory.xlsx"))) {
            // A formula would be refused by the reader.
            assertThat(workbook.rows("Out and low by site", 4, 19).get(0))
                    .contains("+1", "@cmd _x0041_", "=SUM(A1:A9)", "9007199254740993", "1.25");
            List<String> finding = workbook.rows("Discrepancies", 4, 10).get(0);
            assertThat(finding).contains("-1+2");
            assertThat(finding.get(4)).hasSize(Cells.CHARACTERS_MAX).endsWith("á…");
        }
    }

    @Test
    void theSameDatasetsGiveTheSameBytes() throws Exception {
        MadeWeek week = made(Language.ES, 700);
        Path first = week.report("first");
        Path second = week.report("second");

        for (String name : List.of("inventory.xlsx", "inventory-20.xlsx")) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
            try (ZipFile archive = new ZipFile(first.resolve(name).toFile())) {
                ZipEntry core = archive.getEntry("docProps/core.xml");
                assertThat(new String(archive.getInputStream(core).readAllBytes(), "UTF-8"))
                        .contains(">2025-01-19T00:00:00Z</dcterms:created>");
                assertThat(archive.stream())
                        .allMatch(entry -> entry.getTimeLocal().toString().equals("2025-01-19T00:00"));
            }
        }
        assertThat(Files.list(first)).noneMatch(file -> file.toString().endsWith(".raw"));
    }

    @Test
    void bothLanguagesSayEverythingWithTheSamePlaces() throws Exception {
        Properties english = properties("/report/workbook.properties");
        Properties spanish = properties("/report/workbook_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(spanish.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
        Texts texts = new Texts(Language.ES);
        SheetPlans.ALL.stream().flatMap(plan -> plan.columns().stream()).forEach(column -> {
            assertThat(texts.text("column." + column.name())).isNotBlank();
            assertThat(texts.text("meaning." + column.name())).isNotBlank();
        });
        assertThat(texts.word("OUT")).isEqualTo("AGOTADA");
    }

    private static Properties properties(String resource) throws Exception {
        Properties properties = new Properties();
        try (var bytes =
                Files.newBufferedReader(Path.of(Objects.requireNonNull(WorkbookLimitsTest.class.getResource(resource))
                        .toURI()))) {
            properties.load(bytes);
        }
        return properties;
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
