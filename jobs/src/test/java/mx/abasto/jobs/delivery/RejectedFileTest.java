package mx.abasto.jobs.delivery;

import static mx.abasto.jobs.delivery.HandMadeNetwork.OPENING;
import static mx.abasto.jobs.delivery.HandMadeNetwork.RECEIPTS;
import static mx.abasto.jobs.delivery.HandMadeNetwork.WAREHOUSE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a file could not be read at all, wherever people look for it. */
class RejectedFileTest {
    private static final String FILE = "receipts_" + WAREHOUSE + "_20250101.csv";
    private static final String REASON = "the header lacks the required column quantity";

    @TempDir
    private Path home = Path.of("");

    private HandMadeNetwork network(String name, String... lines) {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(OPENING, name, lines);
        return network;
    }

    private HandMadeNetwork withoutQuantity() {
        return network(FILE, RECEIPTS.replace(",quantity", ""), "R1,1");
    }

    @Test
    void theNightsOutputSaysIt() {
        assertThat(withoutQuantity().publish(OPENING))
                .contains("rejected: %s of units, as receipts: %s".formatted(FILE, REASON));
    }

    @Test
    void theDatasetFilesSaysIt() {
        HandMadeNetwork network = withoutQuantity();
        network.publish(OPENING);

        assertThat(network.rows("select status, rejected_because from files")).containsExactly("REJECTED," + REASON);
    }

    @Test
    void theFindingAndItsStorySayItInBothLanguages() {
        HandMadeNetwork network = withoutQuantity();
        network.publish(OPENING);

        assertThat(network.rows("select explanation_en from discrepancies where rule = 'EXT-03'"))
                .singleElement()
                .asString()
                .contains("could not be read at all: " + REASON + ".");
        assertThat(network.rows("select explanation_es from discrepancies where rule = 'EXT-03'"))
                .singleElement()
                .asString()
                .contains("no pudo leerse", REASON);
        String id = network.rows("select discrepancy_id from discrepancies where rule = 'EXT-03'")
                .get(0);
        assertThat(network.run("explain", id).requireDone().out().replaceAll("\\s+", " "))
                .contains("El archivo no pudo leerse. Motivo, en inglés: «" + REASON + "».");
    }

    @Test
    void aFileOfNoHeaderAndAPackedOneSayTheirs() {
        HandMadeNetwork network = network(FILE, "");
        network.send(OPENING, "stock_x_20250101.zip", "no zip");
        network.send(OPENING, "stock_x_20250101.csv.gz", "clues\u0000\u0001");
        String out = network.publish(OPENING);

        assertThat(out)
                .contains(FILE + " of units, as receipts: no header")
                .contains(
                        "stock_x_20250101.zip of units, as stock: it is named .zip, but does not begin as such a file does");
        assertThat(network.rows("select count(*) from files where status = 'REJECTED' and rejected_because is null"))
                .containsExactly("0");
    }

    @Test
    void aFileThatWasReadSaysNone() {
        HandMadeNetwork network = network(FILE, RECEIPTS, receipt("R1", OPENING, 1), receipt("R2", OPENING, 0));

        assertThat(network.publish(OPENING)).doesNotContain("rejected:");
        assertThat(network.rows("select status, rejected_because from files")).containsExactly("ACCEPTED,null");
    }

    @Test
    void aBadRowInElevenWeighsLittleOneInTenMoreAndOneInTwoMost() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        for (int rows : new int[] {11, 10, 2}) {
            String[] lines = new String[rows + 1];
            lines[0] = RECEIPTS;
            for (int row = 1; row <= rows; row++) {
                lines[row] = receipt("R" + rows + "-" + row, OPENING, row - 1);
            }
            network.send(OPENING, "receipts_of-%02d_20250101.csv".formatted(rows), lines);
        }
        network.publish(OPENING);

        assertThat(network.rows("select severity from discrepancies where rule = 'EXT-04' order by document_no"))
                .containsExactly("HIGH", "MEDIUM", "LOW");
    }
}
