package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The count that goes along against the reader of records; short texts are in {@link CsvGrammarTest}. */
class RecordCounterTest {

    private static void assertSame(String text, char delimiter) throws IOException {
        RecordCounter counter = new RecordCounter(new StringReader(text), delimiter, '"');
        CsvRecords records = new CsvRecords(counter, delimiter, '"');
        long read = 0;
        while (records.next()) {
            read++;
        }
        assertThat(counter.records())
                .as(text.length() > 200 ? text.length() + " characters" : text)
                .isEqualTo(read);
    }

    @Test
    void whatIsReadIsWhatIsCountedWhateverTheDelimiter() throws IOException {
        for (int seed = 0; seed < 30_000; seed++) {
            Random random = new Random(seed);
            char delimiter = ",\t;".charAt(random.nextInt(3));
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(("\"\"\"\n\r ab\uFEFF\u00A0" + delimiter + delimiter).charAt(random.nextInt(12)));
            }
            assertSame(text.toString(), delimiter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"a\"", "a,\"", "\"a\n\"\"\n"})
    void recordsNearTheirBoundAreCountedAsTheyAreRead(String start) throws IOException {
        for (String end : new String[] {"\n", "\"\nb", "\",c\n\"b\nc\"", "\" \nb", ",\"b\nc\""}) {
            for (int more = -2; more <= 1; more++) {
                for (String filler : new String[] {"a", "\n"}) {
                    int count = CharWindow.RECORD_CHARS_MAX + more - start.length();
                    assertSame(start + filler.repeat(count) + end, ',');
                }
            }
        }
    }
}
