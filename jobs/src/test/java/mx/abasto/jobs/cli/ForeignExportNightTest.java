package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.NightlyDatasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with exports of a foreign system, under a profile written as contract section 3 writes it. */
class ForeignExportNightTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String PROFILES = """
              profiles:
                sai:
                  charset: windows-1252
                  delimiter: ";"
                  date-formats: [dd/MM/yyyy, yyyy-MM-dd]
                  nulls: ["", "NAN", "S/L", "S/C", "-"]
                  files: { receipts: "recepciones_*.csv" }
                  columns:
                    receipts:
                      receipt_no: FOLIO
                      clues: { lookup: sitios.csv, from: "LUGAR DE ENTREGA" }
                      source: { value: SUPPLIER }
                      line_no: { row-number: true }
                      received_on: "FECHA RECEPCIÓN"
                      clave: CLAVE
                      lot: LOTE
                      expires_on: CADUCIDAD
                      quantity: { sql: "replace(CANTIDAD, ' pzas', '')" }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    private static String site = "";

    @BeforeAll
    static void process() throws IOException {
        network = SmallNetwork.generated(folder, 4, 1, 0);
        site = SmallNetwork.query("select clues from read_csv('%s', all_varchar = true) where kind = 'HEALTH_CENTRE'"
                        .formatted(folder.resolve("reference/sites.csv")))
                .get(0);
        Files.writeString(
                folder.resolve("reference/sitios.csv"),
                "LUGAR DE ENTREGA,clues\nC.S. Él Árbol," + site + "\nC.S.ÉL ÁRBOL (PB)," + site + "\n");
        String configuration = Files.readString(network.configuration());
        Files.writeString(
                network.configuration(),
                configuration.replaceFirst(
                                "(?m)^  sources:\n",
                                "  sources:\n    - name: sai-oaxaca\n      uri: sai/{date}\n      profile: sai\n")
                        + PROFILES);
        Path delivered = Files.createDirectories(folder.resolve("sai").resolve(SmallNetwork.OPENING.toString()));
        byte[] export = """
                FOLIO ;"LUGAR\r
                 DE ENTREGA";PACIENTE;Fecha  recepción;CLAVE;LOTE;CADUCIDAD;CANTIDAD;OBSERVACIONES\r
                A-1;C.S. Él Árbol;Peña;06/01/2025;010.000.0104.00;Ñ1;S/C;1,200.00 pzas;"dos
                líneas"\r
                A-2;C.S.  EL ÁRBOL;Peña;06/01/2025;010.000.0104.00;S/L;2027-11-24;7;\r
                A-2;c.s. él  árbol ;Peña;06/01/2025;010.000.0104.00;NAN;24/11/2027;7;\r
                A-3;C.S.Él Árbol (pb);Peña;31/02/2025;010.000.0104.00;L1;;5;\r
                A-4;C.S. Él Árbol;Peña;06/01/2025;010.000.0104.00;L1;-;12.5;\r
                """.getBytes(WINDOWS);
        Files.write(delivered.resolve("Recepciones_enero.csv"), export);
        Files.writeString(
                delivered.resolve("control_sai_20250106.csv"),
                "file,rows,quantity\nRecepciones_enero.csv,5,1219\n",
                StandardCharsets.UTF_8);
        Ran ran = network.abasto("nightly", "--date", SmallNetwork.OPENING.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void goodRowsArePostedAsTheContractsOwn() {
        assertThat(network.query(
                        SmallNetwork.OPENING,
                        NightlyDatasets.LINES,
                        "clues, document_no, line_no, event_on, clave, lot, expires_on, quantity, source",
                        "document_no like 'A-%' order by line_no"))
                .containsExactly(
                        site + ",A-1,1,2025-01-06,010.000.0104.00,Ñ1,null,1200,SUPPLIER",
                        site + ",A-2,3,2025-01-06,010.000.0104.00,NO-LOT,2027-11-24,7,SUPPLIER");
    }

    @Test
    void badRowsAreQuarantinedAsSentButForDroppedColumns() {
        String file = "file = 'Recepciones_enero.csv' order by row_no";
        assertThat(network.query(
                        SmallNetwork.OPENING,
                        NightlyDatasets.QUARANTINE,
                        "row_no, clues, reason, \"column\", value",
                        file))
                .containsExactly(
                        "2,null,BAD_CLUES,clues,C.S.  EL ÁRBOL",
                        "4," + site + ",BAD_DATE,received_on,31/02/2025",
                        "5," + site + ",BAD_NUMBER,quantity,12.5");
        assertThat(network.query(SmallNetwork.OPENING, NightlyDatasets.QUARANTINE, "raw", file))
                .contains(
                        "{\"receipt_no\":\"A-2\",\"clues\":\"C.S.  EL ÁRBOL\",\"received_on\":\"06/01/2025\","
                                + "\"clave\":\"010.000.0104.00\",\"lot\":\"S/L\",\"expires_on\":\"2027-11-24\",\"quantity\":\"7\"}")
                .noneMatch(raw -> raw.contains("Peña"));
    }

    @Test
    void theFileIsAccountedForUnderItsOwnName() {
        assertThat(network.query(
                        SmallNetwork.OPENING,
                        NightlyDatasets.FILES,
                        "source, extract, who, rows, accepted, quarantined, duplicates, status",
                        "file = 'Recepciones_enero.csv'"))
                .containsExactly("sai-oaxaca,receipts,sai-oaxaca,5,2,3,0,ACCEPTED");
    }

    @Test
    void whatItsControlSaysIsHeldAgainstIt() {
        assertThat(network.query(
                        SmallNetwork.OPENING,
                        NightlyDatasets.DISCREPANCIES,
                        "rule",
                        "document_no = 'Recepciones_enero.csv' order by rule"))
                .doesNotContain("EXT-05");
    }

    @Test
    void theLookupFileIsAnInputOfTheNight() throws IOException {
        String runJson = Files.readString(
                folder.resolve("var/lake/nightly/business_date=" + SmallNetwork.OPENING + "/run.json"));
        assertThat(runJson)
                .contains(
                        "reference/sitios.csv",
                        Hashes.of(folder.resolve("reference/sitios.csv")).sha256());
    }

    @Test
    void aLookupFileThatIsNowhereStopsTheNight() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("abasto.yml"),
                Files.readString(network.configuration())
                        .replace("sitios.csv", "nowhere.csv")
                        .replace("var/", "../other-var/")
                        .replace("reference: reference", "reference: ../reference"));

        Ran ran = Ran.abasto(
                "--config",
                other.resolve("abasto.yml").toString(),
                "nightly",
                "--date",
                SmallNetwork.OPENING.toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err())
                .contains(List.of(
                        "The lookup file nowhere.csv is neither in the reference folder",
                        "reference nor beside the configuration in",
                        "/other. Put it into one of them and run again."));
    }
}
