package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mx.abasto.common.model.AbastoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTableTest {

    private static LookupTable table(String text) throws IOException {
        return LookupTable.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sitios.csv", "UNIDAD", "clues");
    }

    @Test
    void theFirstTwoColumnsCountUnlessTheRightOnesAreNamed() throws IOException {
        assertThat(table("a,b,c\nx,1,9\n").value("X")).isEqualTo("1");
        assertThat(table("note,CLUES,unidad\nx,1,y\n").value("y ")).isEqualTo("1");
        assertThat(table("note,CLUES,unidad\nx,1,y\n").value("x")).isNull();
        assertThat(table("UNIDAD,other\nx,1\n").value("x")).isEqualTo("1");
    }

    @Test
    void theSameTextTwiceIsFineWhereItStandsForTheSame() throws IOException {
        assertThat(table("a,b\nC.S. Uno,1\nc.s.  UNO,1\n").value("C.S.Uno")).isEqualTo("1");
    }

    @Test
    void aTextMayStandForNothing() throws IOException {
        assertThat(table("a,b\nx,\n").value("x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b¶x,1¶y,2¶ X ,2 | sitios.csv, row 3: \"X\" stands for \"2\", and in row 1 for \"1\"",
                "a¶x | sitios.csv: it has one column; it needs one with the texts as sent and one with what they stand for",
                "'' | sitios.csv: no header",
                "a,b¶x | sitios.csv, row 1: it has 1 cells and the header has 2",
                "a,b¶x,\"1 | sitios.csv, row 1: a quoted cell is not closed on the line where it opens",
                "a,b¶x,\uFFFF | sitios.csv, row 1: a text is not in UTF-8"
            })
    void whatCannotBeUsedIsNamed(String text, String problem) {
        assertThatThrownBy(() -> table(text.replace("¶", "\n")))
                .isInstanceOf(AbastoException.class)
                .hasMessage(problem + ". Correct the file and run again.");
    }
}
