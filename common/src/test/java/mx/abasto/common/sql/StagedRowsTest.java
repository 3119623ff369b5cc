package mx.abasto.common.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is staged comes into the engine as it was, whatever it is. */
class StagedRowsTest {
    private static final Dataset NOTES = Dataset.named("notes")
            .with(ColumnType.BIGINT, "row_no")
            .with(ColumnType.STRING, "first", "second")
            .sortedBy("row_no");

    private static final String[] PIECES = {
        "\t", "\n", "\r", "\0", "\u0001", "t", "n", "r", "0", "1", "\"", "'", "\\", ",", ";", " ", "N", "NULL", "ñ",
        "\u2028", "\ufeff", "😀", "\u0001t", "\u00010", "\r\n", "\u001f", "\u007f", "\u0085", "#", "--"
    };

    @TempDir
    Path folder = Path.of("");

    static LongStream seeds() {
        int seeds = Integer.getInteger("abasto.seeds", 5);
        return LongStream.range(1, seeds + 1L);
    }

    private List<List<@Nullable String>> roundTrip(List<List<@Nullable String>> rows) throws IOException, SQLException {
        Path file = folder.resolve("notes.tsv");
        try (StagedRows staged = new StagedRows(file)) {
            for (int index = 0; index < rows.size(); index++) {
                staged.write(
                        Integer.toString(index),
                        rows.get(index).get(0),
                        rows.get(index).get(1));
            }
        }
        List<List<@Nullable String>> read = new ArrayList<>();
        try (Session session = Session.open(new EngineLimits("512MB", 2, folder.resolve("spill")))) {
            session.load("notes", NOTES, file);
            try (Statement statement = session.connection().createStatement();
                    ResultSet found = statement.executeQuery("select first, second from notes order by row_no")) {
                while (found.next()) {
                    read.add(Arrays.asList(found.getString(1), found.getString(2)));
                }
            }
        }
        return read;
    }

    @Test
    void tabsLineBreaksNulAndTheMarkItselfComeBack() throws Exception {
        List<List<@Nullable String>> rows = List.of(
                Arrays.asList("a\tb", "c\nd"),
                Arrays.asList("\r\n", "\0"),
                Arrays.asList("\u0001", "\u0001t"),
                Arrays.asList("\u0001\u0001", "\u00011\u00010"),
                Arrays.asList("\t", "\\t"),
                Arrays.asList(" padded ", "\"quoted\""));

        assertThat(roundTrip(rows)).isEqualTo(rows);
    }

    @Test
    void anEmptyTextIsNull() throws Exception {
        assertThat(roundTrip(List.of(Arrays.asList("", null), Arrays.asList(null, "x"))))
                .isEqualTo(List.of(Arrays.asList((String) null, null), Arrays.asList(null, "x")));
    }

    @Test
    void veryLongTextsComeBack() throws Exception {
        String text = "ñ\t".repeat(1_500_000);
        List<List<@Nullable String>> rows = List.of(Arrays.asList("before", text), Arrays.asList(text, "after"));

        assertThat(roundTrip(rows)).isEqualTo(rows);
    }

    @Test
    void noRowsAreAnEmptyTable() throws Exception {
        assertThat(roundTrip(List.of())).isEmpty();
    }

    @Test
    void aNumberedRowIsItsFileItsNumberAndItsCells() throws Exception {
        Path file = folder.resolve("numbered.tsv");
        try (StagedRows staged = new StagedRows(file)) {
            staged.writeNumbered("7", 12, new @Nullable String[] {"a\tb", null, "c"});
        }

        assertThat(Files.readString(file)).isEqualTo("7\t12\ta\u0001tb\t\tc\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextsComeBack(long seed) throws Exception {
        Random random = new Random(seed);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < 3_000; row++) {
            rows.add(Arrays.asList(text(random), text(random)));
        }

        assertThat(roundTrip(rows)).as("seed " + seed).isEqualTo(rows);
    }

    private static @Nullable String text(Random random) {
        int length = random.nextInt(8);
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < length; piece++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.isEmpty() ? null : text.toString();
    }
}
