package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How what failed is tried again.
 *
 * @param attempts failures in a row after which a person is told; it is tried on after that, at the longest wait
 * @param firstWait after the first failure; doubles with each further one
 */
public record Retries(int attempts, Duration firstWait, Duration longestWait) {
    public static final Retries DEFAULT = new Retries(6, Duration.ofSeconds(30), Duration.ofMinutes(15));

    private static final int DOUBLINGS_MAX = 20;

    public Retries {
        requireNonNull(firstWait, "firstWait is null");
        requireNonNull(longestWait, "longestWait is null");
    }

    /** How long to wait after so many failures in a row. */
    public Duration waitAfter(int failures) {
        Duration grown = firstWait.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        return grown.compareTo(longestWait) > 0 ? longestWait : grown;
    }
}
