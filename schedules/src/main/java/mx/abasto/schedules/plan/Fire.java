package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * One time at which a schedule says that something is to run.
 *
 * @param wallClock the time as the cron expression names it, on the clocks of the schedule's zone
 */
public record Fire(Schedule schedule, LocalDateTime wallClock) {
    public Fire {
        requireNonNull(schedule, "schedule is null");
        requireNonNull(wallClock, "wallClock is null");
    }

    /** The business date that it is for. */
    public LocalDate businessDate() {
        return wallClock.toLocalDate().plusDays(schedule.dateOffsetDays());
    }

    /**
     * When that is. A time that the clocks leave out comes as much later as they are put forward; of a time that they
     * show twice it is the first.
     */
    public ZonedDateTime zoned() {
        return ZonedDateTime.of(wallClock, schedule.zone());
    }

    public Instant at() {
        return zoned().toInstant();
    }

    /** The first time after it that the zone's clocks show a time of day. */
    public Instant next(LocalTime time) {
        LocalDateTime sameDay = wallClock.toLocalDate().atTime(time);
        LocalDateTime next = sameDay.isBefore(wallClock) ? sameDay.plusDays(1) : sameDay;
        return ZonedDateTime.of(next, schedule.zone()).toInstant();
    }
}
