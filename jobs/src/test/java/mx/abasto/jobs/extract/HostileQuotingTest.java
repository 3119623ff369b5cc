package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes placed so as to make reading slow: what counts is how often characters are looked at. */
class HostileQuotingTest {
    private static final int LINES = 300_000;
    private static final int LOOKS_A_CHARACTER_MAX = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,\"b\n",
                "\"\n",
                "\"\"\"\n",
                "\"\"\"\"\n",
                "a,\"\"b\n",
                "a,\"\"\"\"\"b\n",
                "a\",\"b\n",
                "\"a\",\"b\n",
                "\"a\" ,\"b\" x\n",
                "\"\",\"\n",
                "a,\"b\"\"\n",
                "\",\n",
                "\"     \n"
            })
    void linesThatOpenQuotesAreReadInLinearTime(String line) throws IOException {
        assertLinear(line.repeat(LINES));
    }

    @Test
    void aFirstQuoteThatNeverClosesIsSearchedForOnce() throws IOException {
        assertLinear("\"a\n" + "b,c\n".repeat(LINES));
        assertLinear(("\"a\n" + "b,c\n".repeat(LINES)).repeat(3));
        assertLinear(("\"a\n" + "b,\"\"\n".repeat(LINES)).repeat(3));
    }

    @Test
    void aRecordThatNeverEndsIsCutAndReadOnWhereItsLastCellOpens() throws IOException {
        assertLinear("\"\n\",".repeat(LINES * 2));
        assertLinear("\"\n" + "a\",\"b\n".repeat(LINES * 2));
    }

    @Test
    void aLineOfQuotesIsReadInLinearTime() throws IOException {
        assertLinear("\"".repeat(3_000_001));
        assertLinear("\"".repeat(3_000_000));
        assertLinear(("\"".repeat(999) + '\n').repeat(3_000));
    }

    @Test
    void manyBlanksBehindAQuoteAreReadInLinearTime() throws IOException {
        assertLinear(("\"a\"" + " ".repeat(5_000) + "x\n").repeat(300));
        assertLinear(("\"a\"" + " ".repeat(500_000) + "\n").repeat(6));
    }

    @Test
    void anyMixOfQuotesDelimitersAndLineEndsIsReadInLinearTime() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            String[] parts = {"\"", "\"\"", ",", "\n", "a", " ", "\r\n", "\",\"", "\"\"\"\"", "bcdefgh"};
            int kinds = 2 + random.nextInt(parts.length - 1);
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < LINES / 3; part++) {
                text.append(parts[random.nextInt(kinds)]);
            }
            assertLinear(text.toString());
        }
    }

    private static void assertLinear(String text) throws IOException {
        RecordCounter counter = new RecordCounter(new StringReader(text), ',', '"');
        CsvRecords records = new CsvRecords(counter, ',', '"');
        long cells = 0;
        long read = 0;
        while (records.next()) {
            cells += records.size();
            read++;
        }
        assertThat(counter.records()).isEqualTo(read);
        assertThat(cells).isPositive();
        assertThat(records.scanned()).isLessThanOrEqualTo((long) LOOKS_A_CHARACTER_MAX * text.length());
    }
}
