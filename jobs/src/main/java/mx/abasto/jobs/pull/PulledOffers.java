package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.pull.LandingFolder.Landed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a source offered when it was pulled: one line per file with its size, its time and, where it was copied, its
 * hash. So a run that is resumed can tell what the source has changed since. Size and time are compared where the source
 * gives both; the bytes where it does not, as a database does, and where a file was so young that its time may hide a
 * change.
 */
public final class PulledOffers {
    private static final Logger LOG = LoggerFactory.getLogger(PulledOffers.class);

    private static final String FILE = "offers.tsv";
    private static final String ALL = "all";
    private static final String NOT_ALL = "not all";

    /** Within this time of a change, another may leave the same time. */
    private static final Duration RACY = Duration.ofMinutes(2);

    /** A file as it was offered, empty where the source did not say. */
    private record Seen(long bytes, String modifiedAt, String sha256) {}

    private final Instant pulledAt;
    private final boolean isWhole;
    private final Map<String, Seen> byPath;

    private PulledOffers(Instant pulledAt, boolean isWhole, Map<String, Seen> byPath) {
        this.pulledAt = pulledAt;
        this.isWhole = isWhole;
        this.byPath = byPath;
    }

    /**
     * Notes a pull in its step's folder.
     *
     * @param offered what the source offered before anything was copied
     * @param isWhole whether it gave all that it has
     */
    static void write(Path output, List<DeliveredFile> offered, List<Landed> landed, boolean isWhole, Clock clock)
            throws IOException {
        Map<String, String> hashes = new HashMap<>();
        landed.forEach(each -> hashes.put(each.file().path(), each.content().sha256()));
        List<String> lines = new ArrayList<>();
        lines.add(clock.instant() + "\t" + (isWhole ? ALL : NOT_ALL));
        for (DeliveredFile file : offered) {
            Instant modifiedAt = file.modifiedAt();
            lines.add(String.join(
                    "\t",
                    Long.toString(file.bytes()),
                    textOf(modifiedAt),
                    hashes.getOrDefault(file.path(), ""),
                    file.path()));
        }
        Files.write(output.resolve(FILE), lines, StandardCharsets.UTF_8);
    }

    private static PulledOffers read(Path pulled) throws IOException {
        List<String> lines = Files.readAllLines(pulled.resolve(FILE), StandardCharsets.UTF_8);
        String[] head = lines.get(0).split("\t", -1);
        Map<String, Seen> byPath = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", 4);
            byPath.put(cells[3], new Seen(Long.parseLong(cells[0]), cells[1], cells[2]));
        }
        return new PulledOffers(Instant.parse(head[0]), head[1].equals(ALL), byPath);
    }

    /**
     * What a source has changed since a run's finished pull of it: a phrase for each file, such as {@code
     * 2025-01-20/stock_x_20250120.csv has other bytes}; none if nothing has changed, or the source does not answer.
     */
    public static List<String> changedSince(NightRun run, Source source) throws IOException {
        Path pulled = run.work().of(PullStep.nameOf(source));
        if (!Files.exists(pulled.resolve(FILE))) {
            return List.of();
        }
        PulledOffers before = read(pulled);
        try (Sender sender = Senders.of(source, run.date(), run.settings().lookbackDays())) {
            return before.changedAt(sender);
        } catch (IOException unanswered) {
            LOG.warn(
                    "{}: it cannot be asked what it has changed since it was pulled, so what was pulled is used: {}",
                    source.name(),
                    unanswered.getMessage());
            return List.of();
        }
    }

    private List<String> changedAt(Sender sender) throws IOException {
        List<String> changed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(byPath.keySet());
        List<DeliveredFile> offered = sender.offers();
        if (!isWhole) {
            changed.add("it did not give all that it had");
        }
        for (DeliveredFile file : offered) {
            Seen before = byPath.get(file.path());
            gone.remove(file.path());
            if (before == null) {
                changed.add(file.path() + " is new");
            } else if (hasChanged(before, file, sender)) {
                changed.add(file.path() + " has other bytes");
            }
        }
        gone.forEach(path -> changed.add(path + " is gone"));
        return changed;
    }

    private boolean hasChanged(Seen before, DeliveredFile file, Sender sender) throws IOException {
        boolean isKnownByHash = !before.sha256().isEmpty();
        Instant modifiedAt = file.modifiedAt();
        if (before.bytes() != file.bytes() || !before.modifiedAt().equals(textOf(modifiedAt))) {
            return !isKnownByHash || !before.sha256().equals(hashOf(file, sender));
        }
        boolean isSettled = modifiedAt != null && modifiedAt.plus(RACY).isBefore(pulledAt);
        return !isSettled && isKnownByHash && !before.sha256().equals(hashOf(file, sender));
    }

    private static String textOf(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static String hashOf(DeliveredFile file, Sender sender) throws IOException {
        try (InputStream bytes = sender.open(file)) {
            return Hashes.copy(bytes, OutputStream.nullOutputStream()).sha256();
        }
    }
}
