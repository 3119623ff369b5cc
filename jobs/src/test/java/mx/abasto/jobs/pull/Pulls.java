package mx.abasto.jobs.pull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Source;

/** Sources and what is known of them, for tests. */
final class Pulls {
    static final Instant NOW = Instant.parse("2025-01-21T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Such as suit a test: one try, nothing to wait for. */
    static final Source.Limits LIMITS = new Source.Limits(
            Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ZERO, 1, Duration.ofMillis(1), 1 << 20);

    private Pulls() {}

    static Source source(Source.Limits limits) {
        return new Source(
                "units",
                "file:///units",
                List.of(),
                Profile.CANONICAL,
                Source.Access.NONE,
                List.of(),
                Map.of(),
                limits,
                false);
    }

    static Source.Limits settling(Duration settle) {
        return new Source.Limits(
                LIMITS.time(), LIMITS.silence(), settle, LIMITS.attempts(), LIMITS.retryWait(), LIMITS.fileBytesMax());
    }

    static Source.Limits trying(int attempts, Duration time) {
        return new Source.Limits(
                time, LIMITS.silence(), LIMITS.settle(), attempts, LIMITS.retryWait(), LIMITS.fileBytesMax());
    }

    /** A pull of which no night has taken anything, but for files of these hashes by path. */
    static SourcePull pull(Source source, Map<String, Set<String>> taken, LandingFolder landing, Path work) {
        SeenFiles seen = SeenFiles.of(work, source.name(), CLOCK);
        return new SourcePull(source, new TakenBefore(source, seen, taken), landing, CLOCK);
    }
}
