package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.lake.WrittenNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a line is known (contract section 2, "Known, and delivered again"): 35 nights after it was last delivered, and
 * as long as its document is listed. One network of 75 nights holds all cases; each has documents of its own.
 */
class KnownLinesTest {
    private static final LocalDate OPENING = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 16);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WrittenNetwork network;

    @BeforeAll
    static void process() {
        network = WrittenNetwork.in(folder);
        network.deliver(OPENING, "stock", "ALL", "W,2025-01-01,KEY,A,1000", "H,2025-01-01,KEY,A,1000");
        everythingEveryNight();
        repeatedAdjustments();
        shipments();
        orders();
        prescriptions();
        network.run(OPENING, LAST);
    }

    /** A sender whose file has one line more each night. */
    private static void everythingEveryNight() {
        List<String> rows = new ArrayList<>();
        for (LocalDate night = OPENING; !night.isAfter(LAST); night = night.plusDays(1)) {
            rows.add("R%d,1,C,%s,SUPPLIER,,,,KEY,L1,100,".formatted(rows.size() + 1, night));
            network.deliver(night, "receipts", "GROWING", rows.toArray(String[]::new));
        }
    }

    private static void repeatedAdjustments() {
        LocalDate last = OPENING.plusDays(35);
        network.deliver(OPENING, "adjustments", "FIRST", adjustment("J-35", 7), adjustment("J-36", 7))
                .deliver(last, "adjustments", "AGAIN", adjustment("J-35", 7))
                .deliver(last.plusDays(1), "adjustments", "LATE", adjustment("J-36", 7))
                .deliver(last.plusDays(35), "adjustments", "THIRD", adjustment("J-35", 8));
        // The same bytes again are a redelivered file, and its lines are known anew.
        network.deliver(OPENING.plusDays(1), "adjustments", "BYTES", adjustment("J-BYTES", 7))
                .deliver(OPENING.plusDays(36), "adjustments", "BYTES", adjustment("J-BYTES", 7))
                .deliver(OPENING.plusDays(71), "adjustments", "OTHER", adjustment("J-BYTES", 9));
    }

    private static String adjustment(String document, int quantity) {
        return "%s,1,H,2025-01-01,FOUND,KEY,J,%d,".formatted(document, quantity);
    }

    private static void shipments() {
        network.deliver(
                OPENING,
                "distributions",
                "W1",
                sent("S-CANCELLED", 5, false),
                sent("S-LATE", 5, false),
                sent("S-CLOSED-35", 5, false),
                sent("S-CLOSED-36", 5, false));
        LocalDate received = OPENING.plusDays(3);
        network.deliver(
                received,
                "receipts",
                "H1",
                "Q35,1,H,2025-01-04,TRANSFER,W,S-CLOSED-35,,KEY,A,5,",
                "Q36,1,H,2025-01-04,TRANSFER,W,S-CLOSED-36,,KEY,A,5,");
        network.deliver(received.plusDays(35), "distributions", "W2", sent("S-CLOSED-35", 6, false));
        network.deliver(received.plusDays(36), "distributions", "W3", sent("S-CLOSED-36", 6, false));
        network.deliver(OPENING.plusDays(41), "distributions", "W4", sent("S-CANCELLED", 5, true));
        network.deliver(OPENING.plusDays(72), "receipts", "H2", "QLATE,1,H,2025-03-14,TRANSFER,W,S-LATE,,KEY,A,5,");
    }

    private static String sent(String shipment, int quantity, boolean cancelled) {
        return "%s,1,W,H,2025-01-01,KEY,A,%d,%s".formatted(shipment, quantity, cancelled);
    }

    private static void orders() {
        network.deliver(
                OPENING,
                "receipts",
                "O1",
                "Q-O9,1,H,2025-01-01,SUPPLIER,,,O-9,KEY,A,5,",
                "Q-OLD-35,1,H,2023-12-01,SUPPLIER,,,O-OLD-35,KEY,A,5,",
                "Q-OLD-36,1,H,2023-12-01,SUPPLIER,,,O-OLD-36,KEY,A,5,");
        network.deliver(OPENING.plusDays(2), "orders", "NATION", "O-1,1,Acme,H,2025-01-03,2025-01-10,KEY,100,");
        network.deliver(OPENING.plusDays(41), "orders", "NATION", "O-1,1,Acme,H,2025-01-03,2025-01-10,KEY,80,");
        // 400 days after 2023-12-01 is 2025-01-04, the last night that lists them.
        network.deliver(OPENING.plusDays(38), "receipts", "O2", "Q-OLD-35,1,H,2023-12-01,SUPPLIER,,,O-OLD-35,KEY,A,6,");
        network.deliver(OPENING.plusDays(39), "receipts", "O3", "Q-OLD-36,1,H,2023-12-01,SUPPLIER,,,O-OLD-36,KEY,A,6,");
    }

    private static void prescriptions() {
        network.deliver(OPENING.plusDays(4), "dispensations", "H1", filled("P-1", "2025-01-05", false))
                .deliver(OPENING.plusDays(5), "dispensations", "H2", filled("P-1", "2025-01-05", true))
                .deliver(OPENING.plusDays(6), "dispensations", "H3", filled("P-1", "2025-01-05", false));
        network.deliver(OPENING.plusDays(4), "dispensations", "H4", filled("P-35", "2025-01-05", false))
                .deliver(OPENING.plusDays(39), "dispensations", "H5", filled("P-35", "2025-02-09", false))
                .deliver(OPENING.plusDays(4), "dispensations", "H6", filled("P-36", "2025-01-05", false))
                .deliver(OPENING.plusDays(40), "dispensations", "H7", filled("P-36", "2025-02-10", false));
    }

    private static String filled(String prescription, String day, boolean cancelled) {
        return "%s,1,H,%s,KEY,A,30,0,%s".formatted(prescription, day, cancelled);
    }

    @Test
    void aLineSentEveryNightIsPostedOnce() {
        assertThat(network.rows("select count(*), count(distinct document_no) from movements where clues = 'C'"))
                .containsExactly("75 75");
        assertThat(network.rows("select book from stock_balance where clues = 'C' and run = '2025-03-16'"))
                .containsExactly("7500");
    }

    @Test
    void aLineIsADuplicateUpToThe35thNightAndNewOnThe36th() {
        assertThat(posted("J-35")).containsExactly("2025-01-01 7 false", "2025-03-12 7 true", "2025-03-12 8 false");
        assertThat(posted("J-36")).containsExactly("2025-01-01 7 false", "2025-02-06 7 false");
    }

    @Test
    void aRedeliveredFileMakesItsLinesKnownAnew() {
        assertThat(network.rows(
                        "select status, duplicates from files where run = '2025-02-06' and file like '%BYTES%'"))
                .containsExactly("REDELIVERED 1");
        assertThat(posted("J-BYTES")).containsExactly("2025-01-02 7 false", "2025-03-13 7 true", "2025-03-13 9 false");
    }

    @Test
    void anOverdueShipmentCanBeCancelledAfterTheWindow() {
        assertThat(listed("S-CANCELLED", "2025-02-10")).containsExactly("5 0 OVERDUE");
        assertThat(listed("S-CANCELLED", "2025-02-11")).isEmpty();
        assertThat(network.rows("""
                select run, status from discrepancies where document_no = 'S-CANCELLED' and run >= '2025-02-10'
                order by run
                """)).containsExactly("2025-02-10 PERSISTING", "2025-02-11 RESOLVED");
    }

    @Test
    void anOpenShipmentIsSettledAfterTwoWindows() {
        assertThat(listed("S-LATE", "2025-03-13")).containsExactly("5 0 OVERDUE");
        assertThat(listed("S-LATE", "2025-03-14")).containsExactly("5 5 SETTLED");
    }

    @Test
    void theRowsOfAShipmentThatStaysOpenAreItsEvidenceAfterTwoWindows() {
        assertThat(network.rows("""
                select
                    run, rule, array_to_string(list_transform(
                        evidence, lambda shown: shown.file || '/' || shown.row_no || '/' || length(shown.sha256)
                    ), ', ') as shown
                from discrepancies
                where document_no in ('S-LATE', 'O-1') and run = '2025-03-13'
                order by rule
                """))
                .containsExactly(
                        "2025-03-13 ORD-01 orders_NATION_20250211.csv/1/64, orders_NATION_20250103.csv/1/64",
                        "2025-03-13 SHP-01 distributions_W1_20250101.csv/2/64");
    }

    @Test
    void aClosedShipmentIsListedOnlyWhenALineNamesIt() {
        assertThat(network.rows("select run from shipments where shipment_no = 'S-CLOSED-36' order by run"))
                .startsWith("2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04", "2025-02-09");
    }

    @Test
    void aClosedShipmentIsTakenUpWhereItStoodWhileItIsKnown() {
        assertThat(listed("S-CLOSED-35", "2025-02-08")).containsExactly("6 5 SHORT");
        assertThat(listed("S-CLOSED-36", "2025-02-09")).containsExactly("6 0 OVERDUE");
    }

    @Test
    void thereAreNoOrdersBeforeTheFirstOrderLine() {
        assertThat(network.rows("select min(run) from orders")).containsExactly("2025-01-03");
        assertThat(network.rows(
                        "select destination_clues, status from orders where order_no = 'O-9' and run = '2025-01-03'"))
                .containsExactly("H UNMATCHED");
        assertThat(network.rows("select clues, run from discrepancies where rule = 'ORD-03' and document_no = 'O-9' "
                        + "and status = 'NEW'"))
                .containsExactly("H 2025-01-03");
    }

    @Test
    void anOpenOrderIsCorrectedAfterTheWindow() {
        assertThat(network.rows(
                        "select distinct ordered, status from orders where order_no = 'O-1' and run >= '2025-02-11'"))
                .containsExactly("80 OPEN");
    }

    @Test
    void anOrderThatLeavesAfter400DaysIsKnownForTheWindow() {
        assertThat(network.rows("select distinct run from orders where order_no like 'O-OLD%' order by run"))
                .containsExactly("2025-01-03", "2025-01-04");
        assertThat(posted("Q-OLD-35")).containsExactly("2025-01-01 5 false", "2025-02-08 5 true", "2025-02-08 6 false");
        assertThat(posted("Q-OLD-36")).containsExactly("2025-01-01 5 false", "2025-02-09 6 false");
    }

    @Test
    void aPrescriptionCancelledAndEnteredAnewIsPrescribedOnce() {
        assertThat(network.rows("select run, prescribed from key_day where prescribed > 0 order by run"))
                .containsExactly("2025-01-05 90", "2025-02-10 30");
    }

    private static List<String> posted(String document) {
        return network.rows("""
                select run, quantity, reversal from movements where document_no = '%s' order by run, reversal desc
                """.formatted(document));
    }

    private static List<String> listed(String shipment, String night) {
        return network.rows("select shipped, received, status from shipments where shipment_no = '%s' and run = '%s'"
                .formatted(shipment, night));
    }
}
