package mx.abasto.jobs.delivery;

import static mx.abasto.jobs.delivery.HandMadeNetwork.CENTRE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.OPENING;
import static mx.abasto.jobs.delivery.HandMadeNetwork.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one cell in one count (contract section 2, KEY_CONFLICT). */
class RepeatedCountsTest {
    private static final String FILE = "stock_" + CENTRE + "_20250101.csv";
    private static final String ADDING = "- {name: units, uri: 'extracts/{date}', profile: shelves}";
    private static final String PROFILE =
            "shelves: {repeated: add, files: {stock: 'stock_{who}_{date:yyyyMMdd}*.csv'}}";
    private static final String FILES =
            "select rows, accepted, quarantined, duplicates, status from files where extract = 'stock' order by file, run";
    private static final String COUNTS = "select clave, lot, expires_on, quantity, row_no from counts order by all";

    @TempDir
    private Path home = Path.of("");

    private static String count(String clave, String lot, String expiresOn, String quantity) {
        return String.join(",", CENTRE, "2025-01-01", clave, lot, expiresOn, quantity);
    }

    private static String one(String expiresOn, String quantity) {
        return count("010.000.0001.00", "L1", expiresOn, quantity);
    }

    private static String two(String quantity) {
        return count("010.000.0002.00", "L2", "", quantity);
    }

    private HandMadeNetwork counting(HandMadeNetwork network, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = STOCK;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        network.send(OPENING, FILE, lines);
        network.publish(OPENING);
        return network;
    }

    private HandMadeNetwork adding() {
        return HandMadeNetwork.of(home, ADDING, PROFILE);
    }

    @Test
    void equalRowsOfOneCellConflict() {
        HandMadeNetwork network = counting(HandMadeNetwork.canonical(home), one("", "10"), two("5"), one("", "10"));

        assertThat(network.rows(FILES)).containsExactly("3,1,2,0,ACCEPTED");
        assertThat(network.rows(COUNTS)).containsExactly("010.000.0002.00,L2,null,5,2");
        assertThat(network.rows("select row_no, reason, clues from quarantine order by row_no"))
                .containsExactly("1,KEY_CONFLICT," + CENTRE, "3,KEY_CONFLICT," + CENTRE);
    }

    @Test
    void rowsOfOneCellWithoutALotConflict() {
        String unknown = count("010.000.0001.00", "", "", "10");
        String named = count("010.000.0001.00", "NO-LOT", "", "10");

        HandMadeNetwork network = counting(HandMadeNetwork.canonical(home), unknown, named);

        assertThat(network.rows(FILES)).containsExactly("2,0,2,0,ACCEPTED");
    }

    @Test
    void equalLinesOfOneKeyAreStillDuplicates() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        String receipt = HandMadeNetwork.receipt("R1", OPENING, 100);
        network.send(OPENING, "receipts_x_20250101.csv", HandMadeNetwork.RECEIPTS, receipt, receipt);
        network.publish(OPENING);

        assertThat(network.rows("select rows, accepted, quarantined, duplicates from files"))
                .containsExactly("2,1,0,1");
    }

    @Test
    void rowsOfOneCellAreAddedWhereTheProfileSaysSo() {
        HandMadeNetwork network =
                counting(adding(), two("5"), one("2026-01-31", "10"), one("2027-01-31", "4"), one("", "10"));

        assertThat(network.rows(FILES)).containsExactly("4,4,0,0,ACCEPTED");
        assertThat(network.rows(COUNTS))
                .as("the lowest row_no, and the expiry of the last row that names one")
                .containsExactly("010.000.0001.00,L1,2027-01-31,24,2", "010.000.0002.00,L2,null,5,1");
        assertThat(network.rows("select book from stock_balance where lot = 'L1'"))
                .containsExactly("24");
    }

    @Test
    void aSumThatIsOutOfRangePutsAllRowsOfTheCellIntoQuarantine() {
        HandMadeNetwork network = counting(adding(), one("", "999999999999"), two("5"), one("", "1"));

        assertThat(network.rows(FILES)).containsExactly("3,1,2,0,ACCEPTED");
        assertThat(network.rows(COUNTS)).containsExactly("010.000.0002.00,L2,null,5,2");
    }

    @Test
    void aSumAtTheBoundIsACount() {
        HandMadeNetwork network = counting(adding(), one("", "999999999998"), one("", "1"));

        assertThat(network.rows(COUNTS)).containsExactly("010.000.0001.00,L1,null,999999999999,1");
    }

    @Test
    void aRowInQuarantineTakesTheOthersOfItsCellWithIt() {
        HandMadeNetwork network = counting(adding(), one("", "10"), one("", "ten"), two("5"), one("", "3"));

        assertThat(network.rows(FILES)).containsExactly("4,1,3,0,ACCEPTED");
        assertThat(network.rows("select row_no, reason from quarantine order by row_no"))
                .containsExactly("1,KEY_CONFLICT", "2,BAD_NUMBER", "4,KEY_CONFLICT");
        assertThat(network.rows(COUNTS)).containsExactly("010.000.0002.00,L2,null,5,3");
    }

    @Test
    void aRowInQuarantineTakesTheOnlyOtherOfItsCellWithIt() {
        HandMadeNetwork network = counting(adding(), one("", "10"), one("", "-1"));

        assertThat(network.rows("select row_no, reason from quarantine order by row_no"))
                .containsExactly("1,KEY_CONFLICT", "2,BAD_SIGN");
    }

    @Test
    void aCountThatIsAddedAgainIsADuplicateRowByRow() {
        HandMadeNetwork network = adding();
        network.send(OPENING, FILE, STOCK, one("", "10"), one("", "4"));
        network.send(OPENING, "stock_" + CENTRE + "_20250101_2.csv", STOCK, one("", "4"), two("5"), one("", "10"));
        network.publish(OPENING);

        assertThat(network.rows(FILES)).containsExactly("2,2,0,0,ACCEPTED", "3,1,0,2,ACCEPTED");
        assertThat(network.rows(COUNTS)).containsExactly("010.000.0001.00,L1,null,14,1", "010.000.0002.00,L2,null,5,2");
    }

    @Test
    void aProfileThatSaysNeitherIsRefused() {
        HandMadeNetwork network = HandMadeNetwork.of(home, ADDING, "shelves: {repeated: sum}");

        assertThat(network.run("nightly", "--date", OPENING.toString()).err())
                .contains("the profile shelves: its repeated is 'sum'; it must be conflict, or add");
    }
}
