package mx.abasto.schedules.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Plans;
import mx.abasto.schedules.plan.Schedule;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A year of two schedulers' rounds at uneven times, in zones whose clocks change (one at midnight, one by half an hour,
 * one for a month), with fire times within the hour that is lost or doubled; three days without any scheduler, and a
 * clock that jumps two hours ahead and later two hours back.
 */
class SimulatedYearTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-03T12:00:00Z");
    private static final Instant OUTAGE = Instant.parse("2025-03-28T20:00:00Z");
    private static final Instant OUTAGE_OVER = Instant.parse("2025-03-31T20:00:00Z");
    private static final Instant AHEAD = Instant.parse("2025-05-20T07:15:00Z");
    private static final Instant RIGHT_AGAIN = Instant.parse("2025-06-10T08:40:00Z");
    private static final Duration JUMP = Duration.ofHours(2);
    private static final int BETWEEN_ROUNDS_MINUTES_MAX = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "America/Mexico_City, 0 30 1 * * ?",
        "America/Tijuana, 0 30 2 * * ?",
        "America/Tijuana, 0 30 1 * * ?",
        "America/Hermosillo, 0 30 2 * * ?",
        "Africa/Casablanca, 0 30 2 * * ?",
        "Europe/London, 0 30 1 * * ?",
        "Australia/Lord_Howe, 0 15 2 * * ?",
        "America/Havana, 0 30 0 * * ?",
        "America/Mexico_City, 0 30 22 * * ?",
    })
    void everyNightAndWeekIsDoneOnceInOrderAndSoonAfterItsTime(String zone, String cron) {
        Plan plan = Plans.nightAndWeek(zone, cron);
        HandClock clock = new HandClock(BEGIN.toString());
        Schedulers schedulers = Schedulers.in(folder, clock);

        Map<String, Instant> doneAt = live(plan, schedulers, clock);

        List<String> nights = IntStream.range(0, LAST.getDayOfYear())
                .mapToObj(day -> FIRST.plusDays(day).toString())
                .toList();
        List<String> weeks = IntStream.rangeClosed(2, 52)
                .mapToObj(week -> new IsoWeek(2025, week).toString())
                .toList();
        assertThat(doneOnes(schedulers, false)).containsExactlyElementsOf(nights);
        assertThat(doneOnes(schedulers, true)).containsExactlyElementsOf(weeks);
        assertThat(schedulers.notices().told).noneMatch(told -> told.startsWith("failed"));
        Schedule night = plan.schedules().get(0);
        nights.forEach(date -> requireSoon(night, LocalDate.parse(date), doneAt));
        weeks.forEach(week -> assertThat(doneAt.get(week))
                .isAfterOrEqualTo(doneAt.get(IsoWeek.parse(week).end().toString())));
    }

    /** When, as the machine's clock showed it, each was done. */
    private static Map<String, Instant> live(Plan plan, Schedulers schedulers, HandClock clock) {
        Map<String, Instant> doneAt = new LinkedHashMap<>();
        Random random = new Random(7);
        List<Rounds> both = List.of(schedulers.start(plan), schedulers.start(plan));
        boolean isOutageOver = false;
        for (Instant real = BEGIN;
                real.isBefore(END);
                real = real.plusSeconds(60 + random.nextInt(60 * BETWEEN_ROUNDS_MINUTES_MAX))) {
            clock.set(shown(real).toString());
            if (real.isAfter(OUTAGE) && real.isBefore(OUTAGE_OVER)) {
                continue;
            }
            if (!isOutageOver && real.isAfter(OUTAGE_OVER)) {
                both = List.of(schedulers.start(plan), schedulers.start(plan));
                isOutageOver = true;
            }
            both.get(random.nextInt(2)).make();
            List<String> done = schedulers.lake().done;
            done.subList(doneAt.size(), done.size()).forEach(each -> doneAt.put(each, clock.instant()));
        }
        return doneAt;
    }

    private static Instant shown(Instant real) {
        return real.isAfter(AHEAD) && real.isBefore(RIGHT_AGAIN) ? real.plus(JUMP) : real;
    }

    private static List<String> doneOnes(Schedulers schedulers, boolean isWeek) {
        return schedulers.lake().done.stream()
                .filter(done -> done.contains("W") == isWeek)
                .filter(done -> done.startsWith("2025"))
                .filter(done -> !done.equals("2025-W53"))
                .toList();
    }

    private static void requireSoon(Schedule schedule, LocalDate night, Map<String, Instant> doneAt) {
        Instant fire = schedule.fireFor(night).orElseThrow().at();
        Instant done = doneAt.get(night.toString());
        assertThat(fire)
                .as("the day is over in its zone")
                .isAfterOrEqualTo(
                        night.plusDays(1).atStartOfDay(schedule.zone()).toInstant());
        assertThat(done).as(night + " not before its time").isAfterOrEqualTo(fire);
        boolean isInOutage = fire.isAfter(OUTAGE) && fire.isBefore(OUTAGE_OVER);
        Instant latest = isInOutage ? OUTAGE_OVER : fire.plus(JUMP);
        assertThat(done).as(night + " soon after its time").isBefore(latest.plusSeconds(3600));
    }
}
