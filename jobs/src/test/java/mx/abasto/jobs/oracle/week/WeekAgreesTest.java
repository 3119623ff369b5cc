package mx.abasto.jobs.oracle.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import mx.abasto.jobs.cli.RunCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product's weeks against a naive computation from its nights. Each seed is a lake of its own; {@code
 * -Dabasto.seeds=N} tries N lakes, 50 at the most, {@code -Dabasto.seed=S} one alone.
 */
class WeekAgreesTest {
    private static final int SEEDS_BY_DEFAULT = 2;
    private static final int SEEDS_MAX = 50;
    /** So many lakes have every case among them. */
    private static final int SEEDS_OF_EVERY_CASE = 20;

    private static final CasesSeen CASES = new CasesSeen();

    @TempDir
    Path folder = Path.of("");

    static LongStream seeds() {
        Long only = Long.getLong("abasto.seed");
        return only == null
                ? LongStream.rangeClosed(1, Math.min(SEEDS_MAX, Integer.getInteger("abasto.seeds", SEEDS_BY_DEFAULT)))
                : LongStream.of(only);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCellOfAWeekEqualsANaiveComputationFromItsNights(long seed) throws Exception {
        WeekNetwork network = WeekNetwork.make(seed, folder);
        String first = network.first().toString();
        RunCommand.with(network.configuration(), "catch-up", "--from", first, "--until", String.valueOf(network.last()))
                .requireDone();
        Lake lake = network.published();
        WeekComparison comparison = new WeekComparison(CASES);
        TreeMap<Week, Integer> revisions = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (Week week : network.weeks()) {
            revisions.put(week, 1);
            differences.addAll(comparison.differences(
                    new WeekOracle(lake.knownOn(week.end()), network.reference(), week, revisions), network.lake()));
        }
        Week again = network.anEarlierWeek(seed);
        RunCommand.with(network.configuration(), "weekly", "--week", again.name())
                .requireDone();
        revisions.put(again, 2);
        differences.addAll(
                comparison.differences(new WeekOracle(lake, network.reference(), again, revisions), network.lake()));
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    @AfterAll
    static void everyCaseCameUp() {
        System.out.println("Rows compared: " + CASES.rows());
        if (seeds().count() >= SEEDS_OF_EVERY_CASE) {
            assertThat(CASES.rows()).doesNotContainValue(0);
        }
    }
}
