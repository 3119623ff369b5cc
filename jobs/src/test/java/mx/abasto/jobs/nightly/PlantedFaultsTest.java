package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code truth.csv} says was planted is what the published nights list, night by night, and nothing else. */
class PlantedFaultsTest {
    /** Two weeks are too few for the signals. */
    private static final List<String> PLANTED = List.of(
            "EXT-01", "EXT-02", "EXT-03", "EXT-04", "EXT-05", "EXT-06", "REF-01", "REF-02", "REF-03", "SHP-01",
            "SHP-02", "SHP-03", "SHP-04", "SHP-05", "SHP-06", "SHP-07", "SHP-08", "SHP-09", "STK-01", "STK-02",
            "STK-03", "STK-04", "DSP-01", "DSP-02", "DSP-03", "DSP-04", "DSP-05", "LOT-01", "LOT-02", "ORD-01",
            "ORD-02", "ORD-03");

    private static final String IDENTITY = "concat_ws('|', rule, coalesce(clues, ''), coalesce(counterpart_clues, ''),"
            + " coalesce(clave, ''), coalesce(lot, ''), coalesce(document_no, ''))";

    static LongStream faultySeeds() {
        return SharedLakes.seeds(2);
    }

    static LongStream cleanSeeds() {
        return SharedLakes.seeds(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("faultySeeds")
    void everyPlantedFaultIsFoundOnItsNightsAndNothingElseIs(long seed) throws SQLException {
        TestLake lake = SharedLakes.faulty(seed);

        Map<String, String> told = told(lake);
        assertThat(listed(lake)).as("seed " + seed).isEqualTo(told);
        assertThat(told.keySet().stream().map(key -> key.substring(11, 17)).distinct())
                .as("the rules that have something to find")
                .containsExactlyInAnyOrderElementsOf(PLANTED);
    }

    /** A shipment's number is its sender's alone: a document is told apart by site and clave too, a cell by having none. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("faultySeeds")
    void nothingThatANearMissTouchesIsListed(long seed) throws SQLException {
        TestLake lake = SharedLakes.faulty(seed);

        String misses = "read_csv('%s', header = true, all_varchar = true)"
                .formatted(lake.network().resolve("near_misses.csv"));
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            assertThat(query.number("select count(distinct what) from " + misses))
                    .as("kinds of near-misses, of 16")
                    .isGreaterThanOrEqualTo(13);
            assertThat(query.rows("""
                    select misses.what, misses.night, discrepancies.*
                    from %s as misses
                    inner join discrepancies
                        on (discrepancies.document_no = misses.document_no
                            and coalesce(discrepancies.clave, '') = coalesce(misses.clave, '')
                            and (discrepancies.clues is null
                                or misses.clues in (discrepancies.clues, discrepancies.counterpart_clues)))
                        or (discrepancies.document_no is null
                            and discrepancies.clues = misses.clues
                            and discrepancies.clave = misses.clave
                            and discrepancies.lot = misses.lot)
                    """.formatted(misses))).as("seed " + seed).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("cleanSeeds")
    void withoutFaultsNothingIsFound(long seed) throws SQLException {
        try (LakeQuery lake = new LakeQuery(SharedLakes.clean(seed).lake())) {
            assertThat(lake.number("select count(distinct run) from movements")).isEqualTo(14);
            assertThat(lake.rows("select * from discrepancies"))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(lake.rows("select * from week_discrepancies"))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** Night and identity to status, with the numbers on the first night. */
    private static Map<String, String> listed(TestLake lake) throws SQLException {
        Map<String, String> listed = new TreeMap<>();
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            for (Map<String, String> row : query.rows("""
                    select %s as identity, business_date, run, status, expected_quantity, actual_quantity,
                        first_seen_on, age_days
                    from discrepancies order by all
                    """.formatted(IDENTITY))) {
                String night = row.get("business_date");
                assertThat(row).containsEntry("run", night);
                String status = String.valueOf(row.get("status"));
                String numbers = status.equals("NEW") ? numbers(row) : "";
                String before = listed.put(night + " " + row.get("identity"), status + numbers + since(row));
                assertThat(before).as("listed twice: " + row).isNull();
            }
        }
        return listed;
    }

    private static String numbers(Map<String, String> row) {
        return " " + row.get("expected_quantity") + " / " + row.get("actual_quantity");
    }

    private static String since(Map<String, String> row) {
        return " since " + row.get("first_seen_on") + ", days " + row.get("age_days");
    }

    private static Map<String, String> told(TestLake lake) throws SQLException {
        Map<String, String> told = new TreeMap<>();
        for (Map<String, String> row : truth(lake.network().resolve("truth.csv"))) {
            LocalDate first = LocalDate.parse(row.get("first_listed_on"));
            LocalDate last = LocalDate.parse(row.get("last_listed_on"));
            first.datesUntil(last.plusDays(1)).forEach(night -> {
                String status = night.equals(first) ? "NEW" + numbers(row) : "PERSISTING";
                told.put(night + " " + row.get("identity"), status + since(first, night));
            });
            if (!"null".equals(row.get("resolved_on"))) {
                LocalDate resolved = LocalDate.parse(row.get("resolved_on"));
                told.put(resolved + " " + row.get("identity"), "RESOLVED" + since(first, resolved));
            }
        }
        return told;
    }

    private static String since(LocalDate first, LocalDate night) {
        return " since " + first + ", days " + (night.toEpochDay() - first.toEpochDay());
    }

    private static List<Map<String, String>> truth(Path file) throws SQLException {
        List<Map<String, String>> truth = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select %s as identity, expected_quantity, actual_quantity, first_listed_on, last_listed_on,
                            resolved_on
                        from read_csv('%s', header = true, all_varchar = true)
                        """.formatted(IDENTITY, file))) {
            while (rows.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnName(column), String.valueOf(rows.getString(column)));
                }
                truth.add(row);
            }
        }
        return truth;
    }
}
