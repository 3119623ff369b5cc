package mx.abasto.jobs.extract;

import static mx.abasto.jobs.extract.CharWindow.RECORD_CHARS_MAX;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyKindOfLineEndEndsARecord(String end) throws IOException {
        assertThat(records("a,b" + end + "c,d" + end)).containsExactly("[a|b]", "[c|d]");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(records("a,b\nc,d")).containsExactly("[a|b]", "[c|d]");
        assertThat(records("a,b\nc,")).containsExactly("[a|b]", "[c|]");
        assertThat(records("a,b\nc,\"d\"")).containsExactly("[a|b]", "[c|d]");
    }

    @Test
    void blankLinesAreNoRecords() throws IOException {
        assertThat(records("\n \t\n\r\n\r\ra\n\u00A0\n\uFEFF\n\nb\n  ")).containsExactly("[a]", "[b]");
        assertThat(records("")).isEmpty();
        assertThat(records("\uFEFF")).isEmpty();
        assertThat(records(" \r\n ")).isEmpty();
    }

    @Test
    void linesOfEmptyCellsAreRecords() throws IOException {
        assertThat(records(",\n\"\"\n \n,,")).containsExactly("[|]", "[]", "[||]");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(records("\uFEFF\"a\",b\n")).containsExactly("[a|b]");
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineBreaksAsSent() throws IOException {
        assertThat(records("\"a,b\",\"say \"\"x\"\"\",\"1\r\n2\n3\r4\"\r\nz,,\n"))
                .containsExactly("[a,b|say \"x\"|1\r\n2\n3\r4]", "[z||]");
        assertThat(records("\"\",\"\"\"\",\"\"\"\"\"\"\n")).containsExactly("[|\"|\"\"]");
    }

    @Test
    void blanksMayStandBehindAClosingQuote() throws IOException {
        assertThat(records("\"a\" \t,\"b\" \n\"c\"  ")).containsExactly("[a|b]", "[c]");
    }

    @Test
    void aQuoteInsideAPlainCellIsACharacterLikeAnyOther() throws IOException {
        assertThat(records("a\"b,5\" x, \"c\"\nd\",e,f\n")).containsExactly("[a\"b|5\" x| \"c\"]", "[d\"|e|f]");
    }

    @Test
    void anUnclosedQuoteCostsItsLineOnly() throws IOException {
        assertThat(records("a,\"b,c\nd,e\nf,g")).containsExactly("[a|!b,c]", "[d|e]", "[f|g]");
        assertThat(records("a,\"b\r\nd,e\r\n")).containsExactly("[a|!b]", "[d|e]");
        assertThat(records("a,\"b\rd,e\r")).containsExactly("[a|!b]", "[d|e]");
        assertThat(records("\"")).containsExactly("[!]");
        assertThat(records("a,\"b\"\"")).containsExactly("[a|!b\"\"]");
    }

    @Test
    void textBehindAClosingQuoteMakesTheQuoteUnclosed() throws IOException {
        assertThat(records("a,\"b\"x,c\nd,e\n")).containsExactly("[a|!b\"x,c]", "[d|e]");
        assertThat(records("a,\"b\" x\nd,e\n")).containsExactly("[a|!b\" x]", "[d|e]");
        assertThat(records("a,\"b\nc,\"d\",e\nf,g\n")).containsExactly("[a|!b]", "[c|d|e]", "[f|g]");
    }

    @Test
    void aRecordOfSeveralLinesEndsWithTheLineThatTheUnclosedQuoteOpensOn() throws IOException {
        assertThat(records("a,\"1\n2\",\"b,c\nd,e\n")).containsExactly("[a|1\n2|!b,c]", "[d|e]");
    }

    @Test
    void delimiterAndQuoteAreChosen() throws IOException {
        CsvRecords records = new CsvRecords(new StringReader("a;'b;''c''';\"d\n\t;x\n"), ';', '\'');

        assertThat(all(records)).containsExactly("[a|b;'c'|\"d]", "[\t|x]");
    }

    @Test
    void aLineOfDelimitersThatAreBlanksIsARecord() throws IOException {
        CsvRecords records = new CsvRecords(new StringReader("a\tb\n\t\n \nc\td"), '\t', '"');

        assertThat(all(records)).containsExactly("[a|b]", "[|]", "[c|d]");
    }

    @Test
    void trimmingTakesBlanksOfEveryKind() throws IOException {
        CsvRecords records = records(new StringReader("\u00A0 a b\u2003\uFEFF,\t\u00A0,\" \"\" \",\" x \",\n"));

        assertThat(records.next()).isTrue();
        assertThat(records.trimmed(0)).isEqualTo("a b");
        assertThat(records.trimmed(1)).isNull();
        assertThat(records.trimmed(2)).isEqualTo("\"");
        assertThat(records.trimmed(3)).isEqualTo("x");
        assertThat(records.trimmed(4)).isNull();
    }

    @Test
    void howTheTextArrivesMakesNoDifference() throws IOException {
        String text = "a,\"b\"\"\r\n\",c\r\n\r\n\"x\",\"open\r\nd,e,\"f\"\rg,\"\"\"\",\n\"end\"";
        for (int size = 1; size < 12; size++) {
            int atMost = size;
            Reader dripping = new StringReader(text) {
                @Override
                public int read(char[] target, int offset, int length) throws IOException {
                    return super.read(target, offset, Math.min(length, atMost));
                }
            };
            assertThat(all(records(dripping))).isEqualTo(records(text));
        }
    }

    @Test
    void aQuotedCellMayHoldAlmostAWholeRecord() throws IOException {
        String longest = "x\n".repeat(RECORD_CHARS_MAX / 2 - 2);

        assertThat(records("a\n\"" + longest + "\"\nb\n")).containsExactly("[a]", "[" + longest + "]", "[b]");
    }

    @Test
    void aQuoteThatClosesBeyondTheBoundIsUnclosed() throws IOException {
        String tooLong = "x\n".repeat(RECORD_CHARS_MAX / 2);

        List<String> records = records("\"" + tooLong + "\"\nb\n");

        assertThat(records.subList(0, 2)).containsExactly("[!x]", "[x]");
        assertThat(records.subList(records.size() - 3, records.size())).containsExactly("[x]", "[!]", "[b]");
        assertThat(records.size()).isEqualTo(RECORD_CHARS_MAX / 2 + 2);
    }

    @Test
    void aLineBeyondTheBoundIsOneRecordWithoutItsEnd() throws IOException {
        CsvRecords records = records(new StringReader("a\n" + "x".repeat(5 * RECORD_CHARS_MAX) + ",y\r\nb,c\n"));

        assertThat(records.next()).isTrue();
        assertThat(records.next()).isTrue();
        assertThat(records.isTooLong()).isTrue();
        assertThat(records.cell(0)).hasSize(RECORD_CHARS_MAX);
        assertThat(records.next()).isTrue();
        assertThat(records.isTooLong()).isFalse();
        assertThat(records.cell(1)).isEqualTo("c");
        assertThat(records.next()).isFalse();
    }

    @Test
    void anUnclosedLineBeyondTheBoundIsOneRecordToo() throws IOException {
        String text = "a,\"" + "x".repeat(3 * RECORD_CHARS_MAX) + "\nb\n";

        CsvRecords records = records(new StringReader(text));

        assertThat(records.next()).isTrue();
        assertThat(records.unclosedCell()).isEqualTo(1);
        assertThat(records.next()).isTrue();
        assertThat(records.cell(0)).isEqualTo("b");
        assertThat(records.next()).isFalse();
    }

    @Test
    void manyLongRecordsPassThroughOneBuffer() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            String cell = (row + "é\n").repeat(100 + 20_000 * (row % 7));
            text.append(row).append(",\"").append(cell).append("\"\r\n");
            expected.add("[" + row + "|" + cell + "]");
        }

        assertThat(records(text.toString())).isEqualTo(expected);
    }

    private static CsvRecords records(Reader reader) {
        return new CsvRecords(reader, ',', '"');
    }

    private static List<String> records(String text) throws IOException {
        return all(records(new StringReader(text)));
    }

    /** Each record as {@code [cell|cell]}, an unclosed cell marked with an exclamation mark. */
    private static List<String> all(CsvRecords records) throws IOException {
        List<String> all = new ArrayList<>();
        while (records.next()) {
            StringBuilder record = new StringBuilder("[");
            for (int cell = 0; cell < records.size(); cell++) {
                record.append(cell == 0 ? "" : "|")
                        .append(cell == records.unclosedCell() ? "!" : "")
                        .append(records.cell(cell));
            }
            all.add(record.append(']').toString());
        }
        return all;
    }
}
