package mx.abasto.jobs.delivery;

import static mx.abasto.jobs.delivery.HandMadeNetwork.CENTRE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.OPENING;
import static mx.abasto.jobs.delivery.HandMadeNetwork.RECEIPTS;
import static mx.abasto.jobs.delivery.HandMadeNetwork.STOCK;
import static mx.abasto.jobs.delivery.HandMadeNetwork.WAREHOUSE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes on a later night (contract section 2, "Known, and delivered again"). */
class SameBytesAgainTest {
    private static final LocalDate SECOND = OPENING.plusDays(1);
    private static final LocalDate THIRD = OPENING.plusDays(2);
    private static final String FILES =
            "select run, rows, accepted, quarantined, duplicates, status from files where extract = 'receipts' order by run";
    private static final String RECEIVED = "select run, status from extracts where extract = 'receipts' order by run";

    @TempDir
    private Path home = Path.of("");

    private static String file(LocalDate night) {
        return "receipts_" + WAREHOUSE + "_" + night.toString().replace("-", "") + ".csv";
    }

    private void sendEachNight(HandMadeNetwork network, String... rows) {
        for (LocalDate night = OPENING; !night.isAfter(THIRD); night = night.plusDays(1)) {
            String[] lines = new String[rows.length + 1];
            lines[0] = RECEIPTS;
            System.arraycopy(rows, 0, lines, 1, rows.length);
            network.send(night, file(night), lines);
        }
    }

    @Test
    void aFileWithoutABadRowIsRedeliveredAndDeliversNothing() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        sendEachNight(network, receipt("R1", OPENING, 100));
        network.publishUntil(THIRD);

        assertThat(network.rows(FILES))
                .containsExactly(
                        "2025-01-01,1,1,0,0,ACCEPTED",
                        "2025-01-02,1,0,0,1,REDELIVERED",
                        "2025-01-03,1,0,0,1,REDELIVERED");
        assertThat(network.rows(RECEIVED))
                .containsExactly("2025-01-01,DELIVERED", "2025-01-02,MISSING", "2025-01-03,MISSING");
    }

    @Test
    void fromASenderOfAllThatItHasItDelivers() {
        HandMadeNetwork network =
                HandMadeNetwork.of(home, "- {name: units, uri: 'extracts/{date}', cumulative: true}", "");
        sendEachNight(network, receipt("R1", OPENING, 100));
        network.publishUntil(THIRD);

        assertThat(network.rows(FILES)).element(2).isEqualTo("2025-01-03,1,0,0,1,REDELIVERED");
        assertThat(network.rows(RECEIVED))
                .containsExactly("2025-01-01,DELIVERED", "2025-01-02,DELIVERED", "2025-01-03,DELIVERED");
    }

    @Test
    void aRowDatedAheadIsTakenOnceItsDayHasCome() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        sendEachNight(network, receipt("R1", OPENING, 100), receipt("R2", SECOND, 40));
        network.publishUntil(THIRD);

        assertThat(network.rows(FILES))
                .containsExactly(
                        "2025-01-01,2,1,1,0,ACCEPTED", "2025-01-02,2,1,0,1,ACCEPTED", "2025-01-03,2,0,0,2,REDELIVERED");
        assertThat(network.rows("select run, book from stock_balance order by run"))
                .containsExactly("2025-01-01,100", "2025-01-02,140", "2025-01-03,140");
        assertThat(network.rows(RECEIVED)).element(1).isEqualTo("2025-01-02,DELIVERED");
    }

    @Test
    void aRowWhoseLookupWasMendedIsTaken() {
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: units, uri: 'extracts/{date}', profile: p}",
                "p: {files: {receipts: 'receipts_{who}_{date:yyyyMMdd}.csv'},"
                        + " columns: {receipts: {clues: {lookup: sitios.csv, from: UNIDAD}}}}");
        network.reference("sitios.csv", "UNIDAD,clues", "Central," + WAREHOUSE);
        String header = RECEIPTS.replace(",clues,", ",UNIDAD,");
        String known = receipt("R1", OPENING, 100).replace(WAREHOUSE, "Central");
        String unknown = receipt("R2", OPENING, 40).replace(WAREHOUSE, "Almacén");
        network.send(OPENING, file(OPENING), header, known, unknown);
        network.send(SECOND, file(SECOND), header, known, unknown);
        network.send(THIRD, file(THIRD), header, known, unknown);
        network.publish(OPENING);
        network.publish(SECOND);
        network.reference("sitios.csv", "UNIDAD,clues", "Central," + WAREHOUSE, "Almacén," + WAREHOUSE);
        network.publish(THIRD);

        assertThat(network.rows(FILES))
                .containsExactly(
                        "2025-01-01,2,1,1,0,ACCEPTED", "2025-01-02,2,0,1,1,ACCEPTED", "2025-01-03,2,1,0,1,ACCEPTED");
        assertThat(network.rows("select book from stock_balance where run = '2025-01-03'"))
                .containsExactly("140");
    }

    @Test
    void aFileWithAKeyConflictIsReadAgain() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        sendEachNight(network, receipt("R1", OPENING, 100), receipt("R1", OPENING, 40), receipt("R2", OPENING, 7));
        network.publishUntil(SECOND);

        assertThat(network.rows(FILES)).containsExactly("2025-01-01,3,1,2,0,ACCEPTED", "2025-01-02,3,0,2,1,ACCEPTED");
    }

    @Test
    void twoFilesOfOneNightWithTheSameBytesAreOneDelivery() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(OPENING, "receipts_a_20250101.csv", RECEIPTS, receipt("R1", OPENING, 100));
        network.send(OPENING, "receipts_b_20250101.csv", RECEIPTS, receipt("R1", OPENING, 100));
        network.publish(OPENING);

        assertThat(network.rows("select file, accepted, duplicates, status from files order by file"))
                .containsExactly("receipts_a_20250101.csv,1,0,ACCEPTED", "receipts_b_20250101.csv,0,1,REDELIVERED");
    }

    @Test
    void aRejectedFileIsReadAgain() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(OPENING, file(OPENING), "receipt_no,line_no", "R1,1");
        network.send(SECOND, file(SECOND), "receipt_no,line_no", "R1,1");
        network.publishUntil(SECOND);

        assertThat(network.rows(FILES)).element(1).isEqualTo("2025-01-02,0,0,0,0,REJECTED");
    }

    @Test
    void bytesThatCameLongerAgoThanTheWindowAreNew() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        LocalDate forgotten = OPENING.plusDays(36);
        network.send(OPENING, file(OPENING), RECEIPTS, receipt("R1", OPENING, 100));
        network.send(forgotten, file(forgotten), RECEIPTS, receipt("R1", OPENING, 100));
        network.publishUntil(forgotten);

        assertThat(network.rows("select run, status from files order by run"))
                .containsExactly(OPENING + ",ACCEPTED", forgotten + ",ACCEPTED");
        assertThat(network.rows("select document_no, clues, expected_quantity, actual_quantity, severity, evidence_rows"
                        + " from discrepancies where rule = 'EXT-06'"))
                .containsExactly(file(forgotten) + "," + WAREHOUSE + ",0,1,MEDIUM,1");
    }

    @Test
    void aCountOfAnotherNightSaysNothingOfTonight() {
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: units, uri: 'extracts/{date}', cumulative: true, profile: p}",
                "p: {files: {stock: 'stock_{who}_{date:yyyyMMdd}.csv'}, columns: {stock: {counted_on: {filename: date}}}}");
        String count = CENTRE + ",010.000.0001.00,L1,,10";
        String header = STOCK.replace("counted_on,", "");
        network.send(OPENING, "stock_" + CENTRE + "_20250101.csv", header, count);
        network.send(SECOND, "stock_" + CENTRE + "_20250102.csv", header, count);
        network.publishUntil(SECOND);

        assertThat(network.rows("select status from extracts where extract = 'stock' order by run"))
                .containsExactly("DELIVERED", "DELIVERED");
        assertThat(network.rows("select run, counted, book from stock_balance order by run"))
                .containsExactly("2025-01-01,10,10", "2025-01-02,null,10");
    }
}
