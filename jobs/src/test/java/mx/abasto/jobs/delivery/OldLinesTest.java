package mx.abasto.jobs.delivery;

import static mx.abasto.jobs.delivery.HandMadeNetwork.OPENING;
import static mx.abasto.jobs.delivery.HandMadeNetwork.RECEIPTS;
import static mx.abasto.jobs.delivery.HandMadeNetwork.WAREHOUSE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New lines that are older than the correction window (contract section 6, EXT-06). */
class OldLinesTest {
    private static final LocalDate SECOND = OPENING.plusDays(1);

    /** The last day that lies within the window of the second night. */
    private static final LocalDate WITHIN = SECOND.minusDays(35);

    private static final LocalDate BEFORE = WITHIN.minusDays(1);
    private static final String FOUND =
            "select document_no, actual_quantity, evidence_rows from discrepancies where rule = 'EXT-06' order by document_no";

    @TempDir
    private Path home = Path.of("");

    private HandMadeNetwork opened() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.publish(OPENING);
        return network;
    }

    @Test
    void linesOlderThanTheWindowAreFoundByFile() {
        HandMadeNetwork network = opened();
        network.send(
                SECOND,
                "receipts_a_20250102.csv",
                RECEIPTS,
                receipt("R1", BEFORE, 1),
                receipt("R2", WITHIN, 1),
                receipt("R3", BEFORE, 1),
                receipt("R3", BEFORE, 1));
        network.send(SECOND, "receipts_b_20250102.csv", RECEIPTS, receipt("R4", BEFORE, 1), receipt("R1", BEFORE, 2));
        network.publish(SECOND);

        assertThat(network.rows(FOUND))
                .as("a duplicate and a correction of a line taken earlier tonight are no new lines")
                .containsExactly("receipts_a_20250102.csv,2,2", "receipts_b_20250102.csv,1,1");
    }

    @Test
    void onTheOpeningNightNothingIsKnown() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(OPENING, "receipts_a_20250101.csv", RECEIPTS, receipt("R1", BEFORE.minusDays(9), 1));
        network.publish(OPENING);

        assertThat(network.rows(FOUND)).isEmpty();
    }

    @Test
    void aCorrectionOfAKnownLineIsNone() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(OPENING, "receipts_a_20250101.csv", RECEIPTS, receipt("R1", BEFORE, 1));
        network.send(SECOND, "receipts_a_20250102.csv", RECEIPTS, receipt("R1", BEFORE, 5));
        network.publishUntil(SECOND);

        assertThat(network.rows(FOUND)).isEmpty();
    }

    @Test
    void aCancelledLineThatNothingKnowsIsOne() {
        HandMadeNetwork network = opened();
        network.send(SECOND, "receipts_a_20250102.csv", RECEIPTS + ",cancelled", receipt("R1", BEFORE, 1) + ",true");
        network.publish(SECOND);

        assertThat(network.rows(FOUND)).containsExactly("receipts_a_20250102.csv,1,1");
    }

    @Test
    void ordersAndCountsAreNotLookedAt() {
        HandMadeNetwork network = opened();
        network.send(
                SECOND,
                "orders_a_20250102.csv",
                "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity",
                "O1,1,Lab," + WAREHOUSE + "," + BEFORE + ",2025-02-01,010.000.0001.00,10");
        network.publish(SECOND);

        assertThat(network.rows(FOUND)).isEmpty();
    }
}
