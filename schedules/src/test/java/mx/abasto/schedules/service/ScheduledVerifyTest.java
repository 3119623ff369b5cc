package mx.abasto.schedules.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** verify and prune by schedule, in a scheduler of its own: at noon, hours after the night. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ScheduledVerifyTest {
    private static final Instant MORNING = Instant.parse("2025-01-07T02:00:00Z");
    private static final Instant AFTERNOON = Instant.parse("2025-01-07T13:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SchedulerProcess start(TestLake lake, Instant now) throws IOException {
        return SchedulerProcess.start(
                lake.configuration(), folder.resolve("said"), SchedulerProcess.clock(now, 1, now));
    }

    @Test
    void bothAreDoneAtTheirTimeAndADifferenceIsTold() throws Exception {
        Path network = ScheduledLake.network(folder.resolve("network"), 1);
        TestLake lake = ScheduledLake.of(network, folder.resolve("scheduled"), "");
        Files.writeString(lake.configuration(), """
                    - { name: reading, job: verify, cron: "0 0 12 * * ?", zone: UTC }
                    - { name: clearing, job: prune, cron: "0 30 12 * * ?", zone: UTC }
                """, StandardOpenOption.APPEND);
        SchedulerProcess first = start(lake, MORNING);
        Path night = lake.night(lake.first());
        ScheduledLake.await(() -> ScheduledLake.isAlive(first) && Files.exists(night.resolve("run.json")));
        first.end();
        Files.write(night.resolve("stock_balance/part-0.parquet"), new byte[] {0}, StandardOpenOption.APPEND);

        SchedulerProcess second = start(lake, AFTERNOON);
        ScheduledLake.await(() -> ScheduledLake.hasSaid(second, "stock_balance/part-0.parquet"));
        ScheduledLake.await(() -> ScheduledLake.hasSaid(second, "prune removed the datasets of 0 nights"));
        second.end();

        assertThat(first.said()).doesNotContain("stock_balance/part-0.parquet");
    }
}
