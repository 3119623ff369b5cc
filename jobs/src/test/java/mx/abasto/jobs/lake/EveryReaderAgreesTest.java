package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.jobs.lake.PublishedRun.Output;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** DuckDB, parquet-java and hyparquet (on node) agree on the columns, the types and every value of every file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryReaderAgreesTest {
    private static final Path SCRIPTS = Path.of("src", "test", "js").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private final List<PublishedRun> runs =
            PublishedRun.all(SharedLakes.faulty().lake());
    private final Map<Output, Dump> readByDuckDb = new LinkedHashMap<>();

    @BeforeAll
    void readAllWithDuckDb() throws SQLException {
        assertThat(runs).hasSize(14 + 2);
        try (DuckDbDump duckDb = new DuckDbDump()) {
            for (PublishedRun run : runs) {
                for (Output output : run.outputs()) {
                    readByDuckDb.put(output, duckDb.of(output.file()));
                }
            }
        }
    }

    private Dump readByDuckDb(Output output) {
        return Objects.requireNonNull(readByDuckDb.get(output));
    }

    @Test
    void everyFileHasTheColumnsAndTypesThatItsDatasetDeclares() {
        for (PublishedRun run : runs) {
            List<Dataset> declared = run.runJson().has("week") ? WeeklyDatasets.ALL : NightlyDatasets.ALL;
            Map<String, List<List<String>>> columns = new LinkedHashMap<>();
            run.outputs()
                    .forEach(output ->
                            columns.put(output.dataset(), readByDuckDb(output).columns()));
            assertThat(columns)
                    .isEqualTo(declared.stream()
                            .collect(Collectors.toMap(Dataset::name, EveryReaderAgreesTest::columnsOf)));
        }
    }

    @Test
    void everyFileHasTheRowsThatItsRunJsonSays() {
        readByDuckDb.forEach((output, dump) ->
                assertThat((long) dump.rows().size()).as(output.toString()).isEqualTo(output.rows()));
        assertThat(readByDuckDb.keySet().stream().mapToLong(Output::rows).sum()).isGreaterThan(10_000);
    }

    @Test
    void duckDbAndParquetJavaAgreeOnEveryValue() throws IOException {
        for (Output output : readByDuckDb.keySet()) {
            assertThat(ParquetJavaDump.of(output.file())).as(output.toString()).isEqualTo(readByDuckDb(output));
        }
    }

    @Test
    void duckDbAndAReaderOutsideTheJvmAgreeOnEveryValue() throws Exception {
        Path dumps = Files.createDirectories(SharedLakes.fresh("other-reader"));
        List<Output> outputs = List.copyOf(readByDuckDb.keySet());
        readOutsideTheJvm(outputs, dumps);
        for (int index = 0; index < outputs.size(); index++) {
            Dump other = parsed(Files.readAllLines(dumps.resolve(index + ".jsonl")));
            assertThat(other).as(outputs.get(index).toString()).isEqualTo(readByDuckDb(outputs.get(index)));
        }
    }

    @Test
    void theFilesHoldEveryTypeAndNulls() {
        assertThat(readByDuckDb.values().stream()
                        .flatMap(dump -> dump.columns().stream())
                        .map(column -> column.get(1).replaceAll("[(].*", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("VARCHAR", "BIGINT", "INTEGER", "BOOLEAN", "DATE", "DECIMAL", "STRUCT");
        assertThat(readByDuckDb.values().stream()
                        .flatMap(dump -> dump.rows().stream())
                        .anyMatch(row -> row.contains(null)))
                .isTrue();
    }

    private static List<List<String>> columnsOf(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> List.of(column.name(), column.type().sql()))
                .toList();
    }

    private static void readOutsideTheJvm(List<Output> outputs, Path dumps) throws IOException, InterruptedException {
        assertThat(SCRIPTS.resolve("node_modules"))
                .as("the other reader is installed; if not, run npm ci in " + SCRIPTS)
                .isDirectory();
        List<String> command = new ArrayList<>(List.of("node", "read.mjs"));
        for (int index = 0; index < outputs.size(); index++) {
            command.add(outputs.get(index).file().toString());
            command.add(dumps.resolve(index + ".jsonl").toString());
        }
        File said = dumps.resolve("said.txt").toFile();
        Process node;
        try {
            node = new ProcessBuilder(command)
                    .directory(SCRIPTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said)
                    .start();
        } catch (IOException absent) {
            throw new AssertionError(
                    "node does not start; install Node.js 20 or later and run the tests again", absent);
        }
        assertThat(node.waitFor()).as(() -> "node said: " + text(said)).isZero();
    }

    private static String text(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @SuppressWarnings("unchecked")
    private static Dump parsed(List<String> lines) {
        List<List<String>> columns = JSON.readValue(lines.get(0), List.class);
        List<List<Object>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(JSON.readValue(line, List.class));
        }
        return new Dump(columns, rows);
    }
}
