package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.NightlyDatasets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with a file of each bad form (contract section 2): it is published, and its datasets say what was wrong. */
class BadFilesNightTest {
    private static final LocalDate NIGHT = SmallNetwork.OPENING.plusDays(1);
    private static final String DAY = "20250107.csv";
    private static final String RECEIPTS = "receipt_no,line_no,clues,received_on,source,clave,lot,quantity\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    /** A health centre of the network, whose own files the night's bad ones replace. */
    private static String site = "";

    private static String summary = "";

    @BeforeAll
    static void process() throws IOException {
        network = SmallNetwork.generated(folder, 4, 2, 0);
        site = SmallNetwork.query("select clues from read_csv('%s', all_varchar = true) where kind = 'HEALTH_CENTRE'"
                        .formatted(folder.resolve("reference/sites.csv")))
                .get(0);
        for (Path file : Folders.list(network.extracts(NIGHT))) {
            if (file.toString().contains(site)) {
                Files.delete(file);
            }
        }
        write("receipts_" + site + "_" + DAY, RECEIPTS);
        write("dispensations_" + site + "_" + DAY, "");
        byte[] whole = gzip("document_no,line_no,clues,adjusted_on,reason,clave,quantity\n");
        Files.write(
                network.extracts(NIGHT).resolve("adjustments_" + site + "_" + DAY + ".gz"),
                Arrays.copyOf(whole, whole.length - 6));
        write("distributions_headless_" + DAY, "shipment_no,line_no,clues\nT1,1," + site + "\n");
        write("consumptions_cut_" + DAY, """
                document_no,line_no,clues,consumed_on,clave,lot,quantity
                C1,1,SITE,2025-01-07,010.000.0104.00,L1,5
                C2,1,SITE,2025-01-07,010.000""");
        write("stock_dates_" + DAY, """
                clues,counted_on,clave,lot,quantity
                SITE,2025-01-06,010.000.0104.00,L1,5
                """);
        writeForms();
        Ran opening = network.abasto("nightly", "--date", SmallNetwork.OPENING.toString());
        assertThat(opening.exitCode()).as(opening.err()).isZero();
        summary = String.join(
                "\n", network.abasto("nightly", "--date", NIGHT.toString()).lines());
    }

    private static void writeForms() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((RECEIPTS + """
                        F1,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1

                        F2,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L""").replace("SITE", site).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.write("""
                ,5
                F3,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,"L1,5
                F4,1,SITE,2025-01-07,SUPPLIER,,L1,5
                F5,1,OC12,2025-01-07,SUPPLIER,010.000.0104.00,L1,5
                F6,1,SITE,2025-01-07,SUPPLIER,10.4,L1,5
                F7,1,SITE,2025-13-07,SUPPLIER,010.000.0104.00,L1,5
                F8,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5.5
                F9,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,9223372036854775808
                F10,1,SITE,2025-01-07,GIFT,010.000.0104.00,L1,5
                F11,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,-5
                F12,1,SITE,2025-01-08,SUPPLIER,010.000.0104.00,L1,5
                F13,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5
                F13,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,6
                F14,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5
                F14,1,SITE,2025-01-07,SUPPLIER,010.000.0104.00,L1,5
                """.replace("SITE", site).getBytes(StandardCharsets.UTF_8));
        Files.write(network.extracts(NIGHT).resolve("receipts_forms_" + DAY), bytes.toByteArray());
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(network.extracts(NIGHT).resolve(name), text.replace("SITE", site));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> quarantined(String file) {
        return network.query(
                NIGHT,
                NightlyDatasets.QUARANTINE,
                "row_no, reason, \"column\", value",
                "file = '%s' order by row_no".formatted(file));
    }

    private static String file(String name) {
        return network.query(
                        NIGHT,
                        NightlyDatasets.FILES,
                        "status, rows, accepted, quarantined, duplicates",
                        "file = '%s'".formatted(name))
                .get(0);
    }

    @Test
    void aRowOfEachFormIsQuarantinedWithItsReason() {
        assertThat(quarantined("receipts_forms_" + DAY))
                .containsExactly(
                        "1,FIELD_COUNT,null,null",
                        "2,BAD_TEXT,lot,L\uFFFD",
                        "3,UNCLOSED_QUOTE,lot,null",
                        "4,MISSING_VALUE,clave,null",
                        "5,BAD_CLUES,clues,OC12",
                        "6,BAD_CLAVE,clave,10.4",
                        "7,BAD_DATE,received_on,2025-13-07",
                        "8,BAD_NUMBER,quantity,5.5",
                        "9,OUT_OF_RANGE,quantity,9223372036854775808",
                        "10,UNKNOWN_VALUE,source,GIFT",
                        "11,BAD_SIGN,quantity,-5",
                        "12,FUTURE_DATE,received_on,2025-01-08",
                        "13,KEY_CONFLICT,null,null",
                        "14,KEY_CONFLICT,null,null");
        assertThat(file("receipts_forms_" + DAY)).isEqualTo("ACCEPTED,16,1,14,1");
    }

    @Test
    void aCountOfAnotherDayIsQuarantined() {
        assertThat(quarantined("stock_dates_" + DAY)).containsExactly("1,WRONG_DATE,counted_on,2025-01-06");
    }

    @Test
    void aTruncatedCsvLosesItsLastRowOnly() {
        assertThat(quarantined("consumptions_cut_" + DAY)).containsExactly("2,FIELD_COUNT,null,null");
        assertThat(file("consumptions_cut_" + DAY)).isEqualTo("ACCEPTED,2,1,1,0");
    }

    @Test
    void aFileWithOnlyItsHeaderDelivers() {
        assertThat(file("receipts_" + site + "_" + DAY)).isEqualTo("EMPTY,0,0,0,0");
        assertThat(extract("receipts")).isEqualTo("DELIVERED");
    }

    @Test
    void anEmptyFileIsRejected() {
        assertThat(file("dispensations_" + site + "_" + DAY)).isEqualTo("REJECTED,0,0,0,0");
        assertThat(extract("dispensations")).isEqualTo("REJECTED");
    }

    @Test
    void aTruncatedGzipIsRejected() {
        assertThat(file("adjustments_" + site + "_" + DAY + ".gz")).isEqualTo("REJECTED,0,0,0,0");
        assertThat(extract("adjustments")).isEqualTo("REJECTED");
    }

    @Test
    void aFileWithoutARequiredColumnIsRejected() {
        assertThat(file("distributions_headless_" + DAY)).startsWith("REJECTED,");
    }

    private static String extract(String extract) {
        return network.query(
                        NIGHT,
                        NightlyDatasets.EXTRACTS,
                        "status",
                        "clues = '%s' and extract = '%s'".formatted(site, extract))
                .get(0);
    }

    @Test
    void theCommandSaysHowManyRowsItHeldBack() {
        assertThat(summary)
                .startsWith("2025-01-07 published: ")
                .contains(" rows accepted, 16 quarantined, 1 duplicate; ");
    }
}
