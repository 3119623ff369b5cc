package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables at the width of a terminal: what tells rows apart is always there, whole. */
class TextTableTest {
    private static final String LOT = "LOTE-DE-TREINTA-CARACTERES-001";
    private static final String DOCUMENT = "EMBARQUE-OAXACA-ALMACEN-CENTRAL-00000123";
    private static final List<Column> COLUMNS = List.of(
            Column.id("id", "Id", 1, 8),
            Column.key("status", "Status", 2),
            Column.key("clues", "Site", 3),
            Column.key("clave", "Clave", 4),
            Column.text("name", "Name", 8, 6),
            Column.key("lot", "Lot", 5),
            Column.key("document", "Document", 6),
            Column.number("pieces", "Pieces", 7));

    @SafeVarargs
    private static List<String> printed(int width, List<@Nullable Object>... rows) {
        StringWriter out = new StringWriter();
        TextTable table = new TextTable(new PrintWriter(out), width, new TextTable.Layout(COLUMNS, null));
        table.header(COLUMNS.stream().map(Column::name).toList());
        for (List<@Nullable Object> row : rows) {
            table.row(row);
        }
        table.end();
        return out.toString().lines().toList();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    @Test
    void whatFindsNoRoomBesideTheOthersStandsUnderItsRow() {
        assertThat(printed(
                        80,
                        row(
                                "69713a2b1bc57557",
                                "PERSISTING",
                                "OCIMB000012",
                                "010.000.0104.00.01",
                                "X",
                                LOT,
                                DOCUMENT,
                                7L),
                        row("79713a2b1bc57557", "NEW", "OCIMB000012", null, "Y", null, "receipts", 1234L)))
                .containsExactly(
                        "Id        Status      Site         Clave               Name  Pieces",
                        "────────  ──────────  ───────────  ──────────────────  ────  ──────",
                        "69713a2b  PERSISTING  OCIMB000012  010.000.0104.00.01  X          7",
                        "    Lot LOTE-DE-TREINTA-CARACTERES-001",
                        "    Document EMBARQUE-OAXACA-ALMACEN-CENTRAL-00000123",
                        "79713a2b  NEW         OCIMB000012                      Y      1,234",
                        "    Document receipts");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 80, 100, 120, 132, 200})
    void noLineIsWiderThanTheTerminalAndNoKeyIsCut(int width) {
        List<String> lines = printed(
                width,
                row(
                        "69713a2b1bc57557",
                        "PERSISTING",
                        "OCIMB000012",
                        "010.000.0104.00.01",
                        "A name",
                        LOT,
                        DOCUMENT,
                        7L));

        assertThat(lines).allMatch(line -> line.length() <= width);
        assertThat(String.join("", lines).replace(" ", ""))
                .contains("69713a2b", "PERSISTING", "OCIMB000012", "010.000.0104.00.01", LOT, DOCUMENT);
    }

    @Test
    void namesAreShortenedFirst() {
        List<String> lines = printed(
                80,
                row(
                        "69713a2b1bc57557",
                        "NEW",
                        "OCIMB000012",
                        "010.000.0104.00",
                        "Unidad de Salud " + LOT,
                        "A1",
                        "D1",
                        7L));

        assertThat(lines).hasSize(3).last().asString().contains("Unidad", "…", "A1", "D1", "7");
    }

    @Test
    void textIsMeasuredAsTerminalsShowItAndCutBetweenWholeCharacters() {
        assertThat(DisplayText.width("ÑANDÚ")).isEqualTo(5);
        assertThat(DisplayText.width("n\u0303")).isEqualTo(1);
        assertThat(DisplayText.width("💊")).isEqualTo(2);
        assertThat(DisplayText.cut("💊💊💊", 4)).isEqualTo("💊…");
        assertThat(DisplayText.pieces("💊💊💊", 5)).containsExactly("💊💊", "💊");
        assertThat(String.join("", Wrapped.lines("💊".repeat(30), 7))).isEqualTo("💊".repeat(30));
    }

    @Test
    void whatATerminalWouldObeyIsNotPrinted() {
        assertThat(printed(80, row("69713a2b1bc57557", "NEW", "OCIMB000012", null, "X", "A\u001b[2J\nB", "D", 1L)))
                .last()
                .asString()
                .contains("A\uFFFD[2J\uFFFDB");
    }
}
