package mx.abasto.schedules.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scheduler with its own H2 file: told to end in the middle of a night, started again, given another configuration. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StoppedSchedulerTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SchedulerProcess start(TestLake lake, Instant now) throws IOException {
        return SchedulerProcess.start(
                lake.configuration(), folder.resolve("said"), SchedulerProcess.clock(now, 1, now));
    }

    @Test
    void oneThatIsToldToEndEndsWithItsStepAndTheNextGoesOnFromThere() throws Exception {
        Path network = ScheduledLake.network(folder.resolve("network"), 3);
        TestLake undisturbed =
                TestLake.empty(network, folder.resolve("undisturbed"), 2).filled();
        TestLake lake = ScheduledLake.of(network, folder.resolve("scheduled"), "");
        Instant afterTheThird = Instant.parse("2025-01-09T02:00:00Z");

        SchedulerProcess first = start(lake, afterTheThird);
        Path landed = lake.work().resolve("nightly/2025-01-06/land");
        ScheduledLake.await(() -> ScheduledLake.isAlive(first) && Files.exists(landed));
        assertThat(first.end()).as(first.said()).isEqualTo(TERMINATED);
        assertThat(first.said()).contains("was stopped; whoever runs it next resumes it", "The scheduler has ended.");
        assertThat(lake.lake().resolve("nightly/business_date=2025-01-06")).doesNotExist();
        assertThat(landed).exists();

        SchedulerProcess second = start(lake, afterTheThird);
        Path last = lake.night(lake.last()).resolve("run.json");
        ScheduledLake.await(() -> ScheduledLake.isAlive(second) && Files.exists(last));
        assertThat(second.end()).isEqualTo(TERMINATED);
        assertThat(lake.published()).isEqualTo(undisturbed.published());
        assertThat(Folders.list(lake.work().resolve("nightly"))).isEmpty();
        assertThat(executionsOfLand(lake))
                .as("what was landed is not landed again")
                .isEqualTo(3);
    }

    /** How often the step was begun, over all nights. */
    private static int executionsOfLand(TestLake lake) throws SQLException {
        String url = "jdbc:h2:file:" + lake.work().resolve("repository/abasto") + ";ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'land'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void anotherConfigurationIsTakenUpAndOneThatCannotBeUsedIsNot() throws Exception {
        Path network = ScheduledLake.network(folder.resolve("network"), 1);
        TestLake lake = ScheduledLake.of(network, folder.resolve("scheduled"), "");
        String good = Files.readString(lake.configuration());
        SchedulerProcess scheduler = start(lake, Instant.parse("2025-01-06T02:00:00Z"));
        ScheduledLake.await(() -> ScheduledLake.hasSaid(scheduler, "The scheduler runs: 2 schedules."));

        Files.writeString(lake.configuration(), good.replace("job: nightly", "job: nightl"));
        ScheduledLake.await(() -> ScheduledLake.hasSaid(scheduler, "the old one stays in use"));
        Files.writeString(lake.configuration(), good);
        Files.writeString(lake.configuration(), """
                    - name: further
                      job: weekly
                      cron: "0 0 7 ? * MON"
                """.indent(0), StandardOpenOption.APPEND);
        ScheduledLake.await(() -> ScheduledLake.hasSaid(scheduler, "The scheduler runs: 3 schedules."));

        assertThat(scheduler.end()).isEqualTo(TERMINATED);
        assertThat(scheduler.said()).contains("abasto.schedules[0].job is 'nightl'");
    }

    @Test
    void aConfigurationThatCannotBeUsedIsRefusedAtOnce() throws Exception {
        Path network = ScheduledLake.network(folder.resolve("network"), 1);
        TestLake lake = ScheduledLake.of(network, folder.resolve("scheduled"), "");
        Files.writeString(
                lake.configuration(), Files.readString(lake.configuration()).replace("0 30 1 * * ?", "0 30 25 * * ?"));

        SchedulerProcess scheduler = start(lake, ScheduledLake.NOON);

        assertThat(scheduler.ended()).isEqualTo(3);
        assertThat(scheduler.said()).contains("abasto.schedules[0].cron is '0 30 25 * * ?'; it must be a Quartz cron");
        assertThat(lake.work()).doesNotExist();
    }
}
