package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.run.TestPostgres;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake whose one source is a database, and the lake of the same rows in files. */
class DatabaseNightTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final LocalDate LAST = FIRST.plusDays(3);
    private static final int LOOKBACK = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TabledExtracts extracts;

    private final String database = TestPostgres.database();

    @BeforeEach
    void generate() throws SQLException {
        Generator.generate(GeneratorOptions.of(8, 25, 5, 11).withFaults(0.06), folder.resolve("network"));
        extracts = new TabledExtracts(folder.resolve("network/extracts"));
        extracts.fill(database);
    }

    /** A lake with one source of these lines of configuration, which covers every site. */
    private TestLake lake(String name, String source) throws IOException {
        TestLake lake = new TestLake(folder.resolve("network"), Files.createDirectories(folder.resolve(name)));
        String sites = Files.readAllLines(folder.resolve("network/reference/sites.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.joining(", "));
        Files.writeString(
                lake.configuration(),
                """
                abasto:
                  lake: lake
                  work: work
                  reference: "%s"
                  memory: 512MB
                  lookback-days: %d
                  sources:
                    - name: units
                      sites: [%s]
                """.formatted(folder.resolve("network/reference"), LOOKBACK, sites) + source.indent(6));
        return lake;
    }

    private TestLake ofDatabase(String user) throws IOException {
        Files.writeString(folder.resolve("password"), "pa55 of " + user + "\n");
        TestPostgres.addReader(database, user, "pa55 of " + user);
        return lake("database", """
                uri: "%s"
                user: %s
                password-file: "%s"
                queries:
                """.formatted(database, user, folder.resolve("password")) + queries());
    }

    private String queries() {
        return extracts.queries().entrySet().stream()
                .map(query -> "  %s: \"%s\"\n".formatted(query.getKey(), query.getValue()))
                .collect(Collectors.joining());
    }

    private TestLake ofFiles() throws IOException, SQLException {
        List<LocalDate> nights =
                FIRST.minusDays(LOOKBACK).datesUntil(LAST.plusDays(1)).toList();
        extracts.write(folder.resolve("files"), "units", nights);
        return lake("files", "uri: \"%s/{date}\"".formatted(folder.resolve("files")));
    }

    @Test
    void aLakeOfADatabaseIsThatOfTheSameRowsInFiles() throws Exception {
        TestLake database = ofDatabase("night_reader");
        TestLake files = ofFiles();
        assertThat(extracts.types()).contains("text", "date", "timestamp", "bigint", "numeric(14, 2)");

        for (TestLake lake : List.of(database, files)) {
            lake.run("catch-up", "--from", FIRST.toString(), "--until", LAST.toString())
                    .requireDone();
        }

        // Bytes too: the query's file has the name that the rows' file has, and is written alike.
        SortedMap<String, String> published = new TreeMap<>(database.published());
        assertThat(published.keySet())
                .filteredOn(name -> name.endsWith("run.json"))
                .hasSize(4);
        assertThat(published).isEqualTo(files.published());
        try (LakeQuery query = new LakeQuery(database.lake())) {
            assertThat(query.number("select count(*) from discrepancies")).isPositive();
            assertThat(query.number("select sum(rows) from files")).isBetween(extracts.rows() / 2, extracts.rows());
        }
    }

    @Test
    void aQueryThatFailsCostsItsExtractAndNoOther() throws Exception {
        TestPostgres.execute(database, "alter table stock rename to existencias");
        TestLake lake = ofDatabase("stock_seeker");

        lake.run("nightly", "--date", FIRST.toString()).requireDone();

        try (LakeQuery query = new LakeQuery(lake.lake())) {
            assertThat(query.number("select count(*) from files where extract = 'stock'"))
                    .isZero();
            assertThat(query.number("select count(*) from files where extract = 'receipts'"))
                    .isEqualTo(LOOKBACK + 1);
        }
    }
}
