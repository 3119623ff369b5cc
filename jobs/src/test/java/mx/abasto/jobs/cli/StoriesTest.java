package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** explain and trace say what the lake says, in lines that fit, in both languages (contract section 4). */
class StoriesTest {
    private static final int WIDTH = 80;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TestLake LAKE = SharedLakes.faulty();

    private static Ran abasto(String... arguments) {
        return Ran.abasto(
                Ran.with(new String[] {"--config", LAKE.configuration().toString()}, arguments));
    }

    private static String nights(String dataset) {
        return "read_parquet('%s/nightly/*/%s/*.parquet', hive_partitioning = false)".formatted(LAKE.lake(), dataset);
    }

    private static List<String> told(String columns, String where) {
        return SmallNetwork.query("select %s from %s where %s".formatted(columns, nights("discrepancies"), where));
    }

    private static void requireReadable(List<String> lines, String what) {
        assertThat(lines).as(what).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(String.join("\n", lines)).as(what).doesNotContain("{", "null", "Optional");
    }

    @Test
    void everyDiscrepancyOfEveryNightIsToldInBothLanguages() {
        List<String> ids = told("distinct discrepancy_id", "true");
        assertThat(ids).hasSizeGreaterThan(10);
        for (String id : ids) {
            for (String language : new String[] {"es", "en"}) {
                List<String> lines = abasto("explain", id, "--width", "80", "--language", language)
                        .lines();
                assertThat(lines.get(0)).contains(id);
                requireReadable(lines, id);
            }
        }
    }

    @Test
    void everyRowOfTheEvidenceIsToldWithItsFileAndRow() {
        for (String id : told("distinct discrepancy_id", "true")) {
            JsonNode story = JSON.readTree(
                            abasto("explain", id, "--format", "json").out())
                    .get("story");
            List<String> rows = SmallNetwork.query("""
                    with last as (
                        select * from %s where discrepancy_id = '%s' order by business_date desc limit 1
                    )
                    select row.file || ' ' || coalesce(cast(row.row_no as varchar), '')
                    from (select unnest(evidence) as row from last)
                    """.formatted(nights("discrepancies"), id));
            List<String> said = Stream.of(story.get("voices"))
                    .flatMap(voices -> voices.valueStream())
                    .flatMap(voice -> voice.get("rows").valueStream())
                    .map(row -> row.get("file").asString() + " "
                            + (row.get("row_no").isNull()
                                    ? ""
                                    : row.get("row_no").asString()))
                    .toList();
            assertThat(said).as(id).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    /** What the sender typed stands in the file and row that the story names. */
    @Test
    void aLineIsToldAsItsSenderTypedIt() {
        String id = told("discrepancy_id", "rule = 'STK-01' and status = 'NEW'").get(0);
        JsonNode story =
                JSON.readTree(abasto("explain", id, "--format", "json").out()).get("story");
        List<JsonNode> rows = story.get("voices")
                .valueStream()
                .flatMap(voice -> voice.get("rows").valueStream())
                .toList();
        assertThat(rows).isNotEmpty();
        for (JsonNode row : rows) {
            JsonNode line = row.get("line");
            String column = line.get("extract").asString().equals("dispensations") ? "dispensed_quantity" : "quantity";
            assertThat(SmallNetwork.query("""
                    select clave, lot, %s from (
                        select *, row_number() over () as row_no from read_csv('%s/extracts/*/%s', all_varchar = true)
                    ) where row_no = %s
                    """.formatted(
                                    column,
                                    LAKE.network(),
                                    row.get("file").asString(),
                                    row.get("row_no").asString())))
                    .containsExactly(
                            line.get("clave").asString() + "," + line.get("lot").asString() + ","
                                    + line.get("quantity").asString());
        }
    }

    @Test
    void theBookOfAStoryIsTheSumOfItsParts() {
        for (String id : told("distinct discrepancy_id", "family = 'STK'")) {
            JsonNode stock = JSON.readTree(
                            abasto("explain", id, "--format", "json").out())
                    .at("/story/background/stock");
            long parts = stock.get("sums")
                    .valueStream()
                    .mapToLong(sum -> sum.get("pieces").asLong())
                    .sum();
            assertThat(parts).as(id).isEqualTo(stock.get("book").asLong());
        }
    }

    @Test
    void aDiscrepancyThatEndedIsToldWithItsLastNumbers() {
        String id = told("discrepancy_id", "status = 'RESOLVED' and expected_quantity is not null")
                .get(0);
        List<String> row = told(
                "business_date, first_seen_on, expected_quantity, actual_quantity",
                "status = 'RESOLVED' and discrepancy_id = '%s' order by business_date desc".formatted(id));
        String[] last = row.get(0).split(",", -1);
        List<String> lines =
                abasto("explain", id, "--language", "en", "--width", "80").lines();
        assertThat(String.join(" ", lines))
                .contains("Resolved on " + last[0] + "; first seen on " + last[1] + ".")
                .contains("%s: resolved; expected %s, actual %s".formatted(last[0], last[2], last[3]));
    }

    @Test
    void anIdMayBeShortenedAndMayBeUnknown() {
        String id = told("distinct discrepancy_id", "true").get(0);
        assertThat(abasto("explain", id.substring(0, 12).toUpperCase(Locale.ROOT))
                        .lines()
                        .get(0))
                .contains(id);
        abasto("explain", "xyz")
                .refusedWith(
                        2,
                        "'xyz' is not a discrepancy's id; it has 16 digits of 0 to 9 and a to f, of which 4 may do."
                                + " Each row of abasto show discrepancies begins with one.",
                        "See: abasto explain --help");
        abasto("explain", "0000000000000000")
                .refusedWith(
                        2,
                        ("No night from %s to %s lists a discrepancy whose id begins with 0000000000000000. See what"
                                        + " they list: abasto show discrepancies --date %s")
                                .formatted(LAKE.first(), LAKE.last(), LAKE.last()));
    }

    @Test
    void everyLotOfADiscrepancyIsTracedInBothLanguages() {
        for (String lot : told("distinct clave, lot", "clave is not null and lot is not null")) {
            String[] names = lot.split(",", -1);
            for (String language : new String[] {"es", "en"}) {
                requireReadable(
                        abasto("trace", "--clave", names[0], "--lot", names[1], "--width", "80", "--language", language)
                                .lines(),
                        lot);
            }
        }
    }

    @Test
    void aTraceNamesPrescriptionsAndNoMoreThanAFewUnlessAllAreAskedFor() {
        String lot = SmallNetwork.query("""
                        select clave || ',' || lot from %s where kind = 'DISPENSATION'
                        group by clave, lot, clues order by count(distinct document_no) desc, clave, lot limit 1
                        """.formatted(nights("movements"))).get(0);
        String[] names = lot.split(",", -1);
        List<String> prescriptions = SmallNetwork.query("""
                select document_no from %s where kind = 'DISPENSATION' and clave = '%s' and lot = '%s'
                group by document_no
                having sum(case when reversal then -quantity else quantity end) <> 0
                """.formatted(nights("movements"), names[0], names[1]));
        assertThat(prescriptions).hasSizeGreaterThan(10);
        Ran few = abasto("trace", "--clave", names[0], "--lot", names[1], "--width", "200");
        Ran all = abasto("trace", "--clave", names[0], "--lot", names[1], "--width", "200", "--all");
        assertThat(all.out()).contains(prescriptions);
        assertThat(few.out()).contains("--all las muestra");
        assertThat(all.out()).doesNotContain("--all");
        assertThat(few.out()).contains("Los libros cuadran: residuo 0.");
    }

    @Test
    void aTraceOfWhatIsNotKnownIsRefused() {
        Ran refused = abasto("trace", "--clave", "999.999.9999.99", "--lot", "A1");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("The lake holds no movement of the clave 999.999.9999.99. The nearest that it knows: ");
        abasto("trace", "--clave", "12", "--lot", "A1")
                .refusedWith(
                        2,
                        "Invalid value for option '--clave': '12' is not a clave; write it with its points, such as"
                                + " 010.000.0104.00",
                        "See: abasto trace --help");
    }
}
