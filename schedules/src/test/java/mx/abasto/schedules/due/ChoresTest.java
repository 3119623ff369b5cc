package mx.abasto.schedules.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mx.abasto.common.model.AbastoException;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Plans;
import mx.abasto.schedules.plan.Schedule.Task;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** verify on Sundays at noon UTC, prune at one. The first Sunday is 2025-01-05. */
class ChoresTest {
    private static final String PLAN = """
            schedules:
              - { name: reading, job: verify, cron: "0 0 12 ? * SUN", zone: UTC, misfire: %s }
              - { name: clearing, job: prune, cron: "0 0 13 ? * SUN", zone: UTC }
            """;

    private final HandClock clock = new HandClock("2025-01-03T10:00:00Z");
    private final RecordedNotices notices = new RecordedNotices();
    private final List<String> done = new ArrayList<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final JdbcDataSource database = new JdbcDataSource();

    ChoresTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private Chores start(String misfire, Runnable verify) {
        Plan plan = Plans.of(PLAN.formatted(misfire));
        Chores chores = new Chores(
                plan,
                Map.of(Task.VERIFY, verify, Task.PRUNE, () -> done.add("prune")),
                database,
                "lake",
                notices,
                clock);
        chores.prepare();
        return chores;
    }

    private Chores start(String misfire) {
        return start(misfire, () -> done.add("verify"));
    }

    @Test
    void eachIsDoneOnceAFireByOneOfSeveralSchedulers() {
        Chores one = start("fire-once");
        Chores other = start("fire-once");

        List.of(one, other).forEach(Chores::make);
        assertThat(done).as("none before its time").isEmpty();
        clock.set("2025-01-05T12:00:00Z");
        List.of(one, other, one).forEach(Chores::make);
        assertThat(done).containsExactly("verify");
        clock.set("2025-01-05T13:00:30Z");
        List.of(other, one, start("fire-once")).forEach(Chores::make);

        assertThat(done).containsExactly("verify", "prune");
        assertThat(notices.told).containsExactly("verified");
    }

    /** All look while it is due, and then all want to take it. */
    @Test
    void ofManySchedulersThatLookAtOnceOneTakesIt() throws Exception {
        List<Chores> schedulers = Stream.generate(() -> start("fire-once", counted::incrementAndGet))
                .limit(8)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(schedulers.size());
        try {
            for (int week = 1; week <= 20; week++) {
                clock.set(Instant.parse("2025-01-05T12:00:00Z")
                        .plus(Duration.ofDays(7L * (week - 1)))
                        .toString());
                CyclicBarrier together = new CyclicBarrier(schedulers.size());
                List<Callable<Void>> rounds = schedulers.stream()
                        .<Callable<Void>>map(chores -> () -> {
                            together.await();
                            chores.make();
                            return null;
                        })
                        .toList();
                for (Future<Void> round : threads.invokeAll(rounds)) {
                    round.get();
                }
                assertThat(counted).as("after week " + week).hasValue(week);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasMissedIsDoneOnceOrSkippedAsItsScheduleSays() {
        start("fire-once").make();
        clock.set("2025-01-20T00:00:00Z");
        start("fire-once").make();
        assertThat(done).containsExactly("verify", "prune");

        done.clear();
        clock.set("2025-02-10T00:00:00Z");
        Chores skipping = start("skip");
        skipping.make();
        assertThat(done).containsExactly("prune");
        clock.set("2025-02-16T12:00:00Z");
        skipping.make();
        assertThat(done).containsExactly("prune", "verify");
    }

    @Test
    void aDifferenceIsToldAndAFailureLeftToTheNextFire() {
        Chores finding = start("fire-once", () -> {
            throw AbastoException.different("nightly/business_date=2025-01-01 differs.");
        });
        finding.make();
        clock.set("2025-01-05T12:00:00Z");
        finding.make();
        assertThat(notices.told).containsExactly("differs: nightly/business_date=2025-01-01 differs.");

        clock.set("2025-01-12T12:00:00Z");
        start("fire-once", () -> {
                    throw AbastoException.failed("The lake is away.");
                })
                .make();
        clock.set("2025-01-12T12:30:00Z");
        start("fire-once").make();
        assertThat(done).doesNotContain("verify");
        clock.set("2025-01-19T12:00:00Z");
        start("fire-once").make();

        assertThat(done).contains("verify");
    }
}
