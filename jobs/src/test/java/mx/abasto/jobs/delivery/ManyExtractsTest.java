package mx.abasto.jobs.delivery;

import static mx.abasto.jobs.delivery.HandMadeNetwork.CENTRE;
import static mx.abasto.jobs.delivery.HandMadeNetwork.OPENING;
import static mx.abasto.jobs.delivery.HandMadeNetwork.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file that is several extracts: by several patterns of a profile, or by several sources (contract sections 2, 3). */
class ManyExtractsTest {
    private static final String LEDGER = "FOLIO,FECHA,ALMACEN,UNIDAD,CLAVE,LOTE,PIEZAS";
    private static final String NAME = "ledger_20250101.csv";

    private static final String IN = "receipts: {receipt_no: FOLIO, line_no: {row-number: true}, clues: UNIDAD,"
            + " received_on: FECHA, source: {value: TRANSFER}, origin_clues: ALMACEN, shipment_no: FOLIO, clave: CLAVE,"
            + " lot: LOTE, quantity: PIEZAS}";
    private static final String OUT = "distributions: {shipment_no: FOLIO, line_no: {row-number: true}, clues: ALMACEN,"
            + " destination_clues: UNIDAD, shipped_on: FECHA, clave: CLAVE, lot: LOTE, quantity: PIEZAS}";
    private static final String BOTH = "ledger: {files: {receipts: 'ledger_{date:yyyyMMdd}*.csv',"
            + " distributions: 'ledger_{date:yyyyMMdd}*.csv'}, columns: {" + IN + ", " + OUT + "}}";
    private static final String ONE_SOURCE = "- {name: ledger, uri: 'extracts/{date}', profile: ledger}";

    @TempDir
    private Path home = Path.of("");

    private static String handed(String folio, String pieces) {
        return String.join(",", folio, "2025-01-01", WAREHOUSE, CENTRE, "010.000.0001.00", "L1", pieces);
    }

    private HandMadeNetwork both() {
        return HandMadeNetwork.of(home, ONE_SOURCE, BOTH);
    }

    private static final String FILES =
            "select file, extract, rows, accepted, quarantined, duplicates, status from files order by extract, run, source";

    @Test
    void everyPatternThatFitsTakesTheFile() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"));
        network.publish(OPENING);

        assertThat(network.rows(FILES))
                .containsExactly(NAME + ",distributions,1,1,0,0,ACCEPTED", NAME + ",receipts,1,1,0,0,ACCEPTED");
        assertThat(network.rows("select shipped, received, status from shipments"))
                .containsExactly("10,10,SETTLED");
        assertThat(network.rows("select clues, extract, status, file from extracts order by all"))
                .contains(WAREHOUSE + ",distributions,DELIVERED," + NAME, CENTRE + ",receipts,DELIVERED," + NAME);
        assertThat(network.run("verify").requireDone().out()).isNotEmpty();
    }

    @Test
    void theFileIsOneInputOfTheNight() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), handed("S2", "10"));
        network.publish(OPENING);

        assertThat(network.run("sql", "--format", "csv", "select count(*) as files from files")
                        .out())
                .contains("2");
        assertThat(network.rows("select count(*) from files where sha256 is not null"))
                .containsExactly("2");
        assertThat(network.inputs(OPENING))
                .filteredOn(path -> path.endsWith(NAME))
                .hasSize(1);
    }

    @Test
    void twoSourcesReadOneFilesBytesAsTwoExtracts() {
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: in, uri: 'extracts/{date}', profile: in}\n- {name: out, uri: 'extracts/{date}', profile: out}",
                "in: {files: {receipts: 'ledger_{date:yyyyMMdd}.csv'}, columns: {" + IN + "}}\n"
                        + "out: {files: {distributions: 'ledger_{date:yyyyMMdd}.csv'}, columns: {" + OUT + "}}");
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"));
        network.publish(OPENING);

        assertThat(network.rows("select source, extract, accepted, status from files order by all"))
                .containsExactly("in,receipts,1,ACCEPTED", "out,distributions,1,ACCEPTED");
    }

    @Test
    void twoQueriesOfADatabaseWithTheSameRowsAreTwoExtracts() {
        String query = ("\"select 'D1' as document_no, 1 as line_no, '%s' as clues, date '2025-01-01' as consumed_on,"
                        + " date '2025-01-01' as adjusted_on, 'FOUND' as reason, '010.000.0001.00' as clave,"
                        + " 5 as quantity where :night = date '2025-01-01'\"")
                .formatted(CENTRE);
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: books, uri: 'jdbc:h2:mem:books', queries: {consumptions: %s, adjustments: %s}}"
                        .formatted(query, query),
                "");
        network.publish(OPENING);

        assertThat(network.rows("select extract, accepted, status from files where rows > 0 order by all"))
                .containsExactly("adjustments,1,ACCEPTED", "consumptions,1,ACCEPTED");
    }

    @Test
    void twoProfilesReadOneFilesBytesTwiceAsTheSameExtract() {
        String in = "{files: {receipts: 'ledger_{date:yyyyMMdd}.csv'}, columns: {" + IN + "}}";
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: a, uri: 'extracts/{date}', profile: one}\n- {name: b, uri: 'extracts/{date}', profile: two}",
                "one: " + in + "\ntwo: " + in);
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"));
        network.publish(OPENING);

        assertThat(network.rows("select source, rows, accepted, duplicates, status from files order by all"))
                .as("read again, and every row of it a duplicate")
                .containsExactly("a,1,1,0,ACCEPTED", "b,1,0,1,REDELIVERED");
    }

    @Test
    void twoSourcesOfOneProfileAreOneSender() {
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                "- {name: a, uri: 'extracts/{date}', profile: one}\n- {name: b, uri: 'extracts/{date}', profile: one}",
                "one: {files: {receipts: 'ledger_{date:yyyyMMdd}.csv'}, columns: {" + IN + "}}");
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), handed("S2", "0"));
        network.send(OPENING.plusDays(1), "ledger_20250102.csv", LEDGER, handed("S3", "10"));
        network.publish(OPENING);
        network.publish(OPENING.plusDays(1));

        assertThat(network.rows(
                        "select run, source, accepted, quarantined, duplicates, status from files order by all"))
                .containsExactly(
                        "2025-01-01,a,1,1,0,ACCEPTED",
                        "2025-01-01,b,0,1,1,ACCEPTED",
                        "2025-01-02,a,1,0,0,ACCEPTED",
                        "2025-01-02,b,0,0,1,REDELIVERED");
    }

    @Test
    void aRecordThatCannotBeSplitIsQuarantinedOnceForTheFirstExtract() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), "S2,2025-01-01", handed("S3", "0"));
        network.publish(OPENING);

        assertThat(network.rows(FILES))
                .containsExactly(NAME + ",distributions,2,1,1,0,ACCEPTED", NAME + ",receipts,3,1,2,0,ACCEPTED");
        assertThat(network.rows("select extract, row_no, reason from quarantine order by all"))
                .containsExactly("distributions,3,BAD_SIGN", "receipts,2,FIELD_COUNT", "receipts,3,BAD_SIGN");
    }

    @Test
    void findingsNameTheExtractOfTheFile() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), "S2,2025-01-01", handed("S3", "0"));
        network.publish(OPENING);

        assertThat(network.rows("select document_no, actual_quantity, severity, evidence_rows from discrepancies"
                        + " where rule = 'EXT-04' order by all"))
                .containsExactly("distributions:" + NAME + ",1,HIGH,1", "receipts:" + NAME + ",2,HIGH,2");
        String id = network.rows("select discrepancy_id from discrepancies where rule = 'EXT-04'"
                        + " and document_no like 'distributions%'")
                .get(0);
        assertThat(network.run("explain", id).requireDone().out())
                .as("of the two extracts' rows 3, the one that the finding is about")
                .contains("destination_clues=" + CENTRE)
                .doesNotContain("origin_clues");
    }

    @Test
    void anExtractThatCannotBeReadLeavesTheOther() {
        HandMadeNetwork network = HandMadeNetwork.of(
                home,
                ONE_SOURCE,
                BOTH.replace("origin_clues: ALMACEN", "origin_clues: ORIGEN")
                        .replace("received_on: FECHA", "received_on: RECIBIDO"));
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), "S2,2025-01-01");
        network.publish(OPENING);

        assertThat(network.rows(FILES))
                .containsExactly(NAME + ",distributions,2,1,1,0,ACCEPTED", NAME + ",receipts,0,0,0,0,REJECTED");
        assertThat(network.rows("select document_no from discrepancies where rule = 'EXT-03'"))
                .containsExactly("receipts:" + NAME);
    }

    @Test
    void aControlOfSuchAFileIsHeldAgainstItsRecordsAndNotItsPieces() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), "S2,2025-01-01", handed("S3", "7"));
        network.send(OPENING, "control_x_20250101.csv", "file,rows,quantity", NAME + ",3,99");
        network.publish(OPENING);

        assertThat(network.rows("select rule from discrepancies where rule = 'EXT-05'"))
                .isEmpty();
    }

    @Test
    void aControlOfSuchAFileThatSaysOtherRowsIsFound() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S1", "10"), handed("S3", "7"));
        network.send(OPENING, "control_x_20250101.csv", "file,rows,quantity", NAME + ",3,17");
        network.publish(OPENING);

        assertThat(
                        network.rows(
                                "select document_no, expected_quantity, actual_quantity from discrepancies where rule = 'EXT-05'"))
                .containsExactly(NAME + ",3,2");
    }

    @Test
    void aControlOfAnEmptyFileDeliversEachOfItsExtracts() {
        HandMadeNetwork network = both();
        network.send(OPENING, "control_x_20250101.csv", "file,clues,rows", NAME + "," + WAREHOUSE + ",0");
        network.publish(OPENING);

        assertThat(network.rows(
                        "select extract, status, file from extracts where clues = '" + WAREHOUSE + "' order by all"))
                .containsExactly("distributions,DELIVERED,null", "receipts,DELIVERED,null");
    }

    @Test
    void aFileOfOrdersCoversNoSite() {
        HandMadeNetwork network = HandMadeNetwork.canonical(home);
        network.send(
                OPENING,
                "orders_" + WAREHOUSE + "_20250101.csv",
                "order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity",
                "O1,1,Lab," + WAREHOUSE + ",2025-01-01,2025-02-01,010.000.0001.00,10");
        network.send(
                OPENING,
                "control_x_20250101.csv",
                "file,clues,rows",
                "orders_x_20250101.csv," + CENTRE + ",0",
                "orders_" + CENTRE + "_20250101.csv,,0");
        network.publish(OPENING);

        assertThat(network.rows("select accepted, status from files")).containsExactly("1,ACCEPTED");
        assertThat(network.rows("select clues from extracts where extract = 'orders'"))
                .isEmpty();
    }

    @Test
    void theRowsOfEachExtractAreExportedToBeMended() {
        HandMadeNetwork network = both();
        network.send(OPENING, NAME, LEDGER, handed("S3", "0"));
        network.publish(OPENING);

        assertThat(network.run("quarantine", "--export", home.resolve("mend").toString())
                        .requireDone()
                        .out())
                .contains("has the rows of another extract of the same file");
        assertThat(home.resolve("mend")).isDirectoryContaining("glob:**ledger_*.csv");
        assertThat(home.resolve("mend")).isDirectoryContaining("glob:**receipts-ledger_*.csv");
    }
}
