package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.C;
import static mx.abasto.jobs.oracle.Given.DISPENSATIONS;
import static mx.abasto.jobs.oracle.Given.DISTRIBUTIONS;
import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.ORDERS;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.W;
import static mx.abasto.jobs.oracle.Given.nights;
import static mx.abasto.jobs.oracle.Given.rule;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known and what is new; expected values by hand from "Known, and delivered again", contract section 2. */
class OracleKnownTest {

    @TempDir
    Path folder = Path.of("");

    private static String receipt(String no, String day, int quantity) {
        return no + ",1," + H + "," + day + ",SUPPLIER,,,," + KEY + ",L1,," + quantity + ",";
    }

    private static String order(int quantity) {
        return "O1,1,Acme," + W + ",2025-01-06,2025-01-08," + KEY + "," + quantity + ",";
    }

    private static String sent(int quantity, String cancelled) {
        return "S1,1," + W + "," + H + ",2025-01-06," + KEY + ",L1,," + quantity + "," + cancelled;
    }

    private static String got(int quantity) {
        return "R1,1," + H + ",2025-01-07,TRANSFER," + W + ",S1,," + KEY + ",L1,," + quantity + ",";
    }

    private static String fill(int line, int night, int dispensed, String cancelled) {
        return "P1,%d,%s,%s,%s,L1,30,%d,%s".formatted(line, H, Given.night(night), KEY, dispensed, cancelled);
    }

    @Test
    void a_line_that_is_sent_every_night_is_posted_once() {
        Given given = new Given(folder);
        List<String> rows = new ArrayList<>();
        for (int night = 1; night <= 40; night++) {
            rows.add(receipt("R" + night, Given.night(night).toString(), 100));
            given.file(night, "receipts", "warehouse", RECEIPTS, rows.toArray(String[]::new));
        }
        List<OracleNight> nights = nights(given.oracle(), 40);
        for (int night = 1; night <= 40; night++) {
            assertEquals(List.of("R" + night), seen(nights.get(night - 1), "movements", "document_no"));
        }
        assertEquals(List.of("40 1 39"), seen(nights.get(39), "files", "rows", "accepted", "duplicates"));
        assertEquals(List.of(), rule(nights.get(39), "EXT-06", "actual_quantity"));
    }

    @Test
    void a_line_is_known_on_the_35th_night_after_its_delivery_and_new_on_the_36th() {
        Given given = new Given(folder);
        given.file(1, "receipts", "a", RECEIPTS, receipt("R1", "2025-01-06", 5), receipt("R2", "2025-01-06", 5));
        given.file(36, "receipts", "b", RECEIPTS + ",x", receipt("R1", "2025-01-06", 5) + ",");
        given.file(37, "receipts", "c", RECEIPTS + ",x", receipt("R2", "2025-01-06", 5) + ",");
        // R1 was delivered again on night 36, as a duplicate: it stays known to night 71.
        given.file(71, "receipts", "d", RECEIPTS + ",y", receipt("R1", "2025-01-06", 5) + ",");
        List<OracleNight> nights = nights(given.oracle(), 71);
        assertEquals(List.of(), seen(nights.get(35), "movements", "document_no"));
        assertEquals(List.of(), rule(nights.get(35), "EXT-06", "actual_quantity"));
        assertEquals(List.of("R2"), seen(nights.get(36), "movements", "document_no"));
        assertEquals(
                List.of("MEDIUM receipts_c_20250211.csv 0 1"),
                rule(nights.get(36), "EXT-06", "severity", "document_no", "expected_quantity", "actual_quantity"));
        assertEquals(List.of(), seen(nights.get(70), "movements", "document_no"));
    }

    @Test
    void a_file_whose_bytes_are_known_makes_its_lines_known_anew() {
        Given given = new Given(folder);
        given.file(1, "receipts", "a", RECEIPTS, receipt("R1", "2025-01-06", 5));
        given.file(30, "receipts", "b", RECEIPTS, receipt("R1", "2025-01-06", 5));
        given.file(60, "receipts", "c", RECEIPTS + ",x", receipt("R1", "2025-01-06", 4) + ",");
        List<OracleNight> nights = nights(given.oracle(), 60);
        assertEquals(List.of("REDELIVERED"), seen(nights.get(29), "files", "status"));
        assertEquals(List.of("4 false", "5 true"), seen(nights.get(59), "movements", "quantity", "reversal"));
    }

    @Test
    void an_open_order_can_be_corrected_as_long_as_it_is_open() {
        Given given = new Given(folder);
        given.file(1, "orders", "nation", ORDERS, order(100));
        given.file(42, "orders", "nation", ORDERS, order(80));
        List<OracleNight> nights = nights(given.oracle(), 42);
        assertEquals(List.of("O1 100 OPEN"), seen(nights.get(40), "orders", "order_no", "ordered", "status"));
        assertEquals(List.of("O1 80 OPEN"), seen(nights.get(41), "orders", "order_no", "ordered", "status"));
        assertEquals(
                List.of(),
                seen(nights.get(0), "extracts", "extract").stream()
                        .filter("orders"::equals)
                        .toList());
    }

    @Test
    void a_shipment_that_is_long_overdue_can_be_cancelled() {
        Given given = new Given(folder);
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(10, ""));
        given.file(50, "distributions", W, DISTRIBUTIONS, sent(10, "true"));
        List<OracleNight> nights = nights(given.oracle(), 51);
        assertEquals(List.of("PERSISTING"), rule(nights.get(48), "SHP-01", "status"));
        assertEquals(List.of("RESOLVED"), rule(nights.get(49), "SHP-01", "status"));
        assertEquals(
                List.of("DISTRIBUTION 10 true"), seen(nights.get(49), "movements", "kind", "quantity", "reversal"));
        assertEquals(List.of(), seen(nights.get(49), "shipments", "status"));
        assertEquals(List.of(), rule(nights.get(50), "SHP-01", "status"));
    }

    @Test
    void a_closed_shipment_begins_anew_once_it_is_not_known() {
        Given given = new Given(folder);
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(10, ""));
        given.file(2, "receipts", H, RECEIPTS, got(10));
        // Closed and listed on night 2: known to night 37. A line on that night takes it up.
        given.file(37, "receipts", C, RECEIPTS, got(9));
        List<OracleNight> nights = nights(given.oracle(), 37);
        assertEquals(List.of("10 10 SETTLED"), seen(nights.get(1), "shipments", "shipped", "received", "status"));
        assertEquals(List.of(), seen(nights.get(2), "shipments", "status"));
        assertEquals(List.of("10 9 SHORT"), seen(nights.get(36), "shipments", "shipped", "received", "status"));

        given.file(37, "receipts", C, RECEIPTS);
        given.file(38, "receipts", C, RECEIPTS, got(9));
        List<OracleNight> later = nights(given.oracle(), 39);
        assertEquals(List.of("0 9 UNMATCHED"), seen(later.get(37), "shipments", "shipped", "received", "status"));
        assertEquals(List.of("9 false"), seen(later.get(37), "movements", "quantity", "reversal"));
        assertEquals(List.of("0 9"), rule(later.get(38), "SHP-02", "expected_quantity", "actual_quantity"));
    }

    @Test
    void settled_on_is_the_first_night_however_often_a_line_comes_again() {
        Given given = new Given(folder);
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(10, ""));
        given.file(2, "receipts", H, RECEIPTS, got(10));
        given.file(30, "receipts", H, RECEIPTS + ",x", got(10) + ",");
        OracleNight night = given.run(30);
        assertEquals(List.of("SETTLED 2025-01-07"), seen(night, "shipments", "status", "settled_on"));
    }

    @Test
    void a_prescription_that_is_cancelled_and_entered_anew_is_prescribed_once() {
        Given given = new Given(folder);
        given.file(1, "dispensations", H, DISPENSATIONS, fill(1, 1, 0, ""));
        given.file(2, "dispensations", H, DISPENSATIONS, fill(1, 1, 0, "true"));
        given.file(3, "dispensations", H, DISPENSATIONS, fill(1, 1, 0, "false"));
        // Listed on night 3: known to night 38, not on night 39.
        given.file(38, "dispensations", H, DISPENSATIONS, fill(2, 38, 4, ""));
        List<OracleNight> nights = nights(given.oracle(), 38);
        assertEquals(List.of("30 0"), seen(nights.get(0), "key_day", "prescribed", "filled"));
        assertEquals(List.of(), seen(nights.get(1), "prescriptions", "prescription_no"));
        assertEquals(List.of("30 0"), seen(nights.get(2), "prescriptions", "prescribed", "dispensed"));
        assertEquals(List.of(), seen(nights.get(2), "key_day", "prescribed"));
        assertEquals(List.of("0 0"), seen(nights.get(37), "key_day", "prescribed", "filled"));

        given.file(38, "dispensations", H, DISPENSATIONS);
        given.file(39, "dispensations", H, DISPENSATIONS, fill(2, 38, 4, ""));
        assertEquals(List.of("30 4"), seen(nights(given.oracle(), 39).get(38), "key_day", "prescribed", "filled"));
    }

    @Test
    void receipts_are_of_orders_from_the_first_order_line_on_while_they_are_known() {
        Given given = new Given(folder);
        String receipt = "R%d,1," + H + ",%s,SUPPLIER,,,O%d," + KEY + ",L,,7,";
        given.file(1, "receipts", "a", RECEIPTS, receipt.formatted(1, Given.night(1), 7));
        given.file(2, "receipts", "a", RECEIPTS, receipt.formatted(2, Given.night(2), 8));
        given.file(37, "orders", "nation", ORDERS, order(80));
        List<OracleNight> nights = nights(given.oracle(), 39);
        assertEquals(List.of(), seen(nights.get(35), "orders", "order_no"));
        String[] columns = {"order_no", "destination_clues", "ordered_on", "received", "status"};
        List<String> expected = List.of("O1 " + W + " 2025-01-06 0 OPEN", "O8 " + H + " null 7 UNMATCHED");
        assertEquals(expected, seen(nights.get(36), "orders", columns));
        assertEquals(expected, seen(nights.get(38), "orders", columns));
        assertEquals(List.of("O8 " + H), rule(nights.get(36), "ORD-03", "document_no", "clues"));
    }

    @Test
    void a_file_with_rows_in_quarantine_is_read_again() {
        Given given = new Given(folder);
        String[] rows = {receipt("R1", "2025-01-06", 5), receipt("R2", "2025-01-08", 6)};
        for (int night = 1; night <= 4; night++) {
            given.file(night, "receipts", "agenda", RECEIPTS, rows);
        }
        List<OracleNight> nights = nights(given.oracle(), 4);
        String[] columns = {"accepted", "quarantined", "duplicates", "status"};
        assertEquals(List.of("1 1 0 ACCEPTED"), seen(nights.get(0), "files", columns));
        assertEquals(List.of("0 1 1 ACCEPTED"), seen(nights.get(1), "files", columns));
        assertEquals(List.of("1 0 1 ACCEPTED"), seen(nights.get(2), "files", columns));
        assertEquals(List.of("R2"), seen(nights.get(2), "movements", "document_no"));
        assertEquals(List.of("0 0 2 REDELIVERED"), seen(nights.get(3), "files", columns));
    }

    @Test
    void a_cumulative_source_delivers_with_known_bytes() {
        Given given = new Given(folder);
        given.reference("expected.csv", "clues,extract", H + ",receipts");
        given.file(1, "receipts", "all", RECEIPTS, receipt("R1", "2025-01-06", 5));
        given.file(2, "receipts", "all", RECEIPTS, receipt("R1", "2025-01-06", 5));
        for (boolean isCumulative : List.of(true, false)) {
            OracleNight night = nights(given.oracle(OracleProfile.CANONICAL, isCumulative), 2)
                    .get(1);
            assertEquals(List.of("REDELIVERED"), seen(night, "files", "status"));
            assertEquals(
                    List.of(H + (isCumulative ? " receipts DELIVERED" : " receipts MISSING")),
                    seen(night, "extracts", "clues", "extract", "status").stream()
                            .filter(row -> row.startsWith(H))
                            .toList());
        }
    }

    @Test
    void one_file_is_several_extracts_and_each_is_redelivered_by_itself() {
        Given given = new Given(folder);
        Layout used = new Layout(
                "consumptions", "diario", Map.of("document_no", "folio", "consumed_on", "fecha"), Map.of(), Map.of());
        Layout adjusted = new Layout(
                "adjustments",
                "diario",
                Map.of("document_no", "folio", "adjusted_on", "fecha"),
                Map.of("reason", "RECOUNT"),
                Map.of());
        String header = "folio,line_no,clues,fecha,clave,lot,quantity";
        String row = "D1,1," + H + ",2025-01-06," + KEY + ",L1,%s";
        given.named(1, "diario_a_20250106.csv", header, row.formatted("5"), "D1,2");
        given.named(2, "diario_b_20250107.csv", header, row.formatted("5"), "D1,2");
        OracleProfile profile = new OracleProfile("diario", List.of(used, adjusted), false);
        List<OracleNight> nights = nights(given.oracle(profile, false), 2);
        String[] columns = {"extract", "rows", "accepted", "quarantined", "duplicates", "status"};
        // A record that cannot be split into fields is quarantined once, for the first extract.
        assertEquals(
                List.of("adjustments 1 1 0 0 ACCEPTED", "consumptions 2 1 1 0 ACCEPTED"),
                seen(nights.get(0), "files", columns));
        assertEquals(List.of("ADJUSTMENT 5", "CONSUMPTION 5"), seen(nights.get(0), "movements", "kind", "quantity"));
        assertEquals(
                List.of("consumptions:diario_a_20250106.csv HIGH"),
                rule(nights.get(0), "EXT-04", "document_no", "severity"));
        assertEquals(
                List.of("adjustments 1 0 0 1 REDELIVERED", "consumptions 2 0 1 1 ACCEPTED"),
                seen(nights.get(1), "files", columns));
    }
}
