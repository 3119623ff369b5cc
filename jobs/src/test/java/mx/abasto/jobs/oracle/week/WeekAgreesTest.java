package mx.abasto.jobs.oracle.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.oracle.OracleDiff;
import mx.abasto.jobs.oracle.PublishedRows;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product's weeks against a naive computation from its nights. Each seed is a lake of its own; {@code
 * -Dabasto.seeds=N} tries N lakes, {@code -Dabasto.seed=S} one alone.
 */
class WeekAgreesTest {
    private static final int DIFFERENCES_SHOWN = 5;
    private static final int SEEDS_BY_DEFAULT = 3;
    private static final List<String> DATASETS = List.of(
            "key_inventory", "key_summary", "site_summary", "discrepancies", "transfer_suggestions", "restatement");

    @TempDir
    Path folder = Path.of("");

    static LongStream seeds() {
        Long only = Long.getLong("abasto.seed");
        return only == null
                ? LongStream.rangeClosed(1, Integer.getInteger("abasto.seeds", SEEDS_BY_DEFAULT))
                : LongStream.of(only);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCellOfAWeekEqualsANaiveComputationFromItsNights(long seed) throws Exception {
        WeekNetwork network = WeekNetwork.make(seed, folder);
        RunCommand.with(
                        network.configuration(),
                        "catch-up",
                        "--from",
                        network.first().toString(),
                        "--until",
                        network.last().toString())
                .requireDone();
        Lake lake = Lake.read(network.lake(), network.first(), network.last());
        TreeMap<Week, Integer> revisions = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (Week week : network.weeks()) {
            revisions.put(week, 1);
            differences.addAll(differences(network, lake.knownOn(week.end()), week, revisions));
        }
        Week again = network.weeks().get((int) (seed % (network.weeks().size() - 1)));
        RunCommand.with(network.configuration(), "weekly", "--week", again.name())
                .requireDone();
        revisions.put(again, 2);
        differences.addAll(differences(network, lake, again, revisions));
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    private static List<String> differences(
            WeekNetwork network, Lake known, Week week, TreeMap<Week, Integer> revisions) throws Exception {
        WeekOracle oracle = new WeekOracle(known, network.reference(), week, revisions);
        Path published = network.lake().resolve("weekly/week=%s/revision=%d".formatted(week.name(), oracle.revision()));
        Map<String, List<Row>> expected = oracle.datasets();
        List<String> differences = new ArrayList<>();
        for (String dataset : DATASETS) {
            differences(dataset, expected.getOrDefault(dataset, List.of()), published.resolve(dataset)).stream()
                    .map(("%s revision %d, ".formatted(week.name(), oracle.revision()))::concat)
                    .forEach(differences::add);
        }
        return differences;
    }

    private static List<String> differences(String dataset, List<Row> expected, Path published) throws SQLException {
        List<Map<String, @Nullable Object>> found = PublishedRows.of(published);
        return OracleDiff.of(dataset).differences(expected, found, DIFFERENCES_SHOWN);
    }
}
