package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.LakeQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown for a finding: the rows that somebody typed, newest first (contract section 5, evidence). */
class EvidenceNightTest {
    private static final String W = "OCIMB000013";
    private static final String H = "OCIMB000025";
    private static final String C = "OCIMB000030";
    private static final String KEY = "010.000.0104.00";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void process() throws IOException {
        write("reference/sites.csv", """
                clues,name,kind,state
                W,Almacén,STATE_WAREHOUSE,20
                H,Hospital,HOSPITAL,20
                C,Centro,HEALTH_CENTRE,20
                """);
        write("reference/catalogue.csv", "clave,description,group,unit_price\nKEY,Paracetamol,MEDICINE,10\n");
        write("reference/assortment.csv", "scope,clave\nHOSPITAL,KEY\n");
        write("reference/expected.csv", "clues,extract\nW,stock\nH,stock\nC,stock\n");
        write("reference/recalls.csv", "clave,lot,alert,effective_on\nKEY,R,X-1,2025-01-07\n");
        write("abasto.yml", """
                abasto:
                  lake: var/lake
                  work: var/work
                  reference: reference
                  sources:
                    - name: units
                      uri: extracts/{date}
                """);
        String stock = "clues,counted_on,clave,lot,expires_on,quantity\n";
        write("extracts/2025-01-06/stock_ALL_20250106.csv", stock + """
                W,2025-01-06,KEY,A,2026-01-31,100
                H,2025-01-06,KEY,A,2026-01-31,10
                H,2025-01-06,KEY,R,2026-06-30,10
                C,2025-01-06,KEY,E,2025-01-06,10
                """);
        String distributions = "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,expires_on,quantity\n";
        write("extracts/2025-01-06/distributions_W_20250106.csv", distributions + """
                S1,1,W,H,2025-01-06,KEY,A,2026-01-31,5
                S2,1,W,H,2025-01-06,KEY,A,2026-01-31,7
                """);
        write("extracts/2025-01-06/orders_NATION_20250106.csv", """
                order_no,line_no,supplier,destination_clues,ordered_on,due_on,clave,quantity
                O1,1,Acme,W,2025-01-02,2025-01-06,KEY,20
                """);
        String receipts = "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,clave,lot,"
                + "expires_on,quantity\n";
        write("extracts/2025-01-07/receipts_ALL_20250107.csv", receipts + """
                R1,1,H,2025-01-07,TRANSFER,W,S1,,KEY,A,2026-02-28,5
                R2,1,H,2025-01-07,TRANSFER,W,S1,,KEY,A,2026-02-28,5
                R3,1,C,2025-01-05,TRANSFER,W,S2,,KEY,A,2026-01-31,7
                R4,1,W,2025-01-07,SUPPLIER,,,O1,KEY,A,2026-01-31,4
                """);
        String fills = "prescription_no,line_no,clues,dispensed_on,clave,lot,prescribed_quantity,dispensed_quantity\n";
        write("extracts/2025-01-07/dispensations_ALL_20250107.csv", fills + """
                P1,1,H,2025-01-07,KEY,R,3,3
                P1,2,C,2025-01-07,KEY,E,3,3
                P2,1,H,2025-01-07,KEY,A,1,2
                """);
        write("extracts/2025-01-07/stock_ALL_20250107.csv", stock + """
                W,2025-01-07,KEY,A,2026-01-31,92
                H,2025-01-07,KEY,A,2026-01-31,218
                H,2025-01-07,KEY,R,2026-06-30,7
                C,2025-01-07,KEY,A,2026-01-31,7
                C,2025-01-07,KEY,E,2025-01-06,7
                """);
        RunCommand.with(folder.resolve("abasto.yml"), "catch-up", "--from", "2025-01-06", "--until", "2025-01-07")
                .requireDone();
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name.replace("_W_", "_" + W + "_"));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                text.replace("KEY", KEY)
                        .replaceAll("(?m)(^|,)W(?=,)", "$1" + W)
                        .replaceAll("(?m)(^|,)H(?=,)", "$1" + H)
                        .replaceAll("(?m)(^|,)C(?=,)", "$1" + C));
    }

    /** Of a rule's findings on the second night: the document, how many rows show it, and each of them. */
    private static List<String> shown(String rule) throws SQLException {
        try (LakeQuery lake = new LakeQuery(folder.resolve("var/lake"))) {
            return lake.rows("""
                    select coalesce(document_no, lot) || ' ' || evidence_rows || ': ' || array_to_string(list_transform(
                        evidence,
                        lambda shown:
                            split_part(shown.file, '_', 1) || ' ' || right(split_part(shown.file, '.', 1), 2) || '/'
                            || shown.row_no
                    ), ', ') as shown
                    from discrepancies
                    where rule = '%s' and run = '2025-01-07'
                    order by all
                    """.formatted(rule)).stream()
                    .map(row -> String.valueOf(row.get("shown")))
                    .toList();
        }
    }

    @Test
    void aShipmentIsShownByTheLinesOfBothSides() throws SQLException {
        assertThat(shown("SHP-08")).containsExactly("S1 3: receipts 07/1, receipts 07/2, distributions 06/1");
        assertThat(shown("SHP-06")).containsExactly("S1 3: receipts 07/1, receipts 07/2, distributions 06/1");
        assertThat(shown("SHP-09")).containsExactly("S2 2: receipts 07/3, distributions 06/2");
        assertThat(shown("SHP-04")).isEmpty();
    }

    @Test
    void aStrayIsShownByItsReceiptAndByWhatWasSentElsewhere() throws SQLException {
        assertThat(shown("SHP-07")).containsExactly("S2 2: receipts 07/3, distributions 06/2");
    }

    @Test
    void aPrescriptionIsShownByItsFills() throws SQLException {
        assertThat(shown("DSP-02")).containsExactly("P1 1: dispensations 07/2");
        assertThat(shown("DSP-03")).containsExactly("P2 1: dispensations 07/3");
        assertThat(shown("DSP-04")).containsExactly("P1 2: dispensations 07/1, dispensations 07/2");
        assertThat(shown("DSP-05")).containsExactly("P1 1: dispensations 07/1");
    }

    @Test
    void anOrderIsShownByItsLinesAndReceipts() throws SQLException {
        assertThat(shown("ORD-01")).containsExactly("O1 2: receipts 07/4, orders 06/1");
    }

    @Test
    void aLotIsShownByTonightsCountsAndThenItsLines() throws SQLException {
        assertThat(shown("LOT-01"))
                .containsExactly("A 10: stock 07/1, stock 07/2, stock 07/4, dispensations 07/3, receipts 07/1,"
                        + " receipts 07/2, receipts 07/3, receipts 07/4, distributions 06/1, distributions 06/2");
    }

    @Test
    void aConflictOfExpiriesIsShownByEachExpiryInTurn() throws SQLException {
        assertThat(shown("LOT-02"))
                .containsExactly(
                        "A 9: receipts 07/1, receipts 07/3, receipts 07/2, receipts 07/4, stock 07/1, stock 07/2,"
                                + " stock 07/4, distributions 06/1, distributions 06/2");
    }
}
