package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
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
                        "The name inventario.csv is none that files of the profile canonical have. Say what it is with"
                                + " --extract and --date.",
                        SEE);
        check("--profile", "canonical", "--file", stock, "--extract", "stock")
                .refusedWith(
                        2,
                        "The name inventario.csv does not say for which night the file is. Say it with --date.",
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
}
