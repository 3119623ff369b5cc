package mx.abasto.common.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void cellsStandBetweenCommas() {
        assertThat(CsvLine.CANONICAL.of(List.of("010.000.0104.00", "", " ñ ", "12")))
                .isEqualTo("010.000.0104.00,, ñ ,12\n");
    }

    @Test
    void onlyCellsThatNeedItAreQuoted() {
        assertThat(CsvLine.CANONICAL.of(List.of("a,b", "say \"a\"", "two\nlines", "one\rline", "a'b;c")))
                .isEqualTo("\"a,b\",\"say \"\"a\"\"\",\"two\nlines\",\"one\rline\",a'b;c\n");
    }

    @Test
    void anotherFormHasItsOwnDelimiterAndQuote() {
        assertThat(new CsvLine(';', '\'').of(List.of("a;b", "a,b", "it's"))).isEqualTo("'a;b';a,b;'it''s'\n");
    }

    @Test
    void aLoneEmptyCellIsStillALine() {
        assertThat(CsvLine.CANONICAL.of(List.of(""))).isEqualTo("\"\"\n");
    }
}
