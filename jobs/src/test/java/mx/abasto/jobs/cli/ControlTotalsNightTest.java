package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.NightlyDatasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control files against what came (contract section 2, files; EXT-05): on their night, and nights after it. */
class ControlTotalsNightTest {
    private static final LocalDate NIGHT = SmallNetwork.OPENING.plusDays(1);
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final String HEADER = "file,clues,rows,quantity,sha256\n";
    private static final String RECEIPTS = "receipt_no,line_no,clues,received_on,source,clave,lot,quantity\n";
    private static final String REGION = "receipts_REGION_20250107.csv";
    private static final String LARGE = "receipts_LARGE_20250107.csv";
    private static final String BROKEN = "receipts_BROKEN_20250107.csv";
    private static final String ONE = "OCIMB900012";
    private static final String TWO = "OCIMB900024";
    private static final String OTHER_BYTES = "0".repeat(64);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    private static String regionSha256 = "";
    private static String controlSha256 = "";

    @BeforeAll
    static void process() throws IOException {
        network = SmallNetwork.generated(folder, 4, 3, 0);
        write(NIGHT, REGION, RECEIPTS + """
                T1,1,ONE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5
                T2,1,ONE,2025-01-07,SUPPLIER,010.000.0104.00,L1,7
                T3,1,TWO,2025-01-07,SUPPLIER,010.000.0104.00,L1,11
                T4,1,TWO,2025-01-07,SUPPLIER,10.4,L1,13
                T5,1,nobody,2025-01-07,SUPPLIER,010.000.0104.00,L1,17
                """);
        write(NIGHT, LARGE, RECEIPTS + """
                T6,1,ONE,2025-01-07,SUPPLIER,10.4,L1,999999999999
                T7,1,ONE,2025-01-07,SUPPLIER,10.4,L1,999999999999
                """);
        write(NIGHT, BROKEN, "receipt_no,line_no\nT8,1\n");
        regionSha256 = Hashes.of(network.extracts(NIGHT).resolve(REGION)).sha256();
        write(NIGHT, "control_REGION_20250107.csv", HEADER + """
                REGION,,5,53,SHA
                REGION,ONE,2,12,
                REGION,TWO,1,24,
                REGION,ONE,unreadable,,
                LARGE,,2,5,
                BROKEN,,1,,
                receipts_TWO_20250107.csv,,3,,
                receipts_ONE_20250107.csv,,0,,
                """);
        controlSha256 = Hashes.of(network.extracts(NIGHT).resolve("control_REGION_20250107.csv"))
                .sha256();
        write(NEXT, "control_LATE_20250107.csv", HEADER + """
                REGION,,5,53,SHA
                REGION,ONE,2,13,
                REGION,TWO,2,24,OTHER
                LARGE,,2,9,
                BROKEN,,,-1000000000000000000,
                """);
        network.abasto("catch-up", "--from", SmallNetwork.OPENING.toString(), "--until", NEXT.toString())
                .lines();
    }

    private static void write(LocalDate night, String name, String text) throws IOException {
        Files.writeString(
                network.extracts(night).resolve(name),
                text.replaceAll("(?m)^REGION", REGION)
                        .replaceAll("(?m)^LARGE", LARGE)
                        .replaceAll("(?m)^BROKEN", BROKEN)
                        .replace("SHA", regionSha256)
                        .replace("OTHER", OTHER_BYTES)
                        .replace("ONE", ONE)
                        .replace("TWO", TWO));
    }

    private static List<String> listed(LocalDate night) {
        return network.query(
                night,
                NightlyDatasets.DISCREPANCIES,
                "document_no, clues, expected_quantity, actual_quantity, difference, status",
                "rule = 'EXT-05' order by document_no, clues nulls first");
    }

    private static List<String> evidence(LocalDate night, String document) {
        return network.query(
                night,
                NightlyDatasets.DISCREPANCIES,
                "list_transform(evidence, row -> concat_ws(' ', row.file, row.sha256, row.row_no)), evidence_rows",
                "rule = 'EXT-05' and document_no = '%s'".formatted(document));
    }

    @Test
    void whatDiffersIsListedPerControlRow() {
        assertThat(listed(NIGHT))
                .containsExactly(
                        BROKEN + ",null,1,0,-1,NEW",
                        LARGE + ",null,5,1999999999998,1999999999993,NEW",
                        "receipts_" + TWO + "_20250107.csv," + TWO + ",3,0,-3,NEW",
                        REGION + "," + TWO + ",1,2,1,NEW");
    }

    @Test
    void aControlThatComesANightLateIsHeldAgainstWhatCameThen() {
        assertThat(listed(NEXT))
                .containsExactly(
                        BROKEN + ",null,-1000000000000000000,0,1000000000000000000,NEW",
                        LARGE + ",null,9,1999999999998,1999999999989,NEW",
                        REGION + "," + ONE + ",13,12,-1,NEW",
                        REGION + "," + TWO + ",null,null,null,NEW");
    }

    @Test
    void theControlsRowAndTheFileShowIt() {
        assertThat(evidence(NIGHT, REGION))
                .containsExactly(
                        "[control_REGION_20250107.csv %s 3, %s %s],2".formatted(controlSha256, REGION, regionSha256));
        assertThat(evidence(NIGHT, "receipts_" + TWO + "_20250107.csv"))
                .containsExactly("[control_REGION_20250107.csv %s 7],1".formatted(controlSha256));
        assertThat(evidence(NEXT, REGION)).allMatch(shown -> shown.contains(REGION + " " + regionSha256));
    }

    @Test
    void theWordsNameTheFileAndWhatWasSaidAndFound() {
        assertThat(network.query(
                        NEXT,
                        NightlyDatasets.DISCREPANCIES,
                        "explanation_en, explanation_es",
                        "rule = 'EXT-05' and document_no = '%s' order by clues".formatted(REGION)))
                .containsExactly(
                        "The control file says 13 and 12 were found in " + REGION + ": the first that differs, of its"
                                + " rows and then its pieces (0 if the file did not come or could not be read). Site: "
                                + ONE + ".,El archivo de control dice 13 y se encontraron 12 en " + REGION
                                + ": es lo primero que no coincide, de los renglones y luego las piezas (0 si el archivo"
                                + " no llegó o no pudo leerse). Sitio: " + ONE + ".",
                        "The bytes of the file " + REGION + " are not those that the control file speaks of: their"
                                + " SHA-256 is another, though nothing that it says of rows and pieces differs. Site: "
                                + TWO + ".,Los bytes del archivo " + REGION
                                + " no son los que dice el archivo de control:"
                                + " su SHA-256 es otro, aunque nada de lo que dice de renglones y piezas difiere. Sitio: "
                                + TWO + ".");
    }

    @Test
    void tonightsRowsShowTheUnknownSitesAndClaves() {
        assertThat(network.query(
                        NIGHT,
                        NightlyDatasets.DISCREPANCIES,
                        "rule, clues, list_transform(evidence, row -> row.file || ' ' || row.row_no), evidence_rows",
                        "family = 'REF' order by rule, clues"))
                .containsExactly(
                        "REF-01," + ONE + ",[" + REGION + " 1, " + REGION + " 2],2",
                        "REF-01," + TWO + ",[" + REGION + " 3],1",
                        "REF-02," + ONE + ",[" + REGION + " 1, " + REGION + " 2],2",
                        "REF-02," + TWO + ",[" + REGION + " 3],1",
                        "REF-03," + ONE + ",[],0",
                        "REF-03," + TWO + ",[],0");
    }
}
