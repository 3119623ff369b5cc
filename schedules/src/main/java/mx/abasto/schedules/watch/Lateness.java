package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import mx.abasto.schedules.watch.DueNights.Overdue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How late the lake is. Always UP: a night that is late is no illness of the process, and whoever restarts what is not
 * UP would make it later. The hours are there to be looked at, {@code abasto_lateness_seconds} and NIGHT_LATE to be
 * woken by.
 */
final class Lateness implements HealthIndicator {
    private static final double SECONDS_AN_HOUR = 3600;

    private final Optional<DueNights> due;
    private final Clock clock;

    Lateness(Optional<DueNights> due, Clock clock) {
        this.due = requireNonNull(due, "due is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static Duration of(Optional<Overdue> oldest, Instant now) {
        return oldest.map(overdue -> Duration.between(overdue.dueAt(), now))
                .filter(late -> !late.isNegative())
                .orElse(Duration.ZERO);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        if (due.isEmpty()) {
            return health.withDetail("due", "not known").build();
        }
        Optional<Overdue> oldest = due.get().oldest();
        double hours = of(oldest, clock.instant()).toSeconds() / SECONDS_AN_HOUR;
        health.withDetail("hours", String.format(Locale.ROOT, "%.1f", hours));
        oldest.ifPresent(overdue -> health.withDetail("night", overdue.night().toString())
                .withDetail("dueAt", overdue.dueAt().toString()));
        return health.build();
    }
}
