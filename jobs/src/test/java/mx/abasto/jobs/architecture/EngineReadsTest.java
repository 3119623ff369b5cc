package mx.abasto.jobs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine reads files through one class, which switches off what it would infer from their paths. */
class EngineReadsTest {
    private static final Pattern READ = Pattern.compile(
            "\\b(read_\\w+|parquet_\\w+|glob|sniff_csv|csv_scan|arrow_scan|iceberg_scan|delta_scan)\\s*\\("
                    + "|\\bfrom\\s+'[^']*[./]|^\\s*copy\\s+\\w+\\s+from\\b|\\battach\\s+'",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|//[^\n]*|(?s:/\\*.*?\\*/)");

    @Test
    void theReadsAreSeen() {
        assertThat(Stream.of(
                                "select * from read_parquet(['x'])",
                                "select * from READ_CSV ('x')",
                                "select * from 'data/x.parquet'",
                                "select * from parquet_scan('x')",
                                "copy lines from 'x.csv'",
                                "select * from glob('*')")
                        .filter(sql -> READ.matcher(sql).find()))
                .hasSize(6);
        assertThat(READ.matcher("select clave from lines where who = 'a.b'").find())
                .isFalse();
    }

    @Test
    void onlyOneClassNamesATableFunctionThatReadsFiles() throws IOException {
        List<String> readers = Stream.of("common", "jobs", "schedules")
                .map(module -> Path.of("..", module, "src", "main"))
                .flatMap(EngineReadsTest::sources)
                .filter(EngineReadsTest::reads)
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        assertThat(readers).containsExactly("FileReads.java");
    }

    @Test
    void everyReadOfThatClassInfersNothingFromPaths() throws IOException {
        String reads = textOf(Path.of("..", "common", "src/main/java/mx/abasto/common/sql/FileReads.java"));
        long functions = READ.matcher(reads).results().count();
        assertThat(functions).isEqualTo(3);
        assertThat(Pattern.compile("NO_INFERENCE[,)]").matcher(reads).results().count())
                .isEqualTo(functions);
        assertThat(reads).contains("NO_INFERENCE = \"hive_partitioning = false\"");
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql|ya?ml)$")).toList().stream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean reads(Path file) {
        return READ.matcher(textOf(file)).find();
    }

    private static String textOf(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
