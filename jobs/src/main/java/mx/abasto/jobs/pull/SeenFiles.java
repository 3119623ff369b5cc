package mx.abasto.jobs.pull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a source hashed to when they were last read, by path, size and time: so that those of the lookback
 * days need not be read every night to know that they have not changed. Disposable: what is not known here is read
 * again. A file that was changed within two minutes of being read is not remembered, since it may be changed again
 * without its time showing it.
 */
final class SeenFiles {
    private static final Duration RACY = Duration.ofMinutes(2);

    private final Path file;
    private final Clock clock;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> kept = new TreeMap<>();

    private SeenFiles(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What is remembered of a source in the work folder; nothing, if that cannot be read. */
    static SeenFiles of(Path work, String source, Clock clock) {
        SeenFiles seen = new SeenFiles(
                work.resolve("seen").resolve(URLEncoder.encode(source, StandardCharsets.UTF_8) + ".tsv"), clock);
        try {
            for (String line : Files.readAllLines(seen.file, StandardCharsets.UTF_8)) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0) {
                    seen.known.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        } catch (IOException unreadable) {
            seen.known.clear();
        }
        return seen;
    }

    /** The hash of a file of that path, size and time; null if it is not known. */
    @Nullable
    String sha256(DeliveredFile offered) {
        String key = keyOf(offered);
        String sha256 = key == null ? null : known.get(key);
        if (key != null && sha256 != null) {
            kept.put(key, sha256);
        }
        return sha256;
    }

    void remember(DeliveredFile offered, String sha256) {
        String key = keyOf(offered);
        Instant modifiedAt = offered.modifiedAt();
        if (key != null && modifiedAt != null && modifiedAt.plus(RACY).isBefore(clock.instant())) {
            kept.put(key, sha256);
        }
    }

    private static @Nullable String keyOf(DeliveredFile offered) {
        Instant modifiedAt = offered.modifiedAt();
        return offered.bytes() < 0 || modifiedAt == null
                ? null
                : offered.path() + '\t' + offered.bytes() + '\t' + modifiedAt.toEpochMilli();
    }

    /**
     * Writes what was asked for or learnt since this was read; the rest is of days gone by.
     *
     * @param own a folder that only this run writes into: from there it takes its place
     */
    void save(Path own) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = own.resolve("seen.tsv");
        StringBuilder lines = new StringBuilder();
        kept.forEach(
                (key, sha256) -> lines.append(key).append('\t').append(sha256).append('\n'));
        Files.writeString(aside, lines, StandardCharsets.UTF_8);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
