package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.ADJUSTMENTS;
import static mx.abasto.jobs.oracle.Given.C;
import static mx.abasto.jobs.oracle.Given.DISPENSATIONS;
import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.STOCK;
import static mx.abasto.jobs.oracle.Given.W;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected values were computed by hand from the contract. */
class OracleLedgerTest {

    private static final String[] MOVED = {
        "kind", "from_account", "from_id", "to_account", "to_id", "quantity", "reversal", "event_date", "row_no"
    };
    private static final String[] BALANCE = {
        "clues",
        "lot",
        "opening",
        "inflow",
        "outflow",
        "book",
        "inbound_to_date",
        "dispensed_to_date",
        "counted",
        "variance"
    };

    @TempDir
    Path folder = Path.of("");

    private static String receipt(int line, String lot, String quantity, String cancelled) {
        return "R1," + line + "," + H + ",2025-01-06,SUPPLIER,,,O1," + KEY + "," + lot + ",2026-12-31," + quantity + ","
                + cancelled;
    }

    private static String count(int night, String lot, long quantity) {
        return H + "," + Given.night(night) + "," + KEY + "," + lot + ",," + quantity;
    }

    @Test
    void a_correction_on_a_later_night_reverses_and_posts_anew() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK);
        given.file(1, "receipts", H, RECEIPTS, receipt(1, "L1", "10", ""), receipt(2, "L1", "5", ""));
        given.named(
                2, "receipts_" + H + "_20250107.csv", RECEIPTS, receipt(1, "L2", "8", ""), receipt(2, "L1", "5", ""));
        given.file(2, "stock", H, STOCK, count(2, "L1", 5), count(2, "L2", 9));
        OracleNight night = given.run(2);
        assertEquals(
                List.of(
                        "RECEIPT SITE " + H + " SUPPLIER null 10 true 2025-01-06 1",
                        "RECEIPT SUPPLIER null SITE " + H + " 8 false 2025-01-06 1"),
                seen(night, "movements", MOVED));
        // Night 1: 15 received but none counted, so the opening takes 15 away again.
        assertEquals(
                List.of(H + " L1 0 0 10 -10 -10 0 5 15", H + " L2 0 8 0 8 8 0 9 1"),
                seen(night, "stock_balance", BALANCE));
        assertEquals(
                List.of("receipts 2 1 0 1 ACCEPTED", "stock 2 2 0 0 ACCEPTED"),
                seen(night, "files", "extract", "rows", "accepted", "quarantined", "duplicates", "status"));
    }

    @Test
    void a_cancelled_line_is_reversed_and_nothing_takes_its_place() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, count(1, "L1", 10));
        given.file(1, "receipts", H, RECEIPTS, receipt(1, "L1", "10", ""));
        given.file(2, "receipts", H, RECEIPTS, receipt(1, "L1", "10", "true"));
        Oracle oracle = given.oracle();
        OracleNight first = oracle.night(Given.D1);
        assertEquals(List.of(), seen(first, "orders", "order_no"));
        assertEquals(List.of("L1 2026-12-31 1"), seen(first, "lots", "lot", "expires_on", "lines"));
        OracleNight night = oracle.night(Given.night(2));
        assertEquals(
                List.of("RECEIPT SITE " + H + " SUPPLIER null 10 true 2025-01-06 1"), seen(night, "movements", MOVED));
        assertEquals(List.of(H + " L1 10 0 10 0 0 0 null null"), seen(night, "stock_balance", BALANCE));
        assertEquals(List.of(), seen(night, "orders", "order_no"));
        assertEquals(
                List.of("L1 2026-12-31 0 2025-01-06"),
                seen(night, "lots", "lot", "expires_on", "lines", "first_seen_on"));
    }

    @Test
    void a_redelivered_file_posts_nothing_and_delivers_nothing() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, count(1, "L1", 10));
        given.file(1, "receipts", H, RECEIPTS, receipt(1, "L1", "10", ""));
        given.named(2, "receipts_label_20250107.csv", RECEIPTS, receipt(1, "L1", "10", ""));
        given.named(2, "receipts_label_20250107_1.csv", RECEIPTS + ",more", receipt(1, "L1", "10", "") + ",x");
        OracleNight night = given.run(2);
        assertEquals(List.of(), night.rows("movements"));
        assertEquals(
                List.of(
                        "receipts_label_20250107.csv 1 0 0 1 REDELIVERED",
                        "receipts_label_20250107_1.csv 1 0 0 1 REDELIVERED"),
                seen(night, "files", "file", "rows", "accepted", "quarantined", "duplicates", "status"));
        // New bytes with nothing but duplicates deliver; the same bytes do not.
        assertEquals(
                List.of(
                        W + " stock MISSING null",
                        H + " receipts DELIVERED receipts_label_20250107_1.csv",
                        H + " stock MISSING null",
                        C + " stock MISSING null"),
                seen(night, "extracts", "clues", "extract", "status", "file"));
    }

    @Test
    void an_opening_makes_the_balance_equal_the_count_whatever_was_posted_before() {
        Given given = new Given(folder);
        given.file(1, "receipts", H, RECEIPTS, receipt(1, "L1", "10", ""), receipt(2, "L2", "4", ""));
        given.file(
                2,
                "dispensations",
                H,
                DISPENSATIONS,
                "P1,1," + H + ",2025-01-07," + KEY + ",L1,5,3,",
                "P1,2," + H + ",2025-01-07," + KEY + ",,5,2,");
        given.file(2, "stock", H, STOCK, count(2, "L1", 9), count(2, "L3", 6));
        OracleNight night = given.run(2);
        // L1: 10 - 3 = 7, counted 9. L2: 4, not listed. L3: nothing, counted 6. NO-LOT: -2, not listed.
        assertEquals(
                List.of(
                        "DISPENSATION SITE " + H + " PATIENT null 2 false 2025-01-07 2",
                        "DISPENSATION SITE " + H + " PATIENT null 3 false 2025-01-07 1",
                        "OPENING OPENING null SITE " + H + " 2 false 2025-01-07 1",
                        "OPENING OPENING null SITE " + H + " 2 false 2025-01-07 null",
                        "OPENING OPENING null SITE " + H + " 6 false 2025-01-07 2",
                        "OPENING SITE " + H + " OPENING null 4 false 2025-01-07 null"),
                seen(night, "movements", MOVED));
        assertEquals(
                List.of(
                        H + " L1 12 0 3 9 12 3 9 0",
                        H + " L2 0 0 0 0 0 0 0 0",
                        H + " L3 6 0 0 6 6 0 6 0",
                        H + " NO-LOT 2 0 2 0 2 2 0 0"),
                seen(night, "stock_balance", BALANCE));
        assertEquals(
                List.of(H + " 20 5 0 15 15 5 5 false"),
                seen(
                        night,
                        "key_day",
                        "clues",
                        "opening",
                        "dispensed",
                        "prior_period",
                        "book",
                        "counted",
                        "prescribed",
                        "filled",
                        "is_stockout"));
    }

    @Test
    void a_line_of_an_earlier_week_is_prior_period_and_keeps_its_event_date() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK);
        given.file(
                1,
                "adjustments",
                H,
                ADJUSTMENTS,
                "A1,1," + H + ",2025-01-03,FOUND," + KEY + ",L1,,7,",
                "A1,2," + H + ",2025-01-06,LOST," + KEY + ",L1,,-2,",
                "A1,3," + H + ",2025-01-05,LOST," + KEY + ",L1,,-1,");
        OracleNight night = given.run(1);
        assertEquals(
                List.of("4 6 0 0 0"),
                seen(night, "key_day", "adjusted", "prior_period", "book", "received_supplier", "expired"));
        assertEquals(List.of("2025-01-06"), seen(night, "stock_balance", "last_movement_on"));
    }

    @Test
    void within_a_night_files_are_taken_by_date_then_seq_then_name() {
        Given given = new Given(folder);
        given.file(2, "stock", H, STOCK, count(2, "L1", 1));
        given.named(2, "receipts_zz_20250106.csv", RECEIPTS, receipt(1, "L1", "1", ""));
        given.named(2, "receipts_aa_20250107.csv", RECEIPTS, receipt(1, "L1", "2", ""));
        given.named(2, "receipts_bb_20250107_10.csv", RECEIPTS, receipt(1, "L1", "4", ""));
        given.named(2, "receipts_cc_20250107_9.csv", RECEIPTS, receipt(1, "L1", "3", ""));
        OracleNight night = given.run(2);
        // In: 1 + 2 + 3 + 4. Out again: 1 + 2 + 3. The count says 1, so the opening takes 3.
        assertEquals(
                List.of("1 false", "1 true", "2 false", "2 true", "3 false", "3 true", "4 false"),
                seen(night, "movements", "quantity", "reversal", "kind").stream()
                        .filter(m -> m.endsWith("RECEIPT"))
                        .map(m -> m.replace(" RECEIPT", ""))
                        .toList());
        assertEquals(List.of("-3 10 6 1"), seen(night, "stock_balance", "opening", "inflow", "outflow", "book"));
        assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "LATE"), seen(night, "files", "status"));
    }
}
