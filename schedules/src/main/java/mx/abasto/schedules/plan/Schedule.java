package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code abasto.schedules}.
 *
 * @param dateOffsetDays from the day of the fire in the zone to the business date: −1 for the day before
 * @param from the night that opens an empty lake; nightly only
 * @param leaveOut days, in the zone, on which it does not fire; what they would have run, the next fire runs
 * @param waiting how long a night waits for its extracts; nightly only
 * @param deadline the time of day after a fire by which its night should be published; nightly only
 */
public record Schedule(
        String name,
        Task task,
        Cron cron,
        ZoneId zone,
        int dateOffsetDays,
        Optional<LocalDate> from,
        Misfire misfire,
        Set<LocalDate> leaveOut,
        Optional<Waiting> waiting,
        Optional<LocalTime> deadline) {

    /** What it runs. */
    public enum Task {
        NIGHTLY,
        WEEKLY,
        VERIFY,
        PRUNE
    }

    /** What becomes of fires that passed while no scheduler was running. */
    public enum Misfire {
        /** What they would have run is run at once. */
        FIRE_ONCE,
        /** The next fire runs it. */
        SKIP
    }

    /**
     * How long a night waits.
     *
     * @param until a time of day after the fire; then it runs with what is there
     * @param share of its expected extracts that ends the waiting early, above 0 and at most 1
     */
    public record Waiting(LocalTime until, BigDecimal share) {
        public Waiting {
            requireNonNull(until, "until is null");
            requireNonNull(share, "share is null");
        }
    }

    public Schedule {
        requireNonNull(name, "name is null");
        requireNonNull(task, "task is null");
        requireNonNull(cron, "cron is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(misfire, "misfire is null");
        leaveOut = Set.copyOf(leaveOut);
    }

    /** The fire that makes a business date due: the first for it, or for a later one. */
    public Optional<Fire> fireFor(LocalDate businessDate) {
        return firstFrom(businessDate.minusDays(dateOffsetDays).atStartOfDay());
    }

    /** The first fire after an instant. */
    public Optional<Fire> firstAfter(Instant instant) {
        // The clocks may have been put forward between: a fire that comes later than its time must not be passed over.
        Optional<Fire> fire = firstFrom(LocalDateTime.ofInstant(instant, zone).minusDays(1));
        while (fire.isPresent() && !fire.get().at().isAfter(instant)) {
            fire = firstFrom(fire.get().wallClock().plusSeconds(1));
        }
        return fire;
    }

    private Optional<Fire> firstFrom(LocalDateTime time) {
        Optional<LocalDateTime> next = cron.after(time.minusSeconds(1));
        while (next.isPresent() && leaveOut.contains(next.get().toLocalDate())) {
            next = cron.after(
                    next.get().toLocalDate().plusDays(1).atStartOfDay().minusSeconds(1));
        }
        return next.map(wallClock -> new Fire(this, wallClock));
    }
}
