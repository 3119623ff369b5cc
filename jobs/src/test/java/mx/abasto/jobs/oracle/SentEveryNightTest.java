package mx.abasto.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.abasto.jobs.cli.RunCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A network whose senders send everything that they ever had every night gives the same ledger, balances, orders and
 * findings as the same network sent once (contract section 2, "Known, and delivered again"). The nights reach beyond
 * twice the window; {@code -Dabasto.repeated-nights=N} runs N of them.
 */
class SentEveryNightTest {
    private static final int NIGHTS = Integer.getInteger("abasto.repeated-nights", 74);
    private static final int FIRST_SHOWN = 10;
    private static final List<String> DATASETS =
            List.of("movements", "stock_balance", "key_day", "lots", "orders", "discrepancies");

    @TempDir
    Path folder = Path.of("");

    private SparseNetwork network(long seed, SparseNetwork.Sending sending, String name) {
        return SparseNetwork.write(seed, NIGHTS, sending, folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOracleFindsTheSameInBoth(long seed) {
        SparseNetwork once = network(seed, SparseNetwork.Sending.ONCE, "once");
        SparseNetwork everyNight = network(seed, SparseNetwork.Sending.EVERYTHING_EVERY_NIGHT, "every-night");
        Oracle ofOnce = oracle(once);
        Oracle ofEveryNight = oracle(everyNight);
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < NIGHTS; number++) {
            LocalDate night = once.first.plusDays(number);
            OracleNight first = ofOnce.night(night);
            OracleNight second = ofEveryNight.night(night);
            for (String dataset : DATASETS) {
                addDifferences(night, dataset, first.rows(dataset), second.rows(dataset), differences);
            }
        }
        assertNone(seed, differences);
    }

    /** What is sent once is a network like any other: it takes its time in the campaign only. */
    static Stream<SparseNetwork.Sending> sendings() {
        return Integer.getInteger("abasto.repeated-nights") == null
                ? Stream.of(SparseNetwork.Sending.EVERYTHING_EVERY_NIGHT)
                : Stream.of(SparseNetwork.Sending.EVERYTHING_EVERY_NIGHT, SparseNetwork.Sending.ONCE);
    }

    @ParameterizedTest
    @MethodSource("sendings")
    void theProductPublishesWhatTheOracleFindsWhereAllIsSentOnce(SparseNetwork.Sending sending) throws SQLException {
        long seed = Long.getLong("abasto.seed", 1);
        SparseNetwork published = network(seed, sending, "published");
        SparseNetwork once = network(seed, SparseNetwork.Sending.ONCE, "once");
        publish(published);
        Oracle oracle = oracle(once);
        List<String> differences = new ArrayList<>();
        for (int number = 0; number < NIGHTS; number++) {
            LocalDate night = once.first.plusDays(number);
            OracleNight expected = oracle.night(night);
            for (String dataset : DATASETS) {
                addDifferences(
                        night, dataset, expected.rows(dataset), published(published, night, dataset), differences);
            }
        }
        assertNone(seed, differences);
    }

    /** What differs first brings the rest about. */
    private static void assertNone(long seed, List<String> differences) {
        assertThat(differences.stream().limit(FIRST_SHOWN)).as("seed " + seed).isEmpty();
    }

    private static Oracle oracle(SparseNetwork network) {
        return Oracle.open(network.files.reference(), network.files.sources(), network.settings);
    }

    private static void publish(SparseNetwork network) {
        RunCommand.with(
                        network.files.configuration(),
                        "catch-up",
                        "--from",
                        network.first.toString(),
                        "--until",
                        network.first.plusDays(NIGHTS - 1L).toString())
                .requireDone();
    }

    private static List<Map<String, @Nullable Object>> published(SparseNetwork network, LocalDate night, String dataset)
            throws SQLException {
        return PublishedRows.of(
                network.files.lake().resolve("nightly/business_date=" + night).resolve(dataset));
    }

    private static void addDifferences(
            LocalDate night,
            String dataset,
            List<Map<String, @Nullable Object>> once,
            List<Map<String, @Nullable Object>> everyNight,
            List<String> differences) {
        OracleDiff diff = OracleDiff.of(dataset);
        // A row has another number in a longer file, and so have the findings' evidence and words.
        diff = diff.ignoring("file", "row_no", "evidence", "evidence_rows", "explanation_es", "explanation_en");
        diff.differences(withoutExtractRules(once), withoutExtractRules(everyNight), 3)
                .forEach(difference -> differences.add(night + ": " + difference));
    }

    private static List<Map<String, @Nullable Object>> withoutExtractRules(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().filter(row -> !"EXT".equals(row.get("family"))).toList();
    }
}
