package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Given.C;
import static mx.abasto.jobs.oracle.Given.DISTRIBUTIONS;
import static mx.abasto.jobs.oracle.Given.H;
import static mx.abasto.jobs.oracle.Given.KEY;
import static mx.abasto.jobs.oracle.Given.RECEIPTS;
import static mx.abasto.jobs.oracle.Given.W;
import static mx.abasto.jobs.oracle.Given.rule;
import static mx.abasto.jobs.oracle.Given.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipments through the nights, expected values by hand from contract sections 5 and 6. */
class OracleShipmentsTest {

    private static final String[] STATUS = {"lot", "shipped", "received", "status"};
    private static final String[] FOUND = {
        "status", "clues", "counterpart_clues", "lot", "document_no", "expected_quantity", "actual_quantity"
    };

    @TempDir
    Path folder = Path.of("");

    private static String sent(int line, String lot, long quantity) {
        return "S1," + line + "," + W + "," + H + ",2025-01-06," + KEY + "," + lot + ",2026-12-31," + quantity + ",";
    }

    private static String got(String receipt, int line, String site, int night, String lot, long quantity) {
        return String.join(
                ",",
                receipt,
                String.valueOf(line),
                site,
                Given.night(night).toString(),
                "TRANSFER",
                W,
                "S1,",
                KEY,
                lot,
                "2026-12-31",
                String.valueOf(quantity),
                "");
    }

    /** Transit takes 2 days, so the shipment of night 1 is due on night 3. */
    private Given given() {
        Given given = new Given(folder);
        given.reference("routes.csv", "origin_clues,destination_clues,transit_days", W + "," + H + ",2");
        return given;
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
    void a_shipment_is_in_transit_on_its_due_day_and_overdue_or_short_after_it() {
        Given given = given();
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(1, "A", 10), sent(2, "B", 10), sent(3, "X", 10));
        given.file(2, "receipts", H, RECEIPTS, got("R1", 1, H, 2, "A", 10), got("R1", 2, H, 2, "B", 4));
        given.file(5, "receipts", H, RECEIPTS, got("R2", 1, H, 5, "B", 7), got("R2", 2, H, 5, "X", 10));
        List<OracleNight> nights = nights(given, 5);
        assertEquals(
                List.of("A 10 10 SETTLED", "B 10 4 IN_TRANSIT", "X 10 0 IN_TRANSIT"),
                seen(nights.get(2), "shipments", STATUS));
        assertEquals(
                List.of("A 10 10 SETTLED", "B 10 4 SHORT", "X 10 0 OVERDUE"), seen(nights.get(3), "shipments", STATUS));
        assertEquals(
                List.of("A 2025-01-07", "B null", "X null"), seen(nights.get(3), "shipments", "lot", "settled_on"));
        assertEquals(List.of("NEW " + W + " " + H + " X S1 10 0"), rule(nights.get(3), "SHP-01", FOUND));
        assertEquals(List.of("NEW " + H + " " + W + " B S1 10 4"), rule(nights.get(3), "SHP-03", FOUND));
        assertEquals(
                List.of("B 10 11 OVER 2025-01-06 2025-01-08 2025-01-07"),
                seen(
                                nights.get(4),
                                "shipments",
                                "lot",
                                "shipped",
                                "received",
                                "status",
                                "shipped_on",
                                "due_on",
                                "first_received_on")
                        .stream()
                        .filter(s -> s.startsWith("B"))
                        .toList());
        assertEquals(List.of("RESOLVED " + W + " " + H + " X S1 10 0"), rule(nights.get(4), "SHP-01", FOUND));
        assertEquals(List.of("NEW " + H + " " + W + " B S1 10 11"), rule(nights.get(4), "SHP-04", FOUND));
        assertEquals(List.of("RESOLVED " + H + " " + W + " B S1 10 4"), rule(nights.get(4), "SHP-03", FOUND));
    }

    @Test
    void a_receipt_without_shipment_waits_for_the_night_of_grace() {
        Given given = given();
        given.file(1, "receipts", H, RECEIPTS, got("R1", 1, H, 1, "A", 10));
        List<OracleNight> nights = nights(given, 2);
        assertEquals(
                List.of("A 0 10 UNMATCHED null null null " + H),
                seen(
                        nights.get(0),
                        "shipments",
                        "lot",
                        "shipped",
                        "received",
                        "status",
                        "destination_clues",
                        "shipped_on",
                        "due_on",
                        "received_clues"));
        assertEquals(List.of(), rule(nights.get(0), "SHP-02", FOUND));
        assertEquals(List.of("NEW " + H + " " + W + " A S1 0 10"), rule(nights.get(1), "SHP-02", FOUND));
    }

    @Test
    void substituted_lots_settle_the_clave_and_are_told_once() {
        Given given = given();
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(1, "A", 10), sent(2, "B", 5));
        given.file(2, "receipts", H, RECEIPTS, got("R1", 1, H, 2, "A", 6), got("R1", 2, H, 2, "Z", 9));
        List<OracleNight> nights = nights(given, 38);
        assertEquals(
                List.of("A 10 6 SUBSTITUTED", "B 5 0 SUBSTITUTED", "Z 0 9 SUBSTITUTED"),
                seen(nights.get(1), "shipments", STATUS));
        // Sum over lots of the smaller side: A 6, B 0, Z 0.
        assertEquals(List.of("NEW " + H + " " + W + " null S1 15 6"), rule(nights.get(1), "SHP-05", FOUND));
        assertEquals(List.of(), rule(nights.get(2), "SHP-05", FOUND));
        for (String other : List.of("SHP-01", "SHP-02", "SHP-03", "SHP-04", "SHP-08")) {
            assertEquals(List.of(), rule(nights.get(30), other, FOUND));
        }
        // Closed on night 2, and named by no line since.
        assertEquals(0, nights.get(2).rows("shipments").size());
    }

    @Test
    void an_unshipped_lot_is_over_once_its_clave_exceeds_what_was_shipped_or_all_is_due() {
        Given given = given();
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(1, "A", 10));
        given.file(2, "receipts", H, RECEIPTS, got("R1", 1, H, 2, "Z", 3));
        List<OracleNight> nights = nights(given, 4);
        assertEquals(List.of(), rule(nights.get(2), "SHP-04", FOUND));
        assertEquals(List.of("NEW " + H + " " + W + " Z S1 0 3"), rule(nights.get(3), "SHP-04", FOUND));
        assertEquals(List.of("NEW " + W + " " + H + " A S1 10 0"), rule(nights.get(3), "SHP-01", FOUND));
    }

    @Test
    void the_same_quantity_under_two_receipts_is_a_duplicate_and_not_an_excess() {
        Given given = given();
        given.file(1, "distributions", W, DISTRIBUTIONS, sent(1, "A", 10));
        given.file(2, "receipts", H, RECEIPTS, got("R1", 1, H, 2, "A", 10), got("R2", 1, H, 2, "A", 10));
        OracleNight night = nights(given, 2).get(1);
        assertEquals(List.of("NEW " + H + " " + W + " A S1 10 20"), rule(night, "SHP-08", FOUND));
        assertEquals(List.of(), rule(night, "SHP-04", FOUND));
    }

    @Test
    void lines_of_tonight_show_wrong_destinations_early_receipts_and_other_expiries() {
        Given given = given();
        given.file(2, "distributions", W, DISTRIBUTIONS, sent(1, "A", 10).replace("2025-01-06", "2025-01-07"));
        given.file(1, "receipts", C, RECEIPTS, got("R1", 1, C, 1, "A", 10).replace("2026-12-31", "2027-12-31"));
        List<OracleNight> nights = nights(given, 3);
        assertEquals(List.of("NEW " + C + " " + H + " A S1 null null"), rule(nights.get(1), "SHP-07", FOUND));
        assertEquals(List.of("NEW " + C + " " + W + " A S1 null null"), rule(nights.get(1), "SHP-06", FOUND));
        assertEquals(List.of("NEW " + C + " " + W + " A S1 null null"), rule(nights.get(1), "SHP-09", FOUND));
        assertEquals(0, rule(nights.get(2), "SHP-07", FOUND).size());
        assertEquals(0, rule(nights.get(2), "SHP-06", FOUND).size());
        assertEquals(0, rule(nights.get(2), "SHP-09", FOUND).size());
    }
}
