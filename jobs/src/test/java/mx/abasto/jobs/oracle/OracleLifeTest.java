package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.ADJUSTMENTS;
import static mx.abasto.jobs.oracle.Given.CONTROLLED;
import static mx.abasto.jobs.oracle.Given.DISPENSATIONS;
import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.STOCK;
import static mx.abasto.jobs.oracle.Given.rule;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How discrepancies live, and which rule goes before which; expected values by hand. */
class OracleLifeTest {

    private static final String[] LIFE = {
        "status", "lot", "first_seen_on", "age_days", "expected_quantity", "actual_quantity", "difference"
    };

    @TempDir
    Path folder = Path.of("");

    private static String count(int night, String clave, String lot, long quantity) {
        return H + "," + Given.night(night) + "," + clave + "," + lot + ",2025-01-08," + quantity;
    }

    private static List<OracleNight> nights(Given given, int last) {
        Oracle oracle = given.oracle();
        List<OracleNight> nights = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            nights.add(oracle.night(Given.night(number)));
        }
        return nights;
    }

    @Test
    void a_variance_is_new_persists_through_silence_is_resolved_once_and_reopens() {
        Given given = new Given(folder);
        long[] counted = {10, 7, -1, 12, 13, 13, 12};
        for (int night = 1; night <= counted.length; night++) {
            if (counted[night - 1] >= 0) {
                given.file(night, "stock", H, STOCK, count(night, KEY, "L1", counted[night - 1]));
            }
        }
        // On the silent night something moves, and still the numbers stay those of the last count.
        given.file(3, "adjustments", H, ADJUSTMENTS, "A1,1," + H + ",2025-01-08,FOUND," + KEY + ",L1,,5,");
        List<OracleNight> nights = nights(given, 7);
        assertEquals(List.of(), rule(nights.get(0), "STK-01", LIFE));
        assertEquals(List.of("NEW L1 2025-01-07 0 10 7 -3"), rule(nights.get(1), "STK-01", LIFE));
        assertEquals(
                List.of("071443fe51c5d80c STK MEDIUM 7.5000"),
                rule(nights.get(1), "STK-01", "discrepancy_id", "family", "severity", "value_at_risk"));
        assertEquals(List.of("PERSISTING L1 2025-01-07 1 10 7 -3"), rule(nights.get(2), "STK-01", LIFE));
        assertEquals(List.of("PERSISTING L1 2025-01-07 2 15 12 -3"), rule(nights.get(3), "STK-01", LIFE));
        // A difference equal to the tolerance of 2 is none.
        assertEquals(List.of("RESOLVED L1 2025-01-07 3 15 12 -3"), rule(nights.get(4), "STK-01", LIFE));
        assertEquals(List.of(), rule(nights.get(5), "STK-01", LIFE));
        assertEquals(List.of("REOPENED L1 2025-01-07 5 15 12 -3"), rule(nights.get(6), "STK-01", LIFE));
        // The expiry is 2025-01-08, night 3; it is past from night 4.
        assertEquals(List.of(), rule(nights.get(2), "STK-04", LIFE));
        assertEquals(List.of("NEW L1 2025-01-09 0 0 15 15"), rule(nights.get(3), "STK-04", LIFE));
    }

    @Test
    void a_count_difference_that_a_negative_book_takes_is_superseded_and_comes_back() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, count(1, KEY, "L1", 50));
        given.file(2, "stock", H, STOCK, count(2, KEY, "L1", 45));
        given.file(3, "adjustments", H, ADJUSTMENTS, "A1,1," + H + ",2025-01-08,LOST," + KEY + ",L1,,-60,");
        given.file(3, "stock", H, STOCK, count(3, KEY, "L1", 20));
        given.file(4, "receipts", H, RECEIPTS, "R1,1," + H + ",2025-01-09,SUPPLIER,,,," + KEY + ",L1,,40,");
        List<OracleNight> nights = nights(given, 5);
        assertEquals(List.of("NEW L1 2025-01-07 0 50 45 -5"), rule(nights.get(1), "STK-01", LIFE));
        assertEquals(List.of("SUPERSEDED L1 2025-01-07 1 50 45 -5"), rule(nights.get(2), "STK-01", LIFE));
        assertEquals(List.of("NEW L1 2025-01-08 0 0 -10 -10"), rule(nights.get(2), "STK-02", LIFE));
        // The last count, 20, differs from the books of that night, -10, by 30.
        assertEquals(List.of("REOPENED L1 2025-01-07 2 -10 20 30"), rule(nights.get(3), "STK-01", LIFE));
        assertEquals(List.of("RESOLVED L1 2025-01-08 1 0 -10 -10"), rule(nights.get(3), "STK-02", LIFE));
        assertEquals(List.of("PERSISTING L1 2025-01-07 3 -10 20 30"), rule(nights.get(4), "STK-01", LIFE));
        assertEquals(
                List.of("30 null 20 30"),
                seen(nights.get(4), "stock_balance", "book", "counted", "last_counted", "last_variance"));
    }

    @Test
    void what_comes_back_after_35_nights_is_new() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, count(1, KEY, "L1", 10), count(1, KEY, "L2", 10));
        for (int night = 2; night <= 39; night++) {
            // Resolved on night 3. L1 comes back on night 38, within 35; L2 on night 39, beyond.
            long first = night == 2 || night >= 38 ? 1 : 10;
            long second = night == 2 || night == 39 ? 1 : 10;
            given.file(night, "stock", H, STOCK, count(night, KEY, "L1", first), count(night, KEY, "L2", second));
        }
        List<OracleNight> nights = nights(given, 39);
        assertEquals(List.of("RESOLVED L1", "RESOLVED L2"), rule(nights.get(2), "STK-01", "status", "lot"));
        assertEquals(
                List.of("REOPENED L1 2025-01-07"), rule(nights.get(37), "STK-01", "status", "lot", "first_seen_on"));
        assertEquals(
                List.of("NEW L2 2025-02-13", "PERSISTING L1 2025-01-07"),
                rule(nights.get(38), "STK-01", "status", "lot", "first_seen_on"));
    }

    @Test
    void a_cell_that_never_received_is_one_finding_not_three() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK);
        given.file(2, "stock", H, STOCK, count(2, CONTROLLED, "PH", 5));
        given.file(
                2,
                "dispensations",
                H,
                DISPENSATIONS,
                "P1,1," + H + ",2025-01-07," + CONTROLLED + ",DS,4,4,",
                "P2,1," + H + ",2025-01-07," + CONTROLLED + ",NG,3,3,");
        given.file(2, "receipts", H, RECEIPTS, "R1,1," + H + ",2025-01-07,SUPPLIER,,,," + CONTROLLED + ",NG,,1,");
        OracleNight night = nights(given, 2).get(1);
        // PH: counted 5, never came in. DS: dispensed, never came in. NG: came in, then below zero.
        assertEquals(
                List.of(
                        "DSP-01 DS CRITICAL 0 4 40.0000",
                        "STK-02 NG CRITICAL 0 -2 20.0000",
                        "STK-03 PH CRITICAL 0 5 50.0000"),
                seen(
                                night,
                                "discrepancies",
                                "rule",
                                "lot",
                                "severity",
                                "expected_quantity",
                                "actual_quantity",
                                "value_at_risk")
                        .stream()
                        .filter(s -> !s.startsWith("EXT"))
                        .filter(s -> !s.startsWith("LOT"))
                        .toList());
    }

    @Test
    void a_missing_extract_is_a_condition_and_a_bad_row_an_event() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, "x");
        List<OracleNight> nights = nights(given, 2);
        assertEquals(
                List.of("NEW 0 1"), rule(nights.get(0), "EXT-04", "status", "expected_quantity", "actual_quantity"));
        assertEquals(List.of(), rule(nights.get(1), "EXT-04", "status"));
        assertEquals(2, rule(nights.get(0), "EXT-01", "clues").size());
        assertEquals(
                List.of("NEW " + H + " 1 0", "PERSISTING " + Given.C + " 1 0", "PERSISTING " + Given.W + " 1 0")
                        .stream()
                        .sorted()
                        .toList(),
                rule(nights.get(1), "EXT-01", "status", "clues", "expected_quantity", "actual_quantity"));
    }
}
