package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.QueryEngine;
import mx.abasto.jobs.lake.Elsewhere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sql} says of a lake of eight nights and a week in two revisions. */
class SqlTest {
    private static final LocalDate LAST = SmallNetwork.OPENING.plusDays(7);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    @BeforeAll
    static void catchUp() {
        network = SmallNetwork.generated(folder, 6, 8, 0.4);
        network.abasto("catch-up", "--from", "2025-01-06", "--until", LAST.toString())
                .lines();
        network.abasto("weekly", "--week", "2025-W02").lines();
    }

    private static List<String> csv(String query) {
        return network.abasto("sql", query, "--format", "csv").lines();
    }

    private static Ran refused(String query) {
        Ran ran = network.abasto("sql", query);
        assertThat(ran.exitCode()).as(ran.out()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("The SQL was refused: ")
                .endsWith("Correct it and run the same command again.\n");
        return ran;
    }

    @Test
    void everyNightIsThereUnderItsDate() {
        List<String> rows = csv("select business_date, count(*) as n from stock_balance group by all order by all");

        assertThat(rows).hasSize(9).startsWith("business_date,n");
        for (int day = 0; day < 8; day++) {
            LocalDate night = SmallNetwork.OPENING.plusDays(day);
            assertThat(rows.get(day + 1))
                    .isEqualTo(night + ","
                            + network.query(night, NightlyDatasets.STOCK_BALANCE, "count(*)", "true")
                                    .get(0));
        }
    }

    @Test
    void everyDatasetIsAView() {
        assertThat(csv("select schema || '.' || name from (show all tables) order by 1"))
                .hasSize(1 + 21 + 6 + 6)
                .contains(
                        "nightly.movements", "nightly.discrepancies", "weekly.discrepancies", "revisions.restatement");
    }

    @Test
    void aWeekIsThereInItsLastRevisionAndInAll() {
        assertThat(csv("select distinct revision from key_inventory")).containsExactly("revision", "2");
        assertThat(csv("select distinct revision from revisions.key_inventory order by 1"))
                .containsExactly("revision", "1", "2");
    }

    @Test
    void aCountSaysWhenItWasTakenAndWhatItIsOf() {
        assertThat(csv("select count(*) from counts where taken_on < business_date or taken_on is null"))
                .containsExactly("count_star()", "0");
        assertThat(csv("select max(taken_on) from counts")).last().isEqualTo(LAST.toString());
    }

    @Test
    void aTableKeepsToTheWidthAndSaysThatThereIsMore() {
        Ran ran = network.abasto("sql", "select * from discrepancies order by all", "--limit", "3", "--width", "80");

        assertThat(ran.lines()).allMatch(line -> line.length() <= 80);
        assertThat(ran.out())
                .startsWith("business_date  discrepancy_id ")
                .contains("Too narrow for: ")
                .contains("… and more. --limit N shows N rows, --format csv all.");
    }

    @Test
    void jsonHasListsAndNamesEachColumnOnce() {
        assertThat(network.abasto("sql", "select 1 as a, 2.50 as a, [{'x': 1}] as l, null as n", "--format", "json")
                        .lines())
                .containsExactly("[", "{\"a\":1,\"a_2\":2.50,\"l\":[{\"x\":1}],\"n\":null}", "]");
    }

    @Test
    void aQueryWithoutRowsSaysSo() {
        assertThat(network.abasto("sql", "select * from movements where false").lines())
                .containsExactly("The query has no rows.");
    }

    @Test
    void aMistakeIsPointedOut() {
        assertThat(refused("select quantit from movements").err())
                .contains(
                        "Referenced column \"quantit\" not found",
                        "\"quantity\"",
                        "LINE 1: select quantit from movements");
        assertThat(refused("selec 1").err()).contains("syntax error at or near \"selec\"");
        assertThat(refused("select cast('x' as integer)").err()).contains("Could not convert string 'x' to INT32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('%s')",
                "select * from read_text('%s')",
                "select * from '%s'",
                "select * from glob('%s*')",
                "select * from query('select * from read_text(''%s'')')"
            })
    void aFileThatIsNotTheLakesIsNotRead(String query) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "word\nhush\n");

        assertThat(refused(query.formatted(secret)).err())
                .containsAnyOf("file system operations are disabled by configuration", "does not exist!")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to '%s'",
                "select 1; copy (select 1) to '%s'",
                "attach '%s'",
                "set memory_limit = '90GB'",
                "drop view nightly.movements",
                "install httpfs",
                ""
            })
    void whatIsNotOneQueryIsNotRun(String statement) {
        Path written = folder.resolve("written");

        assertThat(refused(statement.formatted(written)).err()).contains("It is not one query; only a select");
        assertThat(written).doesNotExist();
    }

    @Test
    void aFileOfTheLakeIsNotWrittenOver() throws IOException {
        Path file = network.lake()
                .files(network.lake().night(LAST).orElseThrow(), NightlyDatasets.LOTS)
                .get(0);
        byte[] before = Files.readAllBytes(file);

        refused("copy (select 1 as a) to '" + file + "' (format parquet)");
        refused("with gone as (select 1) select * from gone; copy (select 1 as a) to '" + file + "'");

        assertThat(file).hasBinaryContent(before);
        network.abasto("verify").lines();
    }

    /** Copies of a lake on another machine have no names that say of which night they are. */
    @Test
    void aLakeOnAnotherMachineIsAskedThroughCopiesOfWhatTheQueryNames() throws IOException {
        Path cache = folder.resolve("copies");
        Lake lake = new Lake(new Elsewhere(network.lake().place()), cache);
        String query = "select business_date, count(*) from lots group by all order by all";
        List<String> rows = new ArrayList<>();
        try (QueryEngine engine = QueryEngine.open(new EngineLimits("256MB", 1, folder.resolve("spill")))) {
            new LakeViews(lake, folder.resolve("links"), query).define(engine);
            engine.query(query, found -> {
                while (found.next()) {
                    rows.add(found.getString(1) + "," + found.getString(2));
                }
            });
        }

        List<String> expected = csv(query);
        assertThat(rows).isEqualTo(expected.subList(1, expected.size()));
        assertThat(cache).isDirectoryNotContaining("glob:**.partial");
        assertThat(Folders.list(cache)).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void theLimitsOfTheEngineAreThoseConfigured() {
        assertThat(csv("select current_setting('threads')")).last().isEqualTo("2");
        assertThat(csv("select current_setting('enable_external_access')"))
                .last()
                .isEqualTo("false");
    }
}
