package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import mx.abasto.common.model.ExtractFileName;
import org.junit.jupiter.api.Test;

class ControlFileTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void whatASenderSaysIsReadAndEmptyIsNotSaid() throws IOException {
        ControlFile control = read("sha256,file,clues,rows,quantity\n"
                + SHA.toUpperCase(Locale.ROOT) + ",stock_x_20250115.csv,UNIDAD 8,010,-5\n"
                + ",stock_x_20250115.csv,,,\n");

        assertThat(control.problems()).isEmpty();
        assertThat(control.rows())
                .containsExactly(
                        new ControlFile.Row(1, "stock_x_20250115.csv", "BCIMB000034", 10L, -5L, SHA),
                        new ControlFile.Row(2, "stock_x_20250115.csv", null, null, null, null));
    }

    @Test
    void onlyTheFileColumnIsNeeded() throws IOException {
        assertThat(read("file\nstock_x_20250115.csv\n").rows())
                .containsExactly(new ControlFile.Row(1, "stock_x_20250115.csv", null, null, null, null));
    }

    @Test
    void rowsThatCannotBeReadAreNamedAndTheOthersKept() throws IOException {
        ControlFile control = read("""
                file,clues,rows,quantity,sha256
                ,,1,1,
                a.csv,nowhere,1,1,
                a.csv,,-1,1,
                a.csv,,1,1.5,
                a.csv,,1,1,abc
                a.csv,,1
                a.csv,"x,1,1,
                a.csv,,1,1,
                """);

        assertThat(control.rows()).containsExactly(new ControlFile.Row(8, "a.csv", null, 1L, 1L, null));
        assertThat(control.problems())
                .containsExactly(
                        "control_x_20250115.csv, row 1: column file is empty; it must be any text.",
                        "control_x_20250115.csv, row 2: column clues is \"nowhere\"; it must be a CLUES, 5 capital letters"
                                + " and 6 digits.",
                        "control_x_20250115.csv, row 3: column rows is \"-1\"; it must be a whole number from 0.",
                        "control_x_20250115.csv, row 4: column quantity is \"1.5\"; it must be a whole number.",
                        "control_x_20250115.csv, row 5: column sha256 is \"abc\"; it must be 64 hexadecimal digits.",
                        "control_x_20250115.csv, row 6: it has 3 cells and the header has 5.",
                        "control_x_20250115.csv, row 7: a quoted cell is not closed on the line where it opens.");
    }

    @Test
    void aFigureThatNoFileCanHaveSaysNothing() throws IOException {
        ControlFile control = read("""
                file,rows,quantity
                a.csv,1000000000000000000,-1000000000000000000
                a.csv,1000000000000000001,1000000000000000001
                a.csv,9223372036854775808,-99999999999999999999999999
                """);

        assertThat(control.problems()).isEmpty();
        assertThat(control.rows())
                .containsExactly(
                        new ControlFile.Row(
                                1, "a.csv", null, 1_000_000_000_000_000_000L, -1_000_000_000_000_000_000L, null),
                        new ControlFile.Row(2, "a.csv", null, null, null, null),
                        new ControlFile.Row(3, "a.csv", null, null, null, null));
    }

    @Test
    void aFileThatCannotBeReadAtAllIsOneProblem() throws IOException {
        assertThat(read("").problems()).containsExactly("control_x_20250115.csv: no header.");
        assertThat(read("name,rows\na.csv,1").problems())
                .containsExactly("control_x_20250115.csv: the header lacks the required column file.");
    }

    private static ControlFile read(String text) throws IOException {
        return ControlFile.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                ExtractFileName.parse("control_x_20250115.csv").orElseThrow(),
                Aliases.of(Map.of("UNIDAD 8", "BCIMB000034")));
    }
}
