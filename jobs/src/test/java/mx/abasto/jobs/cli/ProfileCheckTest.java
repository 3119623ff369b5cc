package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file would be read is shown before any night reads it; the sample's foreign export among them. */
class ProfileCheckTest {
    private static final Path SAMPLE = Path.of("..", "data-samples", "export");
    private static final String EXPORT = "recepciones_oaxaca_20012025.csv";
    private static final String SEE = "See: abasto profile check --help";

    @TempDir
    Path folder = Path.of("");

    private static Ran check(String... more) {
        return Ran.abasto(Ran.with(
                new String[] {"--config", SAMPLE.resolve("abasto.yml").toString(), "profile", "check", "--width", "80"},
                more));
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    @Test
    void theSamplesExportIsReadAsItsProfileSays() {
        assertThat(check("--profile", "sai", "--file", SAMPLE.resolve(EXPORT).toString())
                        .lines())
                .contains(
                        "  receipt_no             \"Folio \"",
                        "  line_no                the row's number",
                        "  clues                  \"Lugar de entrega\", looked up in sitios.csv",
                        "  received_on            \"FECHA DE RECEPCIÓN\"",
                        "  source                 always \"SUPPLIER\"",
                        "  cancelled              nowhere: it is empty",
                        "Ignored, and stored nowhere: Descripción, Observaciones, Quien entrega",
                        "6 rows: 3 would be accepted, 3 would go to quarantine (1 BAD_CLAVE, 1 BAD_DATE,",
                        "2027-11-24, quantity 1200, cancelled false",
                        "row 2: receipt_no R-1001, line_no 2, clues OCIMB000012, received_on 2025-01-20,",
                        "quantity 80, cancelled false",
                        "row 4: BAD_NUMBER in quantity: \"12.5\"",
                        "row 5: BAD_DATE in received_on: \"31/02/2025\"",
                        "row 6: BAD_CLAVE in clave: \"010 000 2145 00\"")
                .allMatch(line -> line.length() <= 80)
                .noneMatch(line -> line.contains("Entregó"));
    }

    @Test
    void noMoreRowsAreShownThanWereAskedFor() {
        assertThat(check("--profile", "sai", "--file", SAMPLE.resolve(EXPORT).toString(), "--rows", "1")
                        .lines())
                .filteredOn(line -> line.startsWith("row "))
                .hasSize(2);
    }

    @Test
    void aFileThatANightWouldRejectIsRefusedWithTheColumnThatItLacks() throws IOException {
        check(
                        "--profile",
                        "sai",
                        "--file",
                        file("recepciones_x_20012025.csv", "Folio;Lote\nR1;L1\n")
                                .toString())
                .refusedWith(
                        3,
                        "recepciones_x_20012025.csv cannot be read as receipts with the profile sai: the header lacks the"
                                + " required columns clues (\"LUGAR DE ENTREGA\"), received_on (\"FECHA DE RECEPCIÓN\"),"
                                + " clave (\"CLAVE CNIS\"), quantity (\"CANTIDAD\"). A night would reject it (EXT-03).");
    }

    @Test
    void aNameThatSaysNothingNeedsExtractAndDate() throws IOException {
        String stock = file(
                        "inventario.csv", "clues,counted_on,clave,quantity\nOCIMB000012,2025-01-20,010.000.0262.00,5\n")
                .toString();

        check("--profile", "canonical", "--file", stock)
                .refusedWith(
                        2,
                        "The name inventario.csv fits no pattern of the profile canonical: the contract's, such as"
                                + " receipts_OCIMB000012_20250120.csv. Say what it is with --extract and --date.",
                        SEE);
        check("--profile", "canonical", "--file", stock, "--extract", "stock")
                .refusedWith(
                        2,
                        "The name inventario.csv does not say for which night the file is. Say for which night it is"
                                + " with --date, such as --date 2025-01-20.",
                        SEE);
        assertThat(check("--profile", "canonical", "--file", stock, "--extract", "stock", "--date", "2025-01-20")
                        .lines())
                .contains("1 row: 1 would be accepted, 0 would go to quarantine");
    }

    @Test
    void whatIsNotThereIsNamed() {
        check("--profile", "sia", "--file", "x.csv")
                .refusedWith(2, "There is no profile sia; there are canonical, sai.", SEE);
        check("--profile", "sai", "--file", "x.csv").refusedWith(3, "There is no file x.csv. Name one with --file.");
    }

    /** Of 776 rows it said once that all would be accepted, where the night took 151. */
    @Test
    void keysAreJudgedWithinTheFileAsTheNightJudgesThem() throws IOException {
        String head = "receipt_no,line_no,clues,received_on,source,clave,lot,quantity\n";
        String end = ",OCIMB000012,2025-01-20,SUPPLIER,010.000.0104.00,A1,";
        String receipts = file(
                        "receipts_x_20250120.csv",
                        head
                                + "R1,1" + end + "10\n"
                                + "R1,1" + end + "20\n"
                                + "R1,1" + end + "10\n"
                                + "R2,1" + end + "5\n"
                                + "R2,1" + end + "5\n"
                                + "R3,1,OCIMB000012,2025-01-21,SUPPLIER,010.000.0104.00,A1,7\n"
                                + "R4,1" + end + "8\n")
                .toString();

        assertThat(check("--profile", "canonical", "--file", receipts).lines())
                .contains(
                        "7 rows: 2 would be accepted, 4 would go to quarantine (1 FUTURE_DATE, 3",
                        "KEY_CONFLICT), 1 would be a duplicate",
                        "row 1: KEY_CONFLICT: another row of the file has the same key",
                        "row 3: KEY_CONFLICT: another row of the file has the same key",
                        "row 6: FUTURE_DATE in received_on: \"2025-01-21\"")
                .anyMatch(line -> line.startsWith("row 4: receipt_no R2"))
                .anyMatch(line -> line.startsWith("row 7: receipt_no R4"))
                .noneMatch(line -> line.startsWith("row 1: receipt_no") || line.startsWith("row 5: receipt_no"));
    }

    @Test
    void countsOfOneCellAndOfAnotherDayAreJudgedAsTheNightJudgesThem() throws IOException {
        String stock = file(
                        "stock_x_20250120.csv",
                        "clues,counted_on,clave,lot,quantity\n"
                                + "OCIMB000012,2025-01-20,010.000.0104.00,A1,10\n"
                                + "OCIMB000012,2025-01-20,010.000.0104.00,A1,20\n"
                                + "OCIMB000012,2025-01-19,010.000.0104.00,A2,5\n"
                                + "OCIMB000012,2025-01-20,010.000.0104.00,A3,5\n")
                .toString();

        assertThat(check("--profile", "canonical", "--file", stock).lines())
                .contains(
                        "4 rows: 1 would be accepted, 3 would go to quarantine (1 WRONG_DATE, 2",
                        "row 3: WRONG_DATE in counted_on: \"2025-01-19\"");
    }

    @Test
    void linesOfTheFutureAreSeenFromTheFilesOwnDate() throws IOException {
        String receipts = file(
                        "receipts_x_20250121.csv",
                        "receipt_no,line_no,clues,received_on,source,clave,quantity\n"
                                + "R1,1,OCIMB000012,2025-01-21,SUPPLIER,010.000.0104.00,10\n")
                .toString();

        assertThat(check("--profile", "canonical", "--file", receipts).lines())
                .contains("1 row: 1 would be accepted, 0 would go to quarantine");
        assertThat(check("--profile", "canonical", "--file", receipts, "--date", "2025-01-20")
                        .lines())
                .contains("1 row: 0 would be accepted, 1 would go to quarantine (1 FUTURE_DATE)");
    }

    @Test
    void aTruncatedFileIsRejectedWithItsReason() throws IOException {
        Path gzip = Files.write(folder.resolve("receipts_x_20250120.csv.gz"), new byte[] {31, (byte) 139, 8, 0});

        Ran ran = check("--profile", "canonical", "--file", gzip.toString());

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("receipts_x_20250120.csv.gz cannot be read as receipts with the profile canonical: ")
                .contains("A night would reject it (EXT-03).");
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() throws IOException {
        String receipts = file(
                        "recepciones_x_20012025.csv",
                        "Folio;Lugar de entrega;FECHA DE RECEPCIÓN;Clave CNIS;CANTIDAD\n",
                        Charset.forName("windows-1252"))
                .toString();

        assertThat(check("--profile", "sai", "--file", receipts).out())
                .containsPattern("lot +nowhere: the file has no column \"[A-Z ]*LOTE\"");
    }

    @Test
    void aPatternThatFitsButForItsDateIsNamedWithWhatIsWrong() throws IOException {
        check(
                        "--profile",
                        "sai",
                        "--file",
                        file("recepciones_oaxaca_20250120.csv", "").toString())
                .refusedWith(
                        2,
                        "The name recepciones_oaxaca_20250120.csv fits the pattern"
                                + " recepciones_{who}_{date:ddMMyyyy}.csv, but '20250120' is no date written as ddMMyyyy."
                                + " Correct the name, or say for which night the file is with --date 2025-01-20 and what"
                                + " it holds with --extract.",
                        SEE);
        check(
                        "--profile",
                        "canonical",
                        "--file",
                        file("receipts_x_20250230.csv", "").toString())
                .refusedWith(
                        2,
                        "The name receipts_x_20250230.csv is one of receipts, but gives no date; the contract's names are"
                                + " such as receipts_OCIMB000012_20250120.csv. Correct the name, or say for which night"
                                + " the file is with --date 2025-01-20 and what it holds with --extract.",
                        SEE);
        check("--profile", "sai", "--file", file("otra.csv", "").toString())
                .refusedWith(
                        2,
                        "The name otra.csv fits no pattern of the profile sai: recepciones_{who}_{date:ddMMyyyy}.csv"
                                + " (receipts), or the contract's, such as receipts_OCIMB000012_20250120.csv. Say what it"
                                + " is with --extract and --date.",
                        SEE);
    }
}
