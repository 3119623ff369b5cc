package mx.abasto.schedules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.AbastoException.Category;
import mx.abasto.schedules.plan.Schedule.Misfire;
import mx.abasto.schedules.plan.Schedule.Task;
import mx.abasto.schedules.plan.Schedule.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules as the configuration writes them: what they mean, and which are refused, with key and reason. */
class PlanTest {
    private static final String GOOD = """
            schedules:
              - name: night
                job: nightly
                cron: "0 30 1 * * ?"
                zone: America/Tijuana
                date-offset-days: -1
                misfire: fire-once
                leave-out: [2025-12-25]
                wait-until: "05:00"
                wait-share: 0.95
                deadline: "07:00"
              - name: week
                job: weekly
                cron: "0 0 6 ? * MON"
            """;

    @Test
    void everyKeyIsRead() {
        Plan plan = Plans.of(GOOD + "retries: { attempts: 3, first-wait: 10s, longest-wait: 5m }\n");

        assertThat(plan.schedules().get(0))
                .isEqualTo(new Schedule(
                        "night",
                        Task.NIGHTLY,
                        new Cron("0 30 1 * * ?"),
                        ZoneId.of("America/Tijuana"),
                        -1,
                        Optional.empty(),
                        Misfire.FIRE_ONCE,
                        Set.of(LocalDate.of(2025, 12, 25)),
                        Optional.of(new Waiting(LocalTime.of(5, 0), new BigDecimal("0.95"))),
                        Optional.of(LocalTime.of(7, 0))));
        assertThat(plan.retries()).isEqualTo(new Retries(3, Duration.ofSeconds(10), Duration.ofMinutes(5)));
    }

    @Test
    void whatIsNotSaidIsMexicoCityTheDayBeforeAndFireOnce() {
        Schedule week = Plans.of(GOOD).schedules().get(1);

        assertThat(week.zone()).isEqualTo(ZoneId.of("America/Mexico_City"));
        assertThat(week.dateOffsetDays()).isEqualTo(-1);
        assertThat(week.misfire()).isEqualTo(Misfire.FIRE_ONCE);
        assertThat(Plans.of(GOOD).retries()).isEqualTo(Retries.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "job: nightly | job: nightl | abasto.schedules[0].job is 'nightl'; it must be nightly, weekly, verify or prune",
                "cron: \"0 30 1 * * ?\" | cron: \"0 61 1 * * ?\" | abasto.schedules[0].cron is '0 61 1 * * ?'; it must be a Quartz cron expression",
                "cron: \"0 30 1 * * ?\" | cron: \"0 30 99 * * ?\" | abasto.schedules[0].cron is '0 30 99 * * ?'; it must be a Quartz cron expression",
                "cron: \"0 30 1 * * ?\" | cron: \"30 1 * * *\" | abasto.schedules[0].cron is '30 1 * * *'; it must be a Quartz cron expression",
                "cron: \"0 30 1 * * ?\" | cron: \"0 0 0 1 1 ? 1999\" | it must be one that fires; it names no day that there is",
                "zone: America/Tijuana | zone: America/Tiuana | abasto.schedules[0].zone is 'America/Tiuana'; it must be a time zone",
                "date-offset-days: -1 | date-offset-days: 1 | abasto.schedules[0].date-offset-days is '1'; it must be -31 to 0",
                "misfire: fire-once | misfire: never | abasto.schedules[0].misfire is 'never'; it must be fire-once or skip",
                "leave-out: [2025-12-25] | leave-out: [2025-02-30] | abasto.schedules[0].leave-out: '2025-02-30' is not a date: February 2025 has 28 days; write one such as 2025-02-28",
                "leave-out: [2025-12-25] | from: 2025-13-01 | abasto.schedules[0].from: '2025-13-01' is not a date: months go from 01 to 12",
                "leave-out: [2025-12-25] | from: \"6/1/2025\" | abasto.schedules[0].from: '6/1/2025' is not a date; write it as 2025-01-06",
                "wait-until: \"05:00\" | wait-until: 12:30 | abasto.schedules[0].wait-until is '750'; it must be a time of day in quotes, such as \"12:30\"",
                "deadline: \"07:00\" | deadline: \"7:00\" | abasto.schedules[0].deadline is '7:00'; it must be a time of day in quotes, such as \"07:00\"",
                "cron: \"0 30 1 * * ?\" | cron: \"30 1 * * *\" | it has five fields, as crontab writes them; the second comes first, and ? stands for the day or the weekday that is not named: \"0 30 1 * * ?\"",
                "cron: \"0 30 1 * * ?\" | cron: \"30 1 * * MON-FRI\" | weekday that is not named: \"0 30 1 ? * MON-FRI\"",
                "cron: \"0 30 1 * * ?\" | cron: \"0 30 25 * * ?\" | its hour is 25; it must be 0 to 23",
                "cron: \"0 30 1 * * ?\" | cron: \"0 61 1 * * ?\" | its minute is 61; it must be 0 to 59",
                "cron: \"0 30 1 * * ?\" | cron: \"0 30 1 ? * FUNDAY\" | its weekday is FUNDAY; it must be 1 (Sunday) to 7",
                "cron: \"0 30 1 * * ?\" | cron: \"0 30 1 * * *\" | write ? for either the day or the weekday, and only for one of them",
                "cron: \"0 30 1 * * ?\" | cron: daily | it has 1 field; there must be six",
                "zone: America/Tijuana | zone: Mexico City | abasto.schedules[0].zone is 'Mexico City'; it must be a time zone such as America/Mexico_City",
                "zone: America/Tijuana | zone: tijuana | abasto.schedules[0].zone is 'tijuana'; it must be a time zone such as America/Tijuana",
                "zone: America/Tijuana | zone: CST | abasto.schedules[0].zone is 'CST'; it must be a time zone such as America/Mexico_City",
                "wait-share: 0.95 | wait-share: 95 | abasto.schedules[0].wait-share is '95.0'; it must be above 0 and at most 1",
                "wait-share: 0.95 | wait-share: most | abasto.schedules[0].wait-share is 'most' (line 17); it must be a number such as 0.95",
                "wait-until: \"05:00\" | # | abasto.schedules[0].wait-share says when a wait ends early, but there is no",
                "deadline: \"07:00\" | deadline: seven | abasto.schedules[0].deadline is 'seven'; it must be a time of day in quotes",
                "name: week | name: night | abasto.schedules[1].name is 'night', as another's is",
                "zone: America/Tijuana | zona: America/Tijuana | abasto.schedules[0].zona is not a key that is known (line 12); there are name, job, cron, zone,",
            })
    void whatCannotBeUsedIsRefusedWithItsKeyAndWhy(String good, String bad, String message) {
        assertThatThrownBy(() -> Plans.of(GOOD.replaceFirst(Pattern.quote(good), bad)))
                .isInstanceOfSatisfying(AbastoException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(Category.UNUSABLE))
                .hasMessageContaining(message);
    }

    @Test
    void keysOfNightsAreRefusedForOtherJobs() {
        assertThatThrownBy(() -> Plans.of(GOOD + "    deadline: \"07:00\"\n"))
                .hasMessageContaining("abasto.schedules[1].deadline is for job: nightly only");
    }

    @Test
    void aConfigurationWithoutSchedulesIsRefused() {
        assertThatThrownBy(() -> Plans.of("")).hasMessageContaining("it has no abasto.schedules, so there is nothing");
    }

    @Test
    void retriesThatWaitShorterAtLastAreRefused() {
        assertThatThrownBy(() -> Plans.of(GOOD + "retries: { first-wait: 10m, longest-wait: 5m }\n"))
                .hasMessageContaining("abasto.retries.longest-wait is shorter than abasto.retries.first-wait");
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Retries retries = new Retries(6, Duration.ofSeconds(30), Duration.ofMinutes(15));

        assertThat(retries.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(retries.waitAfter(4)).isEqualTo(Duration.ofMinutes(4));
        assertThat(retries.waitAfter(6)).isEqualTo(Duration.ofMinutes(15));
        assertThat(retries.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aTimeThatTheClocksLeaveOutComesLaterAndOneThatTheyShowTwiceOnce() {
        Schedule night = Plans.nightAndWeek("America/Tijuana", "0 30 2 * * ?")
                .schedules()
                .get(0);

        assertThat(night.fireFor(LocalDate.of(2025, 3, 8)).orElseThrow().at())
                .as("03:30 PDT, as 02:30 is left out")
                .isEqualTo(Instant.parse("2025-03-09T10:30:00Z"));
        Schedule early = Plans.nightAndWeek("America/Tijuana", "0 30 1 * * ?")
                .schedules()
                .get(0);
        Fire twice = early.fireFor(LocalDate.of(2025, 11, 1)).orElseThrow();
        assertThat(twice.at()).as("01:30 PDT, the first").isEqualTo(Instant.parse("2025-11-02T08:30:00Z"));
        assertThat(early.firstAfter(twice.at()).orElseThrow().at())
                .as("the next is the day after's")
                .isEqualTo(Instant.parse("2025-11-03T09:30:00Z"));
    }

    @Test
    void theComingWeekIsShownLocallyAndInUtcWithWhatTheClocksDo() {
        Plan plan = Plans.of("""
                schedules:
                  - name: night
                    job: nightly
                    cron: "0 30 2 * * ?"
                    zone: America/Tijuana
                    leave-out: [2025-03-12]
                  - name: week
                    job: weekly
                    cron: "0 0 6 ? * MON"
                    zone: America/Tijuana
                """);

        assertThat(ComingFires.lines(plan, Instant.parse("2025-03-08T12:00:00Z")))
                .containsExactly(
                        "Sun 2025-03-09 03:30:00 -07:00  2025-03-09 10:30:00Z  night  nightly, up to 2025-03-08"
                                + "  (the clocks go forward and leave out 02:30: it comes 60 minutes later)",
                        "Mon 2025-03-10 02:30:00 -07:00  2025-03-10 09:30:00Z  night  nightly, up to 2025-03-09",
                        "Mon 2025-03-10 06:00:00 -07:00  2025-03-10 13:00:00Z  week   weekly, up to 2025-W10",
                        "Tue 2025-03-11 02:30:00 -07:00  2025-03-11 09:30:00Z  night  nightly, up to 2025-03-10",
                        "Thu 2025-03-13 02:30:00 -07:00  2025-03-13 09:30:00Z  night  nightly, up to 2025-03-12",
                        "Fri 2025-03-14 02:30:00 -07:00  2025-03-14 09:30:00Z  night  nightly, up to 2025-03-13",
                        "Sat 2025-03-15 02:30:00 -07:00  2025-03-15 09:30:00Z  night  nightly, up to 2025-03-14",
                        "night is left out on 2025-03-12: the next fire runs what it would have run.");
    }
}
