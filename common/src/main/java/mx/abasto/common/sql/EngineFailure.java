package mx.abasto.common.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says when its limits are too small, in words that say which key of abasto.yml to change. */
final class EngineFailure {
    private static final Pattern SPILL = Pattern.compile(
            "(?s).*failed to offload data block of size ([\\d.]+ \\w+) \\(([\\d.]+ \\w+)/([\\d.]+ \\w+) used\\).*");
    private static final Pattern MEMORY = Pattern.compile(
            "(?s).*Out of Memory Error: .*?of size ([\\d.]+ \\w+) \\(([\\d.]+ \\w+)/([\\d.]+ \\w+) used\\).*");
    private static final String NO_SPACE = "No space left on device";

    private EngineFailure() {}

    /** What a statement needed, if that is why it failed. */
    static Optional<String> outOfRoom(String said, EngineLimits limits) {
        Matcher spill = SPILL.matcher(said);
        if (spill.matches()) {
            return Optional.of(
                    ("needs more room to spill: %s of the %s that it may use in %s are full, and another %s are"
                                    + " needed at least. Make room on that disk, or raise abasto.spill (now %s) or abasto.memory"
                                    + " (now %s), and run the same command again.")
                            .formatted(
                                    spill.group(2),
                                    spill.group(3),
                                    limits.spill(),
                                    spill.group(1),
                                    limits.spillMax() == null ? "nine tenths of what was free" : limits.spillMax(),
                                    limits.memory()));
        }
        Matcher memory = MEMORY.matcher(said);
        if (memory.matches()) {
            return Optional.of(
                    ("needs more memory: %s of %s are in use and cannot be spilled, and another %s are needed at"
                                    + " least. Raise abasto.memory (now %s), or lower abasto.threads (now %d), and run the same"
                                    + " command again.")
                            .formatted(
                                    memory.group(2),
                                    memory.group(3),
                                    memory.group(1),
                                    limits.memory(),
                                    limits.threads()));
        }
        return said.contains(NO_SPACE)
                ? Optional.of("found a disk full: %s. Make room there and run the same command again."
                        .formatted(said.lines().findFirst().orElse(said)))
                : Optional.empty();
    }
}
