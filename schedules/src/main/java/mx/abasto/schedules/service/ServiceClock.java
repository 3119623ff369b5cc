package mx.abasto.schedules.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock that decides what is due. For tests, the system property {@value #SIMULATED} makes days pass in seconds:
 * {@code 2026-11-24T19:00:00Z/2025-01-07T12:00:00Z/14400/2025-02-01T12:00:00Z} is a clock that showed the second time at
 * the first, shows 14,400 seconds later with each second, and stops at the last. Processes that are given the same see
 * the same time. The jobs keep the real one.
 */
final class ServiceClock {
    static final String SIMULATED = "abasto.clock";

    /** For tests as well: the milliseconds between two rounds. */
    static final String ROUND_MILLIS = "abasto.round-millis";

    private ServiceClock() {}

    static Clock clock() {
        String simulated = System.getProperty(SIMULATED);
        if (simulated == null) {
            return Clock.systemUTC();
        }
        String[] parts = simulated.split("/");
        return new Simulated(
                Clock.systemUTC(),
                Instant.parse(parts[0]),
                Instant.parse(parts[1]),
                Long.parseLong(parts[2]),
                Instant.parse(parts[3]));
    }

    static Duration betweenRounds(Duration otherwise) {
        @Nullable Long millis = Long.getLong(ROUND_MILLIS);
        return millis == null ? otherwise : Duration.ofMillis(millis);
    }

    /** A clock that runs so many times as fast as another, from an instant to another. */
    private static final class Simulated extends Clock {
        private final Clock real;
        private final Instant realStart;
        private final Instant start;
        private final long speed;
        private final Instant end;

        Simulated(Clock real, Instant realStart, Instant start, long speed, Instant end) {
            this.real = real;
            this.realStart = realStart;
            this.start = start;
            this.speed = speed;
            this.end = end;
        }

        @Override
        public Instant instant() {
            Instant now = start.plus(Duration.between(realStart, real.instant()).multipliedBy(speed));
            return now.isAfter(end) ? end : now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the scheduler's clock is asked for instants only");
        }
    }
}
