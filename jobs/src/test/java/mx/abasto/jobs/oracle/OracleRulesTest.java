package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.ADJUSTMENTS;
import static mx.abasto.jobs.oracle.Given.C;
import static mx.abasto.jobs.oracle.Given.CONTROLLED;
import static mx.abasto.jobs.oracle.Given.DISPENSATIONS;
import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.ORDERS;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.STOCK;
import static mx.abasto.jobs.oracle.Given.W;
import static mx.abasto.jobs.oracle.Given.rule;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that the other tests do not touch; expected values by hand from contract section 6. */
class OracleRulesTest {

    private static final String[] FOUND = {
        "status", "clues", "counterpart_clues", "lot", "document_no", "expected_quantity", "actual_quantity"
    };

    @TempDir
    Path folder = Path.of("");

    private static List<OracleNight> nights(Given given, int last) {
        Oracle oracle = given.oracle();
        List<OracleNight> nights = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            nights.add(oracle.night(Given.night(number)));
        }
        return nights;
    }

    private static String fill(String no, String site, int night, String lot, int prescribed, int dispensed) {
        return "%s,1,%s,%s,%s,%s,%d,%d,".formatted(no, site, Given.night(night), KEY, lot, prescribed, dispensed);
    }

    @Test
    void prescriptions_filled_in_parts_at_two_sites_and_then_too_much() {
        Given given = new Given(folder);
        given.file(1, "dispensations", H, DISPENSATIONS, fill("P1", H, 1, "A", 10, 0), fill("P2", H, 1, "A", 5, 4));
        given.file(2, "dispensations", C, DISPENSATIONS, fill("P1", C, 2, "A", 10, 6));
        given.file(3, "dispensations", H, DISPENSATIONS, fill("P1", H, 3, "A", 10, 5), fill("P2", H, 3, "A", 5, 2));
        List<OracleNight> nights = nights(given, 4);
        assertEquals(
                List.of("P1 10 0 0 null null null 2025-01-06", "P2 5 4 1 " + H + " 2025-01-06 2025-01-06 2025-01-06"),
                seen(
                        nights.get(0),
                        "prescriptions",
                        "prescription_no",
                        "prescribed",
                        "dispensed",
                        "sites",
                        "first_clues",
                        "first_filled_on",
                        "last_filled_on",
                        "last_line_on"));
        // Prescribed on the first night only: 10 denied and 5, of which 4 were filled.
        assertEquals(List.of(H + " 15 4"), seen(nights.get(0), "key_day", "clues", "prescribed", "filled"));
        assertEquals(List.of(H + " 0 0", C + " 0 0"), seen(nights.get(1), "key_day", "clues", "prescribed", "filled"));
        assertEquals(List.of(), rule(nights.get(1), "DSP-04", FOUND));
        assertEquals(
                List.of("P1 10 11 2 " + C + " 2025-01-07 2025-01-08 2025-01-08"),
                seen(
                                nights.get(2),
                                "prescriptions",
                                "prescription_no",
                                "prescribed",
                                "dispensed",
                                "sites",
                                "first_clues",
                                "first_filled_on",
                                "last_filled_on",
                                "last_line_on")
                        .stream()
                        .filter(s -> s.startsWith("P1"))
                        .toList());
        assertEquals(List.of("NEW " + H + " " + C + " null P1 10 11"), rule(nights.get(2), "DSP-04", FOUND));
        assertEquals(List.of("NEW " + H + " null null P2 5 6"), rule(nights.get(2), "DSP-03", FOUND));
        assertEquals(List.of(), rule(nights.get(3), "DSP-03", FOUND));
    }

    @Test
    void expired_and_recalled_lots_dispensed() {
        Given given = new Given(folder);
        given.reference("recalls.csv", "clave,lot,alert,effective_on", KEY + ",A,X1,2025-01-07");
        given.file(1, "stock", H, STOCK, H + ",2025-01-06," + KEY + ",A,2025-01-06,50");
        given.file(
                2,
                "dispensations",
                H,
                DISPENSATIONS,
                fill("P1", H, 2, "A", 3, 3),
                fill("P2", H, 1, "A", 3, 2),
                fill("P1", H, 1, "A", 3, 0));
        OracleNight night = nights(given, 2).get(1);
        assertEquals(List.of("NEW " + H + " null A P1 0 3"), rule(night, "DSP-02", FOUND));
        assertEquals(List.of("NEW " + H + " null A P1 0 3"), rule(night, "DSP-05", FOUND));
    }

    @Test
    void orders_are_overdue_after_their_due_day_and_receipts_without_order_after_grace() {
        Given given = new Given(folder);
        String order = "O1,%d,Acme," + W + ",2025-01-06,%s," + KEY + ",%d,";
        given.file(
                1,
                "orders",
                "CENTRAL",
                ORDERS,
                order.formatted(2, "2025-01-07", 10),
                order.formatted(1, "2025-01-07", 5),
                order.formatted(3, "2025-01-09", 5));
        String receipt = "R%d,1," + W + ",%s,SUPPLIER,,,%s," + KEY + ",L,,%d,";
        given.file(
                2,
                "receipts",
                W,
                RECEIPTS,
                receipt.formatted(1, "2025-01-07", "O1", 4),
                receipt.formatted(2, "2025-01-07", "O9", 8));
        given.file(4, "receipts", W, RECEIPTS, receipt.formatted(3, "2025-01-09", "O1", 17));
        List<OracleNight> nights = nights(given, 4);
        assertEquals(
                List.of("O1 " + W
                        + " 2025-01-06 [{due_on=2025-01-07, quantity=15}, "
                        + "{due_on=2025-01-09, quantity=5}] 20 0 0 OPEN"),
                seen(
                        nights.get(0),
                        "orders",
                        "order_no",
                        "destination_clues",
                        "ordered_on",
                        "schedule",
                        "ordered",
                        "due",
                        "received",
                        "status"));
        assertEquals(List.of(), rule(nights.get(1), "ORD-01", FOUND));
        assertEquals(List.of(), rule(nights.get(1), "ORD-03", FOUND));
        assertEquals(List.of("NEW " + W + " null null O1 15 4"), rule(nights.get(2), "ORD-01", FOUND));
        assertEquals(List.of("NEW " + W + " null null O9 0 8"), rule(nights.get(2), "ORD-03", FOUND));
        assertEquals(List.of("RESOLVED " + W + " null null O1 15 4"), rule(nights.get(3), "ORD-01", FOUND));
        assertEquals(List.of("NEW " + W + " null null O1 20 21"), rule(nights.get(3), "ORD-02", FOUND));
        assertEquals(
                List.of("O1 CLOSED 2025-01-07 2025-01-09", "O9 UNMATCHED 2025-01-07 2025-01-07"),
                seen(nights.get(3), "orders", "order_no", "status", "first_received_on", "last_received_on"));
    }

    @Test
    void lots_overdrawn_and_lots_with_two_expiries() {
        Given given = new Given(folder);
        String count = "%s,2025-01-0%d," + KEY + ",%s,%s,%d";
        given.file(1, "stock", H, STOCK, count.formatted(H, 6, "A", "2026-01-01", 10));
        given.file(1, "stock", W, STOCK, count.formatted(W, 6, "A", "2027-01-01", 10));
        given.file(2, "stock", H, STOCK, count.formatted(H, 7, "A", "2026-01-01", 14));
        given.file(3, "stock", H, STOCK, count.formatted(H, 8, "A", "2026-01-01", 15));
        List<OracleNight> nights = nights(given, 3);
        // Tolerance 2 at each of two sites that counted it: 4 too many is not yet more than 4.
        assertEquals(List.of(), rule(nights.get(1), "LOT-01", FOUND));
        assertEquals(List.of("NEW null null A null 20 25"), rule(nights.get(2), "LOT-01", FOUND));
        assertEquals(List.of("NEW null null A null 1 2"), rule(nights.get(0), "LOT-02", FOUND));
        assertEquals(List.of("NEW null"), rule(nights.get(0), "LOT-02", "status", "value_at_risk"));
    }

    @Test
    void unknown_claves_and_sites_and_check_digits() {
        Given given = new Given(folder);
        String site = "OCIMB000015";
        given.file(1, "receipts", site, RECEIPTS, "R1,1," + site + ",2025-01-06,SUPPLIER,,,,010.000.9999.00,L,,1,");
        List<OracleNight> nights = nights(given, 1);
        assertEquals(
                List.of("NEW " + site + " 010.000.9999.00"), rule(nights.get(0), "REF-01", "status", "clues", "clave"));
        assertEquals(List.of("NEW " + site), rule(nights.get(0), "REF-02", "status", "clues"));
        // (5 + 2 + 2 * 1) mod 7 = 2, not 5.
        assertEquals(List.of("NEW " + site), rule(nights.get(0), "REF-03", "status", "clues"));
    }

    @Test
    void late_rejected_and_controlled_files() {
        Given given = new Given(folder);
        String receipt = "R%d,1," + H + ",2025-01-06,SUPPLIER,,,," + KEY + ",L,,%d,";
        given.named(2, "receipts_" + H + "_20250106.csv", RECEIPTS, receipt.formatted(1, 5));
        given.named(2, "receipts_Label_20250107.csv", RECEIPTS, receipt.formatted(2, 5), receipt.formatted(3, 6));
        given.named(2, "stock_" + C + "_20250107.csv", "nothing");
        given.named(
                2,
                "control_Label_20250107.csv",
                "file,clues,rows,quantity,sha256",
                "receipts_Label_20250107.csv," + H + ",2,12,",
                "receipts_Label_20250107.csv," + C + ",,,x",
                "stock_" + W + "_20250107.csv,,0,,",
                "stock_" + C + "_20250107.csv,,3,,",
                "stock_" + H + "_20250107.csv,,4,,");
        OracleNight night = nights(given, 2).get(1);
        assertEquals(
                List.of("NEW " + H + " null null receipts_" + H + "_20250106.csv null null"),
                rule(night, "EXT-02", FOUND));
        assertEquals(
                List.of("NEW " + C + " null null stock_" + C + "_20250107.csv null null"),
                rule(night, "EXT-03", FOUND));
        assertEquals(
                List.of(
                        "NEW " + H + " null null receipts_Label_20250107.csv 12 11",
                        "NEW " + H + " null null stock_" + H + "_20250107.csv 4 0",
                        "NEW " + C + " null null receipts_Label_20250107.csv null null",
                        "NEW " + C + " null null stock_" + C + "_20250107.csv 3 0"),
                rule(night, "EXT-05", FOUND));
        assertEquals(
                List.of(
                        W + " stock DELIVERED null",
                        H + " receipts DELIVERED receipts_Label_20250107.csv",
                        H + " stock MISSING null",
                        C + " receipts DELIVERED receipts_Label_20250107.csv",
                        C + " stock REJECTED stock_" + C + "_20250107.csv"),
                seen(night, "extracts", "clues", "extract", "status", "file"));
    }

    @Test
    void rows_in_quarantine_are_graver_the_more_of_the_file_they_are() {
        Given given = new Given(folder);
        for (int bad : new int[] {1, 2, 10}) {
            List<String> rows = new ArrayList<>();
            for (int row = 1; row <= 20; row++) {
                String quantity = row <= bad ? "x" : "5";
                rows.add("R" + bad + "," + row + "," + H + ",2025-01-06,SUPPLIER,,,," + KEY + ",L,," + quantity + ",");
            }
            given.named(1, "receipts_Bad-" + bad + "_20250106.csv", RECEIPTS, rows.toArray(String[]::new));
        }
        assertEquals(
                List.of(
                        "receipts_Bad-10_20250106.csv HIGH 10",
                        "receipts_Bad-1_20250106.csv LOW 1",
                        "receipts_Bad-2_20250106.csv MEDIUM 2"),
                rule(given.run(1), "EXT-04", "document_no", "severity", "actual_quantity"));
    }

    @Test
    void an_expiry_conflict_stays_while_nothing_is_counted() {
        Given given = new Given(folder);
        String count = "%s,2025-01-0%d," + KEY + ",A,%s,%d";
        given.file(1, "stock", H, STOCK, count.formatted(H, 6, "2026-01-01", 10));
        given.file(1, "stock", W, STOCK, count.formatted(W, 6, "2027-01-01", 10));
        // Of W's ten nothing is left in the books, but its last count found ten.
        given.file(2, "adjustments", W, ADJUSTMENTS, "A1,1," + W + ",2025-01-07,LOST," + KEY + ",A,,-10,");
        given.file(4, "stock", W, STOCK);
        List<OracleNight> nights = nights(given, 4);
        assertEquals(List.of("PERSISTING"), rule(nights.get(1), "LOT-02", "status"));
        assertEquals(List.of("PERSISTING"), rule(nights.get(2), "LOT-02", "status"));
        assertEquals(List.of("RESOLVED"), rule(nights.get(3), "LOT-02", "status"));
    }

    @Test
    void a_key_without_a_cell_is_counted_as_none_where_the_whole_stock_is_known() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK);
        given.file(1, "dispensations", H, DISPENSATIONS, fill("P1", H, 1, "A", 10, 0));
        given.file(1, "dispensations", C, DISPENSATIONS, fill("P2", C, 1, "A", 10, 0));
        assertEquals(
                List.of(H + " 0 0 10", C + " null null 10"),
                seen(nights(given, 1).get(0), "key_day", "clues", "counted", "variance", "prescribed"));
    }

    @Test
    void an_alias_is_the_site_everywhere() {
        Given given = new Given(folder);
        given.reference("aliases.csv", "alias,clues", "OLD-1," + H);
        given.file(1, "stock", "OLD-1", STOCK, "OLD-1,2025-01-06," + KEY + ",L,,5");
        OracleNight night = nights(given, 1).get(0);
        assertEquals(List.of(H + " L 5 5"), seen(night, "stock_balance", "clues", "lot", "book", "counted"));
        assertEquals(List.of(W, C), rule(night, "EXT-01", "clues"));
    }

    @Test
    void an_outlier_of_adjustments_shows_on_sunday() {
        Given given = new Given(folder);
        given.file(1, "stock", H, STOCK, H + ",2025-01-06," + CONTROLLED + ",L,,500");
        // Weeks of 10, 20, 30, 40, 50 in money at 10 a piece: median 30, MAD 10, bound 90.
        long[] pieces = {1, 2, 3, 4, 5, 9, 10};
        for (int week = 0; week < pieces.length; week++) {
            int night = week * 7 + 3;
            given.file(
                    night,
                    "adjustments",
                    H,
                    ADJUSTMENTS,
                    "A" + week + ",1," + H + "," + Given.night(night) + ",LOST," + CONTROLLED + ",L,,-" + pieces[week]
                            + ",");
        }
        List<OracleNight> nights = nights(given, 49);
        assertEquals(List.of(), rule(nights.get(41), "SIG-01", FOUND));
        // Week 7: history 10 … 50, 90: median 35, deviations 25 15 5 5 15 55, MAD 15, bound 125 above 100.
        assertEquals(List.of(), rule(nights.get(48), "SIG-01", FOUND));
        given.file(41, "adjustments", H, ADJUSTMENTS, "B,1," + H + ",2025-02-15,LOST," + CONTROLLED + ",L,,-1,");
        assertEquals(
                List.of("NEW " + H + " null null null 30 100"),
                rule(nights(given, 42).get(41), "SIG-01", FOUND));
    }

    @Test
    void a_site_falls_silent_for_seven_reports_after_twenty_eight() {
        Given given = new Given(folder);
        for (int night = 1; night <= 36; night++) {
            given.file(night, "stock", H, STOCK, H + "," + Given.night(night) + "," + KEY + ",L,,500");
        }
        given.file(28, "dispensations", H, DISPENSATIONS, fill("P", H, 28, "L", 1, 1));
        for (int night = 6; night < 28; night += 6) {
            given.file(night, "dispensations", H, DISPENSATIONS, fill("P" + night, H, night, "L", 1, 1));
        }
        List<OracleNight> nights = nights(given, 36);
        assertEquals(List.of(), rule(nights.get(33), "SIG-02", FOUND));
        assertEquals(List.of("NEW " + H + " null null null null null"), rule(nights.get(34), "SIG-02", FOUND));
        assertEquals(List.of("PERSISTING " + H + " null null null null null"), rule(nights.get(35), "SIG-02", FOUND));
    }
}
