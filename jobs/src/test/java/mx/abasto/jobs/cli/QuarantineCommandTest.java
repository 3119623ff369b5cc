package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.NightlyDatasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What could not be read is listed, filtered, given back to the sender, mended, and taken in the night after. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarantineCommandTest {
    private static final LocalDate NIGHT = SmallNetwork.OPENING.plusDays(1);
    private static final String SENT = "receipts_hand-made_20250107.csv";
    private static final String HEADER = "receipt_no,line_no,clues,received_on,source,clave,lot,quantity,paciente\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    private static String site = "";

    @BeforeAll
    static void process() throws IOException {
        network = SmallNetwork.generated(folder.resolve("network"), 4, 3, 0);
        site = SmallNetwork.query("select clues from read_csv('%s', all_varchar = true) where kind = 'HEALTH_CENTRE'"
                        .formatted(network.folder().resolve("reference/sites.csv")))
                .get(0);
        Files.writeString(network.extracts(NIGHT).resolve(SENT), HEADER + """
                        F1,1,SITE,07/01/2025,SUPPLIER,010.000.0104.00,"L,1",5,María
                        F2,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5,Juan
                        F3,1,OC12,2025-01-07,SUPPLIER,010.000.0104.00,L1,5,Ana
                        """.replace("SITE", site));
        Ran nights = network.abasto("catch-up", "--from", SmallNetwork.OPENING.toString(), "--until", NIGHT.toString());
        assertThat(nights.exitCode()).as(nights.err()).isZero();
    }

    @Test
    @Order(1)
    void theRowsAreListedWithTheirReasons() {
        assertThat(network.abasto("quarantine", "--width", "120").lines())
                .startsWith("Night 2025-01-07: 2 rows in quarantine", "")
                .anyMatch(line -> line.contains(SENT) && line.contains("BAD_DATE") && line.contains("07/01/2025"))
                .anyMatch(line -> line.contains(SENT) && line.contains("BAD_CLUES") && line.contains("OC12"));
    }

    @Test
    @Order(1)
    void filtersAllHaveToHold() {
        assertThat(network.abasto(
                                "quarantine",
                                "--reason",
                                "bad_date,bad_clues",
                                "--clues",
                                site,
                                "--extract",
                                "receipts",
                                "--format",
                                "csv")
                        .lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith(SENT + ",network,1,receipts,2025-01-07," + site + ",BAD_DATE,received_on,07/01/2025,");
        assertThat(network.abasto("quarantine", "--reason", "BAD_SIGN").lines())
                .containsExactly(
                        "Night 2025-01-07 has no rows in quarantine that pass the filters: none has reason BAD_SIGN.");
        assertThat(network.abasto("quarantine", "--date", "2025-01-06").lines())
                .containsExactly("Night 2025-01-06 has no rows in quarantine.");
    }

    @Test
    @Order(1)
    void aNightThatIsNotPublishedIsNamed() {
        network.abasto("quarantine", "--date", "2025-01-09")
                .refusedWith(
                        2,
                        "The night 2025-01-09 is not published; the lake holds those from 2025-01-06 to 2025-01-07. Publish it:"
                                + " abasto catch-up --until 2025-01-09",
                        "See: abasto quarantine --help");
    }

    @Test
    @Order(2)
    void whatIsExportedMendedAndSentAgainIsTakenIn() throws IOException {
        Path mend = folder.resolve("mend");
        assertThat(network.abasto("quarantine", "--export", mend.toString()).lines())
                .containsExactly("Wrote 2 rows into 1 file of " + mend
                        + ". Mend them, leave out what is right already, and deliver them as any file.");
        assertThat(Folders.list(mend))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("receipts_hand-made_20250107_1.csv");
        Path exported = Folders.list(mend).get(0);
        assertThat(Files.readAllLines(exported))
                .containsExactly(
                        "receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,clave,lot,expires_on,"
                                + "quantity,cancelled,abasto_row_no,abasto_reason,abasto_column,abasto_value",
                        "F1,1," + site
                                + ",07/01/2025,SUPPLIER,,,,010.000.0104.00,\"L,1\",,5,,1,BAD_DATE,received_on,07/01/2025",
                        "F3,1,OC12,2025-01-07,SUPPLIER,,,,010.000.0104.00,L1,,5,,3,BAD_CLUES,clues,OC12");

        String mended = Files.readString(exported)
                .replace("07/01/2025,SUPPLIER", "2025-01-07,SUPPLIER")
                .replace("OC12,2025", site + ",2025");
        LocalDate next = NIGHT.plusDays(1);
        Files.writeString(network.extracts(next).resolve(exported.getFileName().toString()), mended);
        Ran night = network.abasto("nightly", "--date", next.toString());
        assertThat(night.exitCode()).as(night.err()).isZero();

        assertThat(network.query(
                        next,
                        NightlyDatasets.MOVEMENTS,
                        "document_no, event_date, lot, quantity, file, row_no",
                        "document_no in ('F1', 'F2', 'F3') order by document_no"))
                .isEqualTo(List.of(
                        "F1,2025-01-07,L,1,5,receipts_hand-made_20250107_1.csv,1",
                        "F3,2025-01-07,L1,5,receipts_hand-made_20250107_1.csv,2"));
    }
}
