package mx.abasto.jobs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.jobs.crash.Order.Reply;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.LakeWatch;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.run.TestPostgres;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A process that is stopped (SIGSTOP) at a point of its night, until its lease is over and another has taken over the
 * lake and is stopped in the middle of the same night; then goes on to its end, and the other after it. The first neither
 * publishes nor disturbs the second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedHolderTest {
    private static final int PAUSES = Integer.getInteger("abasto.races", 4) / 2;
    private static final int TRIES_MAX = 5;
    private static final String NIGHT = SharedLakes.FIRST.toString();

    private final Path home = SharedLakes.fresh("paused");
    private final TestLake lake = TestLake.empty(home.resolve("network"), home.resolve("home"), 2);
    private final Path start = home.resolve("start");
    private final CrashChild late = CrashChild.start(home.resolve("processes"));
    private final CrashChild heir = CrashChild.start(home.resolve("processes"));
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Random dice = new Random(20_250_106);

    @TestFactory
    Stream<DynamicTest> aHolderThatWasPausedPastItsLeaseDisturbsNobody() throws Exception {
        Generator.generate(GeneratorOptions.of(4, 12, 1, 7).withFaults(0.2), lake.network());
        Copies.restore(lake.home(), start);
        Postgres.under(lake);
        Scenario night = Scenario.recorded("night", lake, home.resolve("recorded"), late, "nightly", "--date", NIGHT);
        // Only where files change: one that is paused within a transaction of the database holds up all.
        List<Scenario> files = List.of(
                night.only(point -> !point.startsWith("start: ") && point.matches("[^:]+: \\S+ (lake|work)/.*")));
        List<Crash> pauses = Crash.drawn(files, Way.PAUSE, PAUSES, dice);
        return pauses.stream()
                .map(crash -> DynamicTest.dynamicTest(
                        crash.point(),
                        () -> pause(
                                crash, pauses.get(dice.nextInt(pauses.size())).point())));
    }

    @AfterAll
    void end() throws IOException {
        late.close();
        heir.close();
        System.out.println("Paused holders: " + outcomes);
    }

    private void pause(Crash crash, String heirsPoint) throws Exception {
        int tries = 1;
        while (!hasPaused(crash, heirsPoint)) {
            tries++;
            assertThat(tries).as("runs that did not pass %s", crash.name()).isLessThanOrEqualTo(TRIES_MAX);
        }
    }

    /** Pauses the one at its point, and lets the other take over; false if the one did not come by there. */
    private boolean hasPaused(Crash crash, String heirsPoint) throws Exception {
        Copies.restore(start, lake.home());
        String database = Postgres.under(lake);
        Reply first;
        Reply second;
        try (LakeWatch reader = LakeWatch.of(lake.lake())) {
            late.send(crash.scenario().failing(new Fault(crash.point(), Way.PAUSE, null)));
            if (!late.isPausing()) {
                Reply unhurt = late.reply().orElseThrow();
                assertThat(unhurt.exit()).as(unhurt.err()).isZero();
                return false;
            }
            TestPostgres.execute(database, "update abasto_lake_lease set believed_until = timestamp '2025-01-01'");
            // What it has aside is named by its token, which is the next.
            heir.send(crash.scenario().failing(new Fault(heirsPoint.replace("~1", "~2"), Way.PAUSE, null)));
            boolean isPaused = heir.isPausing();
            late.resume();
            first = late.reply().orElseThrow();
            if (isPaused) {
                heir.resume();
            }
            second = heir.reply().orElseThrow();
            reader.seen();
        }

        assertThat(second.exit()).as(second.err()).isZero();
        boolean isPublishedByFirst = second.out().contains("is already published");
        assertThat(first.exit()).as(first.out() + first.err()).isIn(isPublishedByFirst ? List.of(0, 4) : List.of(4));
        // What the late one still wrote aside goes with the next command.
        assertThat(heir.carryOut(crash.scenario().undisturbed()).orElseThrow().exit())
                .isZero();
        crash.scenario().requireAsUndisturbed();
        outcomes.merge(isPublishedByFirst ? "paused after it had published" : "paused before", 1, Integer::sum);
        return true;
    }
}
