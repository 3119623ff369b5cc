package mx.abasto.schedules.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.run.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three schedulers on one PostgreSQL, one after another killed with {@code kill -9} at a random moment and started
 * again, until all nights and weeks are published. More often than not the one is killed that works just then.
 */
class KilledSchedulersTest {
    private static final int NIGHTS = Integer.getInteger("abasto.scheduled-nights", 3);
    private static final long SECONDS_A_SECOND = 24 * 60 * 60 / 4;
    private static final int SCHEDULERS = 3;
    private static final int WITHIN_A_NIGHT_NANOS = 900_000_000;
    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private final String database = TestPostgres.database();
    private final Random random = new Random(20250106);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** When each run's run.json was first seen, and the key of its file: a run that is published again has others. */
    private final Map<String, Object> seen = new HashMap<>();

    private final List<String> order = new ArrayList<>();
    private int kills;
    private int killedAtWork;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void everyNightIsPublishedOnceInOrderWithTheBytesOfAnUndisturbedRun() throws Exception {
        Path network = ScheduledLake.network(folder.resolve("network"), NIGHTS);
        TestLake undisturbed =
                TestLake.empty(network, folder.resolve("undisturbed"), 2).filled();
        TestLake lake =
                ScheduledLake.of(network, folder.resolve("scheduled"), """
                repository:
                  url: "%s"
                  user: %s
                """.formatted(database, TestPostgres.USER));
        String clock = SchedulerProcess.clock(
                ScheduledLake.NOON, SECONDS_A_SECOND, ScheduledLake.NOON.plus(Duration.ofDays(NIGHTS)));

        List<SchedulerProcess> schedulers = new ArrayList<>();
        try {
            for (int index = 0; index < SCHEDULERS; index++) {
                schedulers.add(SchedulerProcess.start(lake.configuration(), folder.resolve("said"), clock));
            }
            killOneAfterAnother(schedulers, lake, clock);
            for (SchedulerProcess scheduler : schedulers) {
                assertThat(scheduler.end()).as(scheduler.said()).isEqualTo(128 + 15);
            }
        } finally {
            for (SchedulerProcess scheduler : schedulers) {
                scheduler.kill();
            }
        }

        assertThat(lake.published()).isEqualTo(undisturbed.published());
        assertThat(order).isSorted().hasSize(NIGHTS);
        seen.forEach((run, key) -> assertThat(keyOf(lake.lake().resolve(run)))
                .as(run + " is what was published first")
                .isEqualTo(key));
        System.out.printf("%d kills, %d of one at work%n", kills, killedAtWork);
        assertThat(killedAtWork).as("kills that hit one at work").isGreaterThanOrEqualTo(NIGHTS / 2);
        assertThat(holderOr(-1, schedulers))
                .as("the lake is let go by those that ended; one that was killed is no more than named")
                .isEqualTo(-1);
        assertThat(asked("select count(*) from abasto_attempt"))
                .as("a kill is no failure")
                .isEqualTo("0");
        assertThat(Folders.list(lake.work().resolve("nightly"))).isEmpty();
        assertThat(Folders.list(lake.work().resolve("weekly"))).isEmpty();
    }

    private void killOneAfterAnother(List<SchedulerProcess> schedulers, TestLake lake, String clock) throws Exception {
        int runs = NIGHTS + (NIGHTS / 7);
        while (seen.size() < runs) {
            boolean isHolderWanted = random.nextInt(4) > 0;
            long looks = 20 + random.nextInt(200);
            int victim = random.nextInt(SCHEDULERS);
            for (long look = 0; look < looks && seen.size() < runs; look++) {
                look(lake);
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
            while (isHolderWanted && holderOr(-1, schedulers) < 0 && seen.size() < runs) {
                look(lake);
            }
            LockSupport.parkNanos(random.nextInt(WITHIN_A_NIGHT_NANOS));
            if (isHolderWanted) {
                victim = holderOr(victim, schedulers);
            }
            boolean isAtWork = holderOr(-1, schedulers) == victim;
            assertThat(schedulers.get(victim).kill())
                    .as("killed, not ended before")
                    .isTrue();
            kills++;
            killedAtWork += isAtWork ? 1 : 0;
            schedulers.set(victim, SchedulerProcess.start(lake.configuration(), folder.resolve("said"), clock));
        }
        // What the last kill left is put away by another.
        ScheduledLake.await(() ->
                isEmpty(lake.work().resolve("nightly")) && isEmpty(lake.work().resolve("weekly")));
    }

    private static boolean isEmpty(Path folder) {
        try {
            return Folders.list(folder).isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void look(TestLake lake) throws IOException {
        for (Path night : Folders.list(lake.lake().resolve("nightly"))) {
            see(lake, night.resolve("run.json"));
        }
        for (Path week : Folders.list(lake.lake().resolve("weekly"))) {
            see(lake, week.resolve("revision=1/run.json"));
        }
    }

    private void see(TestLake lake, Path runJson) {
        String name = lake.lake().relativize(runJson).toString();
        if (!seen.containsKey(name) && Files.exists(runJson)) {
            seen.put(name, keyOf(runJson));
            if (name.startsWith("nightly")) {
                order.add(name);
            }
        }
    }

    private static Object keyOf(Path file) {
        try {
            return String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int holderOr(int otherwise, List<SchedulerProcess> schedulers) throws SQLException {
        String holder = seen.isEmpty() ? null : asked("select holder from abasto_lake_lease");
        for (int index = 0; index < schedulers.size(); index++) {
            if (holder != null
                    && holder.startsWith("pid " + schedulers.get(index).pid() + " ")) {
                return index;
            }
        }
        return otherwise;
    }

    private @Nullable String asked(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, TestPostgres.USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
