package mx.abasto.jobs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.crash.Order.Reply;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.LakeWatch;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A night, a week, a catch-up and a prune that fail at a point, are run again by the same command, and end with the bytes
 * of a run that nothing disturbed, under the eyes of a reader that never sees a part. The points are those that an
 * undisturbed run passes, so none can be forgotten; {@code -Dabasto.crashes} says how many of them are tried.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
    private static final int CRASHES = Integer.getInteger("abasto.crashes", 12);
    private static final long SEED = Long.getLong("abasto.crash-seed", 20_250_106);
    private static final int MANY = 100;
    private static final int DISK_MEGABYTES = 96;
    private static final int TRIES_MAX = 5;

    /** Done, for what failed may not have mattered; or failed. */
    private static final List<Integer> MAY_BE = List.of(0, 4);

    private static final List<Integer> DONE = List.of(0);

    /** A kill here once left a night that no start could run: a pull's step was known, but not what it is to pull. */
    private static final String BEFORE_A_CONTEXT = "start: sql update batch_step_execution_context ";

    private final Path home = SharedLakes.fresh("crashed");
    private final Path processes = home.resolve("processes");
    private final Map<Way, Map<String, Integer>> counts = new TreeMap<>();
    private CrashChild process = CrashChild.start(processes);

    @TestFactory
    Stream<DynamicTest> theSameCommandEndsWithTheSameBytes() throws Exception {
        Scenarios scenarios = new Scenarios(home, process);
        List<Scenario> all = CRASHES >= MANY ? scenarios.all() : scenarios.few();
        all.forEach(each -> System.out.printf(
                "%s passes %,d points%n", each.name(), each.points().size()));
        Random dice = new Random(SEED);
        // Each kill costs a process of its own.
        int kills = CRASHES >= MANY ? CRASHES / 4 : CRASHES / 8;
        int each = (CRASHES - kills) / 3;
        List<Crash> crashes = new ArrayList<>();
        crashes.addAll(Crash.drawn(all, Way.EXCEPTION, CRASHES - kills - 2 * each, dice));
        crashes.addAll(Crash.drawn(all, Way.LOST_ANSWER, each, dice));
        crashes.addAll(Crash.drawn(all, Way.FULL_DISK, each, dice));
        crashes.addAll(Crash.drawn(all, Way.KILL, kills, dice));
        crashes.addAll(Crash.at(all.get(0), BEFORE_A_CONTEXT, Way.KILL));
        return crashes.stream().map(crash -> DynamicTest.dynamicTest(crash.name(), () -> crash(crash)));
    }

    @AfterAll
    void end() throws IOException {
        process.close();
        counts.forEach((way, steps) -> System.out.printf(
                "%s: %d, by step %s%n",
                way, steps.values().stream().mapToInt(Integer::intValue).sum(), steps));
    }

    /**
     * Some points come a write earlier or later from run to run, because the job repository's database writes when it
     * likes: a fault that did not fire is tried anew.
     */
    private void crash(Crash crash) throws Exception {
        int tries = 1;
        while (!hasFired(crash)) {
            tries++;
            assertThat(tries).as("runs that did not pass %s", crash.name()).isLessThanOrEqualTo(TRIES_MAX);
        }
        counts.computeIfAbsent(crash.way(), way -> new TreeMap<>())
                .merge(crash.scenario().name() + "/" + crash.step(), 1, Integer::sum);
    }

    /** Lets the command fail, runs it again, and holds everything to be as if it had not failed. */
    private boolean hasFired(Crash crash) throws Exception {
        Scenario scenario = crash.scenario();
        TestLake lake = scenario.lake();
        SmallDisk disk = new SmallDisk(lake.home());
        Folders.delete(lake.home());
        boolean isMounted = crash.way() == Way.FULL_DISK && disk.mount(DISK_MEGABYTES);
        Copies.copy(scenario.start(), lake.home());
        boolean hasFired;
        try (LakeWatch reader = LakeWatch.of(lake.lake())) {
            hasFired = fail(crash, isMounted ? lake.home().resolve("ballast") : null);
            leaveFiles(lake.home());
            Reply again = run(scenario.undisturbed());
            assertThat(again.exit())
                    .as("%s: the same command again: %s", crash.name(), again.err())
                    .isZero();
            reader.seen();
            scenario.requireAsUndisturbed();
            Reply verified = run(new Order(lake.home().toString(), List.of("verify"), null));
            assertThat(verified.exit())
                    .as("%s: %s%s", crash.name(), verified.out(), verified.err())
                    .isZero();
        } finally {
            leaveFiles(lake.home());
            if (isMounted) {
                disk.unmount();
            }
        }
        return hasFired;
    }

    /** A database that met a fault may stay open in its process: what comes next is a process of its own, as in life. */
    private void leaveFiles(Path home) throws IOException {
        if (process.mayHaveOpen(home)) {
            process.close();
            process = CrashChild.start(processes);
        }
    }

    /** Whether the fault fired. */
    private boolean fail(Crash crash, @Nullable Path ballast) throws Exception {
        Order order = crash.scenario()
                .failing(new Fault(crash.point(), crash.way(), ballast == null ? null : ballast.toString()));
        if (crash.way() == Way.KILL) {
            try (CrashChild victim = CrashChild.start(processes)) {
                Optional<Reply> unhurt = victim.carryOut(order);
                unhurt.ifPresent(
                        reply -> assertThat(reply.exit()).as(reply.err()).isZero());
                return unhurt.isEmpty();
            }
        }
        Reply failed = run(order);
        if (ballast != null) {
            // Somebody makes room.
            Files.deleteIfExists(ballast);
        }
        assertThat(failed.exit()).as("%s: %s", crash.name(), failed.err()).isIn(failed.isFired() ? MAY_BE : DONE);
        assertThat(failed.err()).as("what people are told").doesNotContain("The command failed");
        return failed.isFired();
    }

    private Reply run(Order order) throws Exception {
        return process.carryOut(order).orElseThrow(() -> new AssertionError("The other process was killed"));
    }
}
