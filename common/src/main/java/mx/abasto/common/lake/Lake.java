package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;

/**
 * A lake of published runs (contract section 5). Trusts a folder only if it has a run.json, and only the files that it
 * lists. Methods throw {@link AbastoException} (FAILED) when the lake cannot be read.
 */
public final class Lake {
    private static final String NIGHTLY = "nightly";
    private static final String WEEKLY = "weekly";
    private static final String NIGHT_PREFIX = "business_date=";
    private static final String WEEK_PREFIX = "week=";
    private static final String REVISION_PREFIX = "revision=";

    private final Place place;
    private final Path cache;

    /** Runs read once: a published run never changes. */
    private final Map<String, Published> known = new ConcurrentHashMap<>();

    /**
     * A published run.
     *
     * @param folder its name in the lake
     * @param bytes how long its run.json is without the clock's part
     * @param sha256 of its run.json without the clock's part: what the next run names it by
     */
    public record Published(String folder, RunJson runJson, long bytes, String sha256) {}

    /**
     * @param cache where files of a lake that is elsewhere are copied to for the engine; may be deleted
     */
    public Lake(Place place, Path cache) {
        this.place = requireNonNull(place, "place is null");
        this.cache = requireNonNull(cache, "cache is null");
    }

    public Place place() {
        return place;
    }

    public static String nightFolder(LocalDate night) {
        return NIGHTLY + "/" + NIGHT_PREFIX + night;
    }

    public static String weekFolder(IsoWeek week, int revision) {
        return WEEKLY + "/" + WEEK_PREFIX + week + "/" + REVISION_PREFIX + revision;
    }

    /** The published nights, oldest first. */
    public List<LocalDate> nights() {
        return folders(NIGHTLY, NIGHT_PREFIX)
                .filter(night -> isPublished(NIGHTLY + "/" + NIGHT_PREFIX + night))
                .map(LocalDate::parse)
                .sorted()
                .toList();
    }

    /** The published weeks, oldest first. */
    public List<IsoWeek> weeks() {
        return folders(WEEKLY, WEEK_PREFIX)
                .map(IsoWeek::parse)
                .filter(week -> revisions(week) > 0)
                .sorted()
                .toList();
    }

    /** How many revisions of a week are published. */
    public int revisions(IsoWeek week) {
        return (int) folders(WEEKLY + "/" + WEEK_PREFIX + week, REVISION_PREFIX)
                .filter(revision -> isPublished(weekFolder(week, Integer.parseInt(revision))))
                .count();
    }

    public Optional<Published> night(LocalDate night) {
        return published(nightFolder(night));
    }

    public Optional<Published> week(IsoWeek week, int revision) {
        return published(weekFolder(week, revision));
    }

    /** The files of a dataset of a published run, on this machine. */
    public List<Path> files(Published run, Dataset dataset) {
        return run.runJson().outputsOf(dataset.name()).stream()
                .map(item -> onThisMachine(run.folder() + "/" + item.path(), item))
                .toList();
    }

    /** The files of a dataset over the published nights from a first to a last, both included, oldest first. */
    public List<Path> window(Dataset dataset, LocalDate first, LocalDate last) {
        return windowByNight(dataset, first, last).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** As {@link #window}, by night. */
    public SortedMap<LocalDate, List<Path>> windowByNight(Dataset dataset, LocalDate first, LocalDate last) {
        return byNight(
                dataset,
                nights().stream()
                        .filter(night -> !night.isBefore(first) && !night.isAfter(last))
                        .toList());
    }

    /** The files of a dataset of published nights, by night. */
    public SortedMap<LocalDate, List<Path>> byNight(Dataset dataset, List<LocalDate> nights) {
        SortedMap<LocalDate, List<Path>> files = new TreeMap<>();
        for (LocalDate night : nights) {
            night(night).ifPresent(run -> files.put(night, files(run, dataset)));
        }
        return files;
    }

    private Stream<String> folders(String parent, String prefix) {
        try {
            return place.list(parent).stream()
                    .filter(entry -> entry.isFolder() && entry.name().startsWith(prefix))
                    .map(entry -> entry.name().substring(prefix.length()));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private boolean isPublished(String folder) {
        try {
            return known.containsKey(folder) || place.exists(folder + "/" + RunJson.FILE_NAME);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private Optional<Published> published(String folder) {
        Published before = known.get(folder);
        if (before != null) {
            return Optional.of(before);
        }
        if (!isPublished(folder)) {
            return Optional.empty();
        }
        String file = folder + "/" + RunJson.FILE_NAME;
        try (InputStream bytes = place.open(file)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            RunJson runJson = RunJson.parse(text);
            String reproducible = RunJson.reproducible(text);
            Published published = new Published(
                    folder, runJson, reproducible.getBytes(StandardCharsets.UTF_8).length, Hashes.sha256(reproducible));
            known.put(folder, published);
            return Optional.of(published);
        } catch (IOException failure) {
            throw unreadable(failure);
        } catch (IllegalArgumentException failure) {
            throw AbastoException.failed(
                    "%s/%s is %s. The folder was changed after it was published: restore it from a backup."
                            .formatted(place.address(), file, failure.getMessage()),
                    failure);
        }
    }

    private Path onThisMachine(String name, RunJson.Item item) {
        Optional<Path> local = place.local(name);
        return local.orElseGet(() -> copied(name, item));
    }

    private Path copied(String name, RunJson.Item item) {
        Path copy = cache.resolve(item.sha256());
        if (Files.exists(copy)) {
            return copy;
        }
        Path partial = cache.resolve(item.sha256() + ".partial");
        try {
            Files.createDirectories(cache);
            try (InputStream from = place.open(name);
                    OutputStream to = Files.newOutputStream(partial)) {
                String sha256 = Hashes.copy(from, to).sha256();
                if (!sha256.equals(item.sha256())) {
                    throw AbastoException.failed(name + " has SHA-256 " + sha256 + ", but its run.json says "
                            + item.sha256() + ". Restore it from a backup.");
                }
            }
            return Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private AbastoException unreadable(IOException failure) {
        return AbastoException.failed(
                "Cannot read the lake " + place.address() + ": " + failure.getMessage()
                        + ". Check that it can be reached and run the same command again.",
                failure);
    }
}
