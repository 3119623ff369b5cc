package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of records against the same rules written down for a string, on short texts of awkward characters. */
class CsvGrammarTest {
    private static final int TEXTS = 30_000;

    @Test
    void recordsAreThoseOfTheRulesTakenLiterally() throws IOException {
        for (int seed = 0; seed < TEXTS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append("\"\"\",,\n\n\r ab\uFFFF\t".charAt(random.nextInt(13)));
            }
            List<String> read = read(text.toString(), 1 + random.nextInt(9));
            if (!read.equals(new Literal(text.toString()).records())) {
                assertThat(read).as("seed %d: %s", seed, text).isEqualTo(new Literal(text.toString()).records());
            }
        }
    }

    private static List<String> read(String text, int atMost) throws IOException {
        Reader dripping = new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, atMost));
            }
        };
        List<String> all = new ArrayList<>();
        RecordCounter counter = new RecordCounter(dripping, ',', '"');
        CsvRecords records = new CsvRecords(counter, ',', '"');
        while (records.next()) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < records.size(); cell++) {
                cells.add(records.cell(cell));
            }
            if (String.join("", cells).indexOf(StrictText.BAD) >= 0 && !records.mayHaveBadText()) {
                throw new AssertionError("bad text overlooked in " + cells);
            }
            all.add((records.isUnclosed() ? "unclosed " : "") + cells);
        }
        if (counter.records() != all.size()) {
            throw new AssertionError(counter.records() + " counted, but read " + all + " of " + text);
        }
        return all;
    }

    /** The rules, one line at a time, with no care for speed. */
    private static final class Literal {
        private final String text;
        private int at;

        private Literal(String text) {
            this.text = text;
        }

        private List<String> records() {
            List<String> records = new ArrayList<>();
            while (at < text.length()) {
                int start = at;
                String record = record();
                String line = text.substring(start, endOfLine(start));
                if (!Blanks.trimmed(line).isEmpty()) {
                    records.add(record);
                }
                at = afterLineEnd(at);
            }
            return records;
        }

        private String record() {
            List<String> cells = new ArrayList<>();
            while (true) {
                int opening = at;
                boolean isQuoted = at < text.length() && text.charAt(at) == '"';
                if (isQuoted && !closes(cells)) {
                    at = endOfLine(opening);
                    cells.add(text.substring(opening + 1, at));
                    return "unclosed " + cells;
                }
                if (!isQuoted) {
                    int comma = text.indexOf(',', at);
                    int end = comma < 0 ? endOfLine(at) : Math.min(comma, endOfLine(at));
                    cells.add(text.substring(at, end));
                    at = end;
                }
                if (at == text.length() || text.charAt(at) != ',') {
                    return cells.toString();
                }
                at++;
            }
        }

        private boolean closes(List<String> cells) {
            int closing = at + 1;
            while (closing < text.length()) {
                if (text.startsWith("\"\"", closing)) {
                    closing += 2;
                } else if (text.charAt(closing) == '"') {
                    int end = closing + 1;
                    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                        end++;
                    }
                    if (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
                        return false;
                    }
                    cells.add(text.substring(at + 1, closing).replace("\"\"", "\""));
                    at = end;
                    return true;
                } else {
                    closing++;
                }
            }
            return false;
        }

        private int endOfLine(int from) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }

        private int afterLineEnd(int from) {
            return text.startsWith("\r\n", from) ? from + 2 : Math.min(text.length(), from + 1);
        }
    }
}
