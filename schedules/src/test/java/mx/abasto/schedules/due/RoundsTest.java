package mx.abasto.schedules.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.due.LakeJobs.Arrived;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rounds do when something is held, fails, is refused, or has not arrived. The night's time is 07:30 UTC. */
class RoundsTest {
    private static final String AN_HOUR_AFTER_THE_20TH = "2025-01-21T08:30:00Z";

    private static final String NIGHT = """
            schedules:
              - name: night
                job: nightly
                cron: "0 30 1 * * ?"
            %s
            retries: { attempts: 3, first-wait: 30s, longest-wait: 2m }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final HandClock clock = new HandClock(AN_HOUR_AFTER_THE_20TH);

    @SuppressWarnings("NullAway.Init")
    private Schedulers schedulers;

    @BeforeEach
    void openAnEmptyLake() {
        schedulers = Schedulers.in(folder, clock);
    }

    private static Plan night(String further) {
        return Plans.of(NIGHT.formatted(further.indent(4).stripTrailing()));
    }

    private void holds(String... nights) {
        for (String each : nights) {
            schedulers.lake().nights.add(LocalDate.parse(each));
        }
    }

    @Test
    void whatIsMissingIsDoneOldestFirstAndAWeekBeforeTheNightsAfterIt() {
        holds("2025-01-13", "2025-01-14", "2025-01-15", "2025-01-16", "2025-01-17");
        Plan plan = Plans.nightAndWeek("America/Mexico_City", "0 30 1 * * ?");

        clock.set("2025-01-21T12:30:00Z");
        schedulers.start(plan).make();

        assertThat(schedulers.lake().done).containsExactly("2025-01-18", "2025-01-19", "2025-W03", "2025-01-20");
    }

    @Test
    void aWeekIsMadeThoughTheNightAfterItFails() {
        holds("2025-01-13", "2025-01-14", "2025-01-15", "2025-01-16", "2025-01-17", "2025-01-18", "2025-01-19");
        schedulers.lake().failures.put("2025-W03", AbastoException.failed("The disk is full."));
        schedulers.lake().failures.put("2025-01-20", AbastoException.failed("The disk is full."));
        clock.set("2025-01-21T12:30:00Z");
        Rounds rounds = schedulers.start(Plans.nightAndWeek("America/Mexico_City", "0 30 1 * * ?"));
        rounds.make();
        assertThat(schedulers.lake().done).isEmpty();

        schedulers.lake().failures.remove("2025-W03");
        clock.pass(Duration.ofMinutes(1));
        rounds.make();

        assertThat(schedulers.lake().done).containsExactly("2025-W03");
    }

    @Test
    void whoDoesNotGetTheLakeLetsTheOtherWork() {
        holds("2025-01-19");
        schedulers.lake().isHeldByAnother = true;
        Rounds rounds = schedulers.start(night(""));

        rounds.make();

        assertThat(schedulers.lake().done).isEmpty();
        assertThat(schedulers.notices().told).isEmpty();
    }

    @Test
    void whatAnotherDidJustBeforeTheLakeWasGotIsNotDoneAgain() {
        holds("2025-01-13", "2025-01-14", "2025-01-15", "2025-01-16", "2025-01-17", "2025-01-18", "2025-01-19");
        schedulers.lake().meanwhile = () -> schedulers.lake().weeks.add(IsoWeek.parse("2025-W03"));
        clock.set("2025-01-20T12:30:00Z");

        schedulers
                .start(Plans.nightAndWeek("America/Mexico_City", "0 30 1 * * ?"))
                .make();

        assertThat(schedulers.lake().done).isEmpty();
        assertThat(schedulers.notices().told).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingWaitsAndAPersonIsToldOnceItsAttemptsAreSpent() {
        holds("2025-01-19");
        schedulers.lake().failures.put("2025-01-20", AbastoException.failed("The disk is full."));
        Rounds rounds = schedulers.start(night(""));

        rounds.make();
        clock.pass(Duration.ofSeconds(29));
        rounds.make();
        assertThat(failures()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        rounds.make();
        assertThat(failures()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(59));
        schedulers.start(night("")).make();
        assertThat(failures()).as("another scheduler waits as well").isEqualTo(2);
        assertThat(schedulers.notices().told).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        rounds.make();
        assertThat(schedulers.notices().told).containsExactly("failed 2025-01-20: The disk is full.");

        schedulers.lake().failures.clear();
        clock.pass(Duration.ofMinutes(2));
        rounds.make();
        assertThat(schedulers.lake().done).containsExactly("2025-01-20");
        assertThat(failures()).isZero();
    }

    private int failures() {
        return new Attempts(schedulers.database(), "lake")
                .of("2025-01-20")
                .map(Attempts.Failed::failures)
                .orElse(0);
    }

    @Test
    void whatIsRefusedIsToldAtOnceAndTriedAgainWhenTheConfigurationOrTheDayHasChanged() throws IOException {
        holds("2025-01-19");
        schedulers.lake().failures.put("2025-01-20", AbastoException.unusable("sites.csv has no column clues."));
        Rounds rounds = schedulers.start(night(""));

        rounds.make();
        assertThat(schedulers.notices().told).containsExactly("failed 2025-01-20: sites.csv has no column clues.");
        clock.pass(Duration.ofHours(3));
        rounds.make();
        assertThat(failures()).as("not tried again").isEqualTo(1);

        Files.writeString(schedulers.configuration(), "# changed\n", StandardOpenOption.APPEND);
        rounds.make();
        assertThat(failures()).as("another configuration").isEqualTo(2);
        Files.writeString(folder.resolve("reference/sites.csv"), "clues\n");
        rounds.make();
        assertThat(failures()).as("other reference data").isEqualTo(3);
        clock.pass(Duration.ofHours(20));
        rounds.make();
        assertThat(failures()).as("another day").isEqualTo(4);
    }

    @Test
    void aNightWaitsForItsExtractsUntilEnoughAreThere() {
        holds("2025-01-19");
        Rounds rounds = schedulers.start(night("wait-until: \"05:00\"\nwait-share: 0.95"));
        schedulers.lake().arrived = new Arrived(94, 100);

        rounds.make();
        assertThat(schedulers.lake().done).isEmpty();
        schedulers.lake().arrived = new Arrived(95, 100);
        rounds.make();

        assertThat(schedulers.lake().done).containsExactly("2025-01-20");
    }

    @Test
    void aNightRunsWithWhatItHasOnceItHasWaitedLongEnoughAndOlderOnesDoNotWait() {
        holds("2025-01-18");
        Rounds rounds = schedulers.start(night("wait-until: \"05:00\""));
        schedulers.lake().arrived = new Arrived(1, 100);

        clock.set("2025-01-21T10:59:59Z");
        rounds.make();
        assertThat(schedulers.lake().done).containsExactly("2025-01-19");
        clock.set("2025-01-21T11:00:00Z");
        rounds.make();

        assertThat(schedulers.lake().done).containsExactly("2025-01-19", "2025-01-20");
    }

    @Test
    void ofNightsThatAnOutageLeftOnlyTheNewestIsTold() {
        holds("2025-01-16");
        schedulers.lake().isHeldByAnother = true;
        Rounds rounds = schedulers.start(night("deadline: \"07:00\""));

        clock.set("2025-01-21T13:00:00Z");
        rounds.make();

        assertThat(schedulers.notices().told).containsExactly("late 2025-01-20: 2025-01-21T07:00, oldest 2025-01-17");
    }

    @Test
    void aNightIsLateFromItsDeadlineOn() {
        holds("2025-01-19");
        schedulers.lake().isHeldByAnother = true;
        Rounds rounds = schedulers.start(night("deadline: \"07:00\""));

        clock.set("2025-01-21T12:59:59Z");
        rounds.make();
        assertThat(schedulers.notices().told).isEmpty();
        clock.set("2025-01-21T13:00:00Z");
        rounds.make();

        assertThat(schedulers.notices().told).containsExactly("late 2025-01-20: 2025-01-21T07:00, oldest 2025-01-20");
    }

    @Test
    void anEmptyLakeIsOpenedByTheNightThatItsScheduleNames() {
        schedulers.start(night("")).make();
        assertThat(schedulers.notices().told).containsExactly("opens nowhere");

        schedulers.start(night("from: 2025-01-19")).make();
        assertThat(schedulers.lake().done).containsExactly("2025-01-19", "2025-01-20");
    }

    @Test
    void whatWasMissedIsSkippedUntilTheNextFireIfItsScheduleSaysSo() {
        holds("2025-01-18");
        Rounds rounds = schedulers.start(night("misfire: skip"));

        rounds.make();
        assertThat(schedulers.lake().done).isEmpty();
        clock.set("2025-01-22T07:30:00Z");
        rounds.make();

        assertThat(schedulers.lake().done).containsExactly("2025-01-19", "2025-01-20", "2025-01-21");
    }

    @Test
    void aDayThatIsLeftOutIsMadeUpForByTheNextFire() {
        holds("2025-01-19");
        Rounds rounds = schedulers.start(night("leave-out: [2025-01-21]"));

        rounds.make();
        assertThat(schedulers.lake().done).isEmpty();
        clock.set("2025-01-22T07:30:00Z");
        rounds.make();

        assertThat(schedulers.lake().done).containsExactly("2025-01-20", "2025-01-21");
    }

    @Test
    void whatFailsWhileTheSchedulerEndsDoesNotCount() {
        holds("2025-01-19");
        schedulers.lake().failures.put("2025-01-20", AbastoException.failed("The run was stopped."));
        Rounds rounds = schedulers.start(night(""));
        schedulers.lake().meanwhile = rounds::end;

        rounds.make();

        assertThat(failures()).isZero();
        assertThat(schedulers.notices().told).isEmpty();
    }
}
