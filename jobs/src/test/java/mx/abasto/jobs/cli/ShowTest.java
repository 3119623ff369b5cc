package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.FileReads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code show} and the commands say of a lake of eight nights and a week. */
class ShowTest {
    private static final Set<String> ENDED = Set.of("RESOLVED", "SUPERSEDED");
    private static final LocalDate LAST = SmallNetwork.OPENING.plusDays(7);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    @BeforeAll
    static void catchUp() {
        network = SmallNetwork.generated(folder, 6, 8, 0.4);
        Ran ran = network.abasto("catch-up", "--from", "2025-01-06", "--until", LAST.toString());
        assertThat(ran.lines())
                .filteredOn(line -> !line.startsWith("  "))
                .hasSize(12)
                .anyMatch(line -> line.startsWith("2025-W02 revision 1 published: "));
    }

    private static List<Map<String, Object>> json(String... arguments) {
        Ran ran = network.abasto(Ran.with(arguments, "--format", "json"));
        return JSON.readValue(String.join("\n", ran.lines()), new TypeReference<>() {});
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    @Test
    void nightsSayWhatTheirRunsSay() {
        List<Map<String, Object>> nights = json("show", "nights");

        assertThat(nights).hasSize(8);
        for (Map<String, Object> night : nights) {
            LocalDate date = LocalDate.parse(text(night, "business_date"));
            RunJson run = network.lake().night(date).orElseThrow().runJson();
            assertThat(night).containsEntry("run_id", run.runId());
            assertThat(text(night, "accepted")).isEqualTo("" + run.proof().accepted());
            assertThat(text(night, "quarantined")).isEqualTo("" + run.proof().quarantined());
            assertThat(night.get("files") + "," + night.get("duplicates"))
                    .isEqualTo(network.query(date, NightlyDatasets.FILES, "count(*), sum(duplicates)", "true")
                            .get(0));
            assertThat(night.get("open") + "," + night.get("new") + "," + night.get("resolved"))
                    .isEqualTo(network.query(
                                    date,
                                    NightlyDatasets.DISCREPANCIES,
                                    "count(*) filter (status not in ('RESOLVED', 'SUPERSEDED')),"
                                            + " count(*) filter (status = 'NEW'), count(*) filter (status = 'RESOLVED')",
                                    "true")
                            .get(0));
        }
        assertThat(nights).last().extracting("open").isNotEqualTo(0);
    }

    @Test
    void weeksCountTheirInventory() {
        Lake.Published published =
                network.lake().week(IsoWeek.parse("2025-W02"), 1).orElseThrow();
        String rows = FileReads.parquet(network.lake().files(published, WeeklyDatasets.KEY_INVENTORY));
        String sites = FileReads.parquet(network.lake().files(published, WeeklyDatasets.SITE_SUMMARY));

        assertThat(json("show", "weeks")).singleElement().satisfies(week -> assertThat(week.get("rows") + ","
                        + week.get("sites") + "," + week.get("claves_out") + "," + week.get("claves_low"))
                .isEqualTo(SmallNetwork.query("select (select count(*) from " + rows
                                + "), count(*), sum(claves_out), sum(claves_low) from " + sites)
                        .get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nights", "weeks", "discrepancies", "discrepancies --week 2025-W02", "inventory"})
    void csvAndJsonSayTheSame(String what) {
        List<Map<String, Object>> objects = json(("show " + what).split(" "));
        String csv = String.join(
                "\n",
                network.abasto(Ran.with(("show " + what).split(" "), "--format", "csv"))
                        .lines());

        List<List<String>> expected = new ArrayList<>();
        expected.add(List.copyOf(objects.get(0).keySet()));
        for (Map<String, Object> object : objects) {
            expected.add(object.values().stream()
                    .map(value -> value == null
                            ? ""
                            : value instanceof List<?> list ? JSON.writeValueAsString(list) : value.toString())
                    .toList());
        }
        assertThat(CsvText.parse(csv)).isEqualTo(expected);
    }

    @Test
    void csvGivesEveryColumnOfTheContract() {
        assertThat(header("discrepancies")).isEqualTo(names(NightlyDatasets.DISCREPANCIES));
        assertThat(header("discrepancies --week 2025-W02")).isEqualTo(names(WeeklyDatasets.DISCREPANCIES));
        assertThat(header("inventory")).isEqualTo(names(WeeklyDatasets.KEY_INVENTORY));
    }

    private static List<String> header(String what) {
        return List.of(network.abasto(Ran.with(("show " + what).split(" "), "--format", "csv"))
                .lines()
                .get(0)
                .split(","));
    }

    private static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(Dataset.Column::name).toList();
    }

    @Test
    void theWorstComesFirst() {
        List<String> order = json("show", "discrepancies", "--week", "2025-W02").stream()
                .map(row -> ENDED.contains(text(row, "status")) + ","
                        + "CHML".indexOf(text(row, "severity").charAt(0)))
                .toList();

        assertThat(order).isSorted();
        assertThat(new TreeSet<>(order)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--rule,rule",
        "--family,family",
        "--severity,severity",
        "--status,status",
        "--clave,clave",
        "--lot,lot",
        "--document,document_no"
    })
    void aFilterKeepsTheRowsThatHaveItsValue(String option, String column) {
        // The week has every status; a night may have one.
        List<Map<String, Object>> all = json("show", "discrepancies", "--week", "2025-W02");
        String value = all.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toString();

        List<Map<String, Object>> kept = json("show", "discrepancies", "--week", "2025-W02", option, value);

        assertThat(kept).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(kept)
                .isEqualTo(all.stream()
                        .filter(row -> value.equals(row.get(column)))
                        .toList());
    }

    @Test
    void aSiteIsFoundOnEitherSideOfAShipment() {
        List<Map<String, Object>> all = json("show", "discrepancies");
        String site = all.stream()
                .map(row -> row.get("counterpart_clues"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toString();

        assertThat(json("show", "discrepancies", "--clues", site))
                .isEqualTo(all.stream()
                        .filter(row -> site.equals(row.get("clues")) || site.equals(row.get("counterpart_clues")))
                        .toList());
    }

    @Test
    void filtersTakeSeveralValuesAndAllHaveToHold() {
        List<Map<String, Object>> all = json("show", "discrepancies", "--week", "2025-W02");

        assertThat(json("show", "discrepancies", "--week", "2025-W02", "--family", "stk,shp", "--severity", "high"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(row -> List.of("STK", "SHP").contains(row.get("family")))
                        .filter(row -> text(row, "severity").equals("HIGH"))
                        .toList());
    }

    @Test
    void inventoryIsFilteredByStateAndStatus() {
        List<Map<String, Object>> all = json("show", "inventory");
        String state = text(all.get(0), "state");

        assertThat(json("show", "inventory", "--state", state, "--status", "low,out"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(row -> text(row, "state").equals(state))
                        .filter(row -> List.of("LOW", "OUT").contains(row.get("stock_status")))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"--clues,clues", "--clave,clave", "--programme,programme"})
    void inventoryIsFilteredByItsOtherColumns(String option, String column) {
        List<Map<String, Object>> all = json("show", "inventory");
        String value = all.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toString();

        assertThat(json("show", "inventory", option, value))
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .isEqualTo(all.stream()
                        .filter(row -> value.equals(row.get(column)))
                        .toList());
    }

    @Test
    void suggestionsAreFoundFromEitherSide() {
        List<Map<String, Object>> all = json("show", "suggestions");
        String giver = text(all.get(0), "giver_clues");
        String taker = text(all.get(0), "taker_clues");

        assertThat(json("show", "suggestions", "--clues", giver)).contains(all.get(0));
        assertThat(json("show", "suggestions", "--clues", taker, "--clave", text(all.get(0), "clave")))
                .contains(all.get(0));
    }

    @Test
    void sitesAndSuggestionsHaveTheirWeeksColumns() {
        assertThat(header("sites")).isEqualTo(names(WeeklyDatasets.SITE_SUMMARY));
        assertThat(header("suggestions")).isEqualTo(names(WeeklyDatasets.TRANSFER_SUGGESTIONS));
    }

    @Test
    void aWeekThatRestatesNothingSaysSo() {
        assertThat(network.abasto("show", "restatement").lines())
                .containsExactly("2025-W02, 2025-01-06 to 2025-01-12, revision 1 has no rows.");
    }

    @ParameterizedTest
    @CsvSource({
        "nights,80",
        "weeks,80",
        "discrepancies,80",
        "discrepancies --explain,80",
        "discrepancies --language en,60",
        "discrepancies --week 2025-W02,132",
        "inventory,80",
        "inventory,50",
        "inventory,180",
        "sites,80",
        "suggestions,80"
    })
    void aTableFitsItsWidth(String what, int width) {
        List<String> lines = network.abasto(Ran.with(("show " + what).split(" "), "--width", "" + width))
                .lines();

        assertThat(lines).allMatch(line -> line.length() <= width).anyMatch(line -> line.matches("[─ ]+"));
        assertThat(lines.stream().mapToInt(String::length).max().orElseThrow()).isGreaterThan(width / 2);
    }

    @Test
    void aTableSaysWhatItLeavesOut() {
        int rows = json("show", "inventory").size();

        assertThat(network.abasto("show", "inventory", "--limit", "2", "--width", "80")
                        .lines())
                .last()
                .isEqualTo("… and %d more. All of them: --limit %d".formatted(rows - 2, rows));
        assertThat(network.abasto("show", "nights", "--limit", "2", "--width", "80")
                        .lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("2025-01-13"))
                .last()
                .isEqualTo("… and 6 earlier nights. All of them: --limit 8");
    }

    @Test
    void explanationsStandUnderTheirRowsInTheLanguageAskedFor() {
        Map<String, Object> first = json("show", "discrepancies").get(0);

        assertThat(unwrapped("--explain")).contains(text(first, "explanation_es"));
        assertThat(unwrapped("--language", "en"))
                .contains(text(first, "explanation_en"))
                .doesNotContain(text(first, "explanation_es"));
        assertThat(unwrapped()).doesNotContain(text(first, "explanation_es"));
    }

    private static String unwrapped(String... more) {
        String[] command = {"show", "discrepancies", "--limit", "1"};
        Ran ran = network.abasto(Ran.with(command, more));
        assertThat(ran.exitCode()).isZero();
        return ran.out().replaceAll("\\s+", " ");
    }

    @Test
    void nothingIsSaidInASentence() {
        Ran none = network.abasto("show", "discrepancies", "--lot", "NEVER-SEEN");
        Ran noneAsJson = network.abasto("show", "discrepancies", "--lot", "NEVER-SEEN", "--format", "json");

        String sentence = "Night 2025-01-13 lists no discrepancies that pass the filters: none has lot NEVER-SEEN.";
        assertThat(none.lines()).containsExactly(sentence);
        assertThat(noneAsJson.out()).isEqualTo("[]\n");
        assertThat(noneAsJson.err().lines()).containsExactly(sentence);
    }

    @Test
    void filtersThatOnlyTogetherMatchNothingAreNamedTogether() {
        List<Map<String, Object>> all = json("show", "discrepancies");
        String clave = all.stream()
                .filter(row -> "MEDIUM".equals(row.get("severity")))
                .map(row -> row.get("clave"))
                .filter(value -> value != null
                        && all.stream()
                                .noneMatch(row -> "LOW".equals(row.get("severity")) && value.equals(row.get("clave"))))
                .findFirst()
                .orElseThrow()
                .toString();

        assertThat(network.abasto("show", "discrepancies", "--severity", "low", "--clave", clave)
                        .lines())
                .containsExactly(
                        "Night 2025-01-13 lists no discrepancies that pass the filters: some pass each of them,"
                                + " none has severity LOW and clave " + clave + ".");
    }

    /** A person copies the first eight characters of a row into explain. */
    @Test
    void eachRowBeginsWithAsMuchOfItsIdAsExplainNeeds() {
        List<Map<String, Object>> all = json("show", "discrepancies");
        List<String> ids = network.abasto("show", "discrepancies", "--width", "80", "--limit", "1000").lines().stream()
                .filter(line -> line.matches("[0-9a-f]{8}  .*"))
                .map(line -> line.substring(0, 8))
                .toList();

        assertThat(ids)
                .isEqualTo(all.stream()
                        .map(row -> text(row, "discrepancy_id").substring(0, 8))
                        .toList());
        assertThat(network.abasto("explain", ids.get(0)).out()).contains(text(all.get(0), "rule"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void whatTellsDiscrepanciesApartIsWholeAtAnyWidth(int width) {
        List<Map<String, Object>> all = json("show", "discrepancies");
        List<String> lines = network.abasto("show", "discrepancies", "--width", "" + width, "--limit", "1000")
                .lines();
        String shown = String.join(" ", lines);

        assertThat(lines).allMatch(line -> line.length() <= width);
        for (Map<String, Object> row : all) {
            for (String column : List.of("status", "rule", "clues", "counterpart_clues", "clave", "lot")) {
                if (row.get(column) != null) {
                    assertThat(shown).contains(text(row, column));
                }
            }
            if (row.get("document_no") != null) {
                assertThat(shown.replace(" ", "")).contains(text(row, "document_no"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "discrepancies --family XYZ | There is no family of rules XYZ; there are DSP, EXT, LOT, ORD, REF, SHP,"
                        + " SIG, STK.",
                "discrepancies --date 2025-01-20 | The night 2025-01-20 is not published; the lake holds those from"
                        + " 2025-01-06 to 2025-01-13. Publish it: abasto catch-up --until 2025-01-20",
                "discrepancies --date 2025-01-05 | The night 2025-01-05 is not published; the lake holds those from"
                        + " 2025-01-06 to 2025-01-13.",
                "discrepancies --week 2025-W03 | The week 2025-W03 is not published; the lake holds only 2025-W02. Make"
                        + " it: abasto weekly --week 2025-W03",
                "inventory --week 2025-W02 --revision 2 | 2025-W02 has no such revision; it has 1."
            })
    void whatTheLakeDoesNotHaveIsAUsageError(String what, String message) {
        network.abasto(("show " + what).split(" "))
                .refusedWith(2, message, "See: abasto show " + what.split(" ")[0] + " --help");
    }

    @Test
    void aRuleThatTheNightWasNotHeldAgainstIsAUsageError() {
        String rules = String.join(
                ", ",
                network.lake()
                        .night(LAST)
                        .orElseThrow()
                        .runJson()
                        .ruleVersions()
                        .keySet());

        network.abasto("show", "discrepancies", "--rule", "shp-99")
                .refusedWith(
                        2,
                        "There is no rule SHP-99; see abasto rules list. There are " + rules + ".",
                        "See: abasto show discrepancies --help");
    }
}
