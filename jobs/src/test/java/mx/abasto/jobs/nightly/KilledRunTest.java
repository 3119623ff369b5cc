package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A catch-up over a Sunday, its week and the Monday after, killed with {@code kill -9} in the middle of every step and
 * between the two nights, and started again each time with the same command.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {
    private static final LocalDate NIGHT = SharedLakes.FIRST_SUNDAY;
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final String WEEK = "2025-W02";
    private static final String PULL = "pull-network";
    private static final List<String> NIGHTLY =
            List.of(PULL, "land", "accept", "post", "balance", "reconcile", "track");
    private static final List<String> WEEKLY =
            List.of("gather", "inventory", "summarise", "suggest", "restate", "report");
    /** The page, and the workbooks of the nation and of the two states that have sites. */
    private static final int DOCUMENTS = 4;

    private static final int TRIES = 20;

    private final TestLake undisturbed = SharedLakes.faulty();
    private final TestLake killed = undisturbed.upTo(NIGHT.minusDays(1), SharedLakes.fresh("killed"));
    private final Path nightWork = killed.work().resolve("nightly/" + NIGHT);
    private final Path weekWork = killed.work().resolve("weekly/" + WEEK + "-1");

    @BeforeAll
    void killAndStartAgain() throws Exception {
        for (String step : NIGHTLY) {
            killInTheMiddleOf(StepMoment.of(nightWork, step), nightWork);
        }
        killInTheMiddleOf(StepMoment.ofPublishing(killed.lake(), "nightly/business_date=" + NIGHT), nightWork);
        killBetweenTheNights();
        for (String step : WEEKLY) {
            killInTheMiddleOf(StepMoment.of(weekWork, step), weekWork);
        }
        killInTheMiddleOf(StepMoment.ofPublishing(killed.lake(), "weekly/week=" + WEEK + "/revision=1"), weekWork);
        start().requireDone();
    }

    private ChildRun start() throws IOException {
        return ChildRun.start(killed, "catch-up", "--until", NEXT.toString());
    }

    private void killInTheMiddleOf(StepMoment moment, Path work) throws Exception {
        SortedMap<String, FileTime> finished = filesOfFinishedSteps(work);
        killWhen(moment.name(), moment::isInTheMiddle, moment::isInTheMiddle);
        assertThat(filesOfFinishedSteps(work))
                .as("what was finished before " + moment.name() + " was not written again")
                .containsAllEntriesOf(finished);
    }

    private void killBetweenTheNights() throws Exception {
        Path next = killed.work().resolve("nightly/" + NEXT + "/" + PULL);
        killWhen(
                "the next night",
                () -> Files.exists(killed.night(NIGHT)),
                () -> Files.exists(killed.night(NIGHT)) && !Files.exists(next));
    }

    /** A kill takes a moment, in which the step may end: then all is put back and tried again. */
    private void killWhen(String what, ChildRun.Moment moment, ChildRun.Moment stillHolds) throws Exception {
        Path before = killed.home().resolveSibling("before-the-kill");
        Copies.restore(killed.home(), before);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (start().killAt(moment) && stillHolds.hasCome()) {
                return;
            }
            Copies.restore(before, killed.home());
        }
        throw new AssertionError("No kill fell within " + what + " in " + TRIES + " attempts");
    }

    private static SortedMap<String, FileTime> filesOfFinishedSteps(Path work) throws IOException {
        SortedMap<String, FileTime> written = new TreeMap<>();
        for (Path step : Folders.list(work)) {
            if (Stream.concat(NIGHTLY.stream(), WEEKLY.stream()).anyMatch(step::endsWith)) {
                try (Stream<Path> files = Files.walk(step)) {
                    files.filter(Files::isRegularFile)
                            .forEach(file -> written.put(work.relativize(file).toString(), writtenAt(file)));
                }
            }
        }
        return written;
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theLakeHasTheBytesOfAnUndisturbedRun() {
        SortedMap<String, String> expected = new TreeMap<>(undisturbed.published());
        expected.keySet()
                .removeIf(name -> name.compareTo("nightly/business_date=" + NEXT.plusDays(1)) >= 0
                        && !name.startsWith("weekly/week=" + WEEK + "/"));

        assertThat(killed.published())
                .hasSize(8 * (NightlyDatasets.ALL.size() + 1) + WeeklyDatasets.ALL.size() + 1 + DOCUMENTS)
                .isEqualTo(expected);
    }

    @Test
    void noStepIsRunAgainOnceItIsDone() throws SQLException {
        Map<String, List<String>> night = statuses("nightly", "night", NIGHT.toString());
        assertThat(night.keySet()).contains("publish");
        NIGHTLY.forEach(step -> assertThat(night.get(step.equals(PULL) ? "pull:network" : step))
                .as(step + ": once killed, then completed")
                .hasSize(2)
                .containsOnlyOnce("COMPLETED"));

        Map<String, List<String>> week = statuses("weekly", "week", WEEK);
        Stream.concat(WEEKLY.stream(), Stream.of("publish")).forEach(step -> assertThat(week.get(step))
                .as(step + ": once killed, then completed")
                .hasSize(2)
                .containsOnlyOnce("COMPLETED"));
    }

    @Test
    void theNightAfterIsRunOnce() throws SQLException {
        Map<String, List<String>> next = statuses("nightly", "night", NEXT.toString());
        assertThat(next).hasSize(9);
        assertThat(next.values()).allSatisfy(statuses -> assertThat(statuses).containsExactly("COMPLETED"));
    }

    @Test
    void noWorkFolderIsLeftBehind() throws IOException {
        assertThat(Folders.list(killed.work().resolve("nightly"))).isEmpty();
        assertThat(Folders.list(killed.work().resolve("weekly"))).isEmpty();
    }

    /** The statuses of a step's executions, by step, as the job repository keeps them. */
    private Map<String, List<String>> statuses(String job, String parameter, String value) throws SQLException {
        Map<String, List<String>> statuses = new TreeMap<>();
        String url = "jdbc:h2:file:" + killed.work().resolve("repository/abasto") + ";ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement query = connection.prepareStatement("""
                        select step.STEP_NAME, step.STATUS
                        from BATCH_STEP_EXECUTION as step
                        join BATCH_JOB_EXECUTION as execution on execution.JOB_EXECUTION_ID = step.JOB_EXECUTION_ID
                        join BATCH_JOB_INSTANCE as instance on instance.JOB_INSTANCE_ID = execution.JOB_INSTANCE_ID
                        join BATCH_JOB_EXECUTION_PARAMS as parameter
                            on parameter.JOB_EXECUTION_ID = execution.JOB_EXECUTION_ID
                        where instance.JOB_NAME = ? and parameter.PARAMETER_NAME = ? and parameter.PARAMETER_VALUE = ?
                        order by step.STEP_EXECUTION_ID
                        """)) {
            query.setString(1, job);
            query.setString(2, parameter);
            query.setString(3, value);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    statuses.computeIfAbsent(rows.getString(1), step -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return statuses;
    }
}
