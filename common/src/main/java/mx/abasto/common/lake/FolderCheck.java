package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.Verification.Difference;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;
import org.jspecify.annotations.Nullable;

/** Holds the folder of one published run against its run.json. */
final class FolderCheck {
    private static final Map<String, Dataset> NIGHTLY = byName(NightlyDatasets.ALL);
    private static final Map<String, Dataset> WEEKLY = byName(WeeklyDatasets.ALL);

    private final Place lake;
    private final Path scratch;

    /**
     * What was found.
     *
     * @param published null if there is no run.json, or it is not as it was published
     */
    record Found(
            RunFolder folder,
            Lake.@Nullable Published published,
            boolean isPruned,
            long files,
            long bytes,
            List<Difference> differences) {}

    /** One file as it was read. */
    private record Read(long bytes, List<String> differences) {}

    FolderCheck(Place lake, Path scratch) {
        this.lake = requireNonNull(lake, "lake is null");
        this.scratch = requireNonNull(scratch, "scratch is null");
    }

    private static Map<String, Dataset> byName(List<Dataset> datasets) {
        return datasets.stream().collect(Collectors.toMap(Dataset::name, dataset -> dataset));
    }

    /**
     * Reads all of a run's folder.
     *
     * @param last the newest night of the lake
     * @throws IOException if the lake cannot be reached
     */
    Found of(RunFolder run, LocalDate last) throws IOException {
        String runJson = run.folder() + "/" + RunJson.FILE_NAME;
        if (!lake.exists(runJson)) {
            return unreadable(run, 0, run.folder() + " has no run.json");
        }
        byte[] bytes = bytes(runJson);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<String> damage = RunJsonText.damage(text);
        if (damage.isPresent()) {
            return unreadable(run, bytes.length, runJson + " " + damage.get());
        }
        try {
            Lake.Published published = Lake.Published.of(run.folder(), text);
            return run.isOf(published.runJson())
                    ? listed(run, published, last, bytes.length)
                    : unreadable(run, bytes.length, runJson + " is of another run");
        } catch (IllegalArgumentException otherJson) {
            return unreadable(run, bytes.length, runJson + " is " + otherJson.getMessage());
        }
    }

    private static Found unreadable(RunFolder run, long bytes, String text) {
        return new Found(run, null, false, bytes == 0 ? 0 : 1, bytes, List.of(new Difference(run.folder(), text)));
    }

    private Found listed(RunFolder run, Lake.Published published, LocalDate last, long runJsonBytes)
            throws IOException {
        List<String> texts = new ArrayList<>();
        boolean isPruned = lake.exists(run.folder() + "/" + PrunedNight.FILE_NAME);
        if (isPruned) {
            texts.addAll(asPruned(run, published, last));
        }
        Map<String, RunJson.Item> items = new TreeMap<>();
        published.runJson().outputs().forEach(item -> items.put(item.path(), item));
        List<Read> reads = items.values().parallelStream()
                .map(item -> read(run, item, isPruned))
                .toList();
        reads.forEach(read -> texts.addAll(read.differences()));
        texts.addAll(foreign(run, items, isPruned));
        return new Found(
                run,
                published,
                isPruned,
                1 + reads.stream().filter(read -> read.bytes() >= 0).count(),
                runJsonBytes
                        + reads.stream()
                                .mapToLong(read -> Math.max(0, read.bytes()))
                                .sum(),
                texts.stream().map(text -> new Difference(run.folder(), text)).toList());
    }

    /** A night's datasets may be gone only if it says so, truly, and could be spared. */
    private List<String> asPruned(RunFolder run, Lake.Published published, LocalDate last) throws IOException {
        String name = run.folder() + "/" + PrunedNight.FILE_NAME;
        LocalDate night = run.night();
        if (night == null || !Retention.isPrunable(night, last, Retention.NIGHTS_LEAST)) {
            return List.of(name + " stands beside a run that prune never takes");
        }
        String text = new String(bytes(name), StandardCharsets.UTF_8);
        return text.equals(PrunedNight.text(published))
                ? List.of()
                : List.of(name + " does not say what its run.json says");
    }

    private Read read(RunFolder run, RunJson.Item item, boolean isPruned) {
        String name = run.folder() + "/" + item.path();
        try {
            Optional<Path> local = lake.local(name);
            if (local.isPresent()) {
                return held(run, item, name, Hashes.of(local.get()), local.get());
            }
            Path copy = Files.createTempFile(Files.createDirectories(scratch), "verify", ".partial");
            try (InputStream from = lake.open(name);
                    OutputStream to = Files.newOutputStream(copy)) {
                Hashes.Content content = Hashes.copy(from, to);
                to.close();
                return held(run, item, name, content, copy);
            } finally {
                Files.delete(copy);
            }
        } catch (NoSuchFileException | FileNotFoundException absent) {
            return new Read(-1, isPruned || isPrunedBy(run) ? List.of() : List.of(name + " is gone"));
        } catch (IOException failure) {
            return new Read(-1, List.of(name + " cannot be read: " + failure.getMessage()));
        }
    }

    /** Someone may be pruning meanwhile; the note is there before the first file goes. */
    private boolean isPrunedBy(RunFolder run) {
        try {
            return lake.exists(run.folder() + "/" + PrunedNight.FILE_NAME);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Read held(RunFolder run, RunJson.Item item, String name, Hashes.Content found, Path file) {
        Optional<String> difference = PublishedFile.difference(found, item);
        if (difference.isEmpty()) {
            difference = asDeclared(run, item, file);
        }
        return new Read(
                found.bytes(),
                difference.map(text -> name + " " + text).stream().toList());
    }

    private static Optional<String> asDeclared(RunFolder run, RunJson.Item item, Path file) {
        int slash = item.path().indexOf('/');
        if (slash < 0) {
            // A document for people.
            return Optional.empty();
        }
        Dataset dataset =
                (run.night() == null ? WEEKLY : NIGHTLY).get(item.path().substring(0, slash));
        if (dataset == null) {
            return Optional.of("is of no dataset that this version of abasto knows");
        }
        try {
            long rows = ParquetFooters.conformingRows(file, dataset);
            return rows == item.rows()
                    ? Optional.empty()
                    : Optional.of("has %,d rows, but its run.json says %,d".formatted(rows, item.rows()));
        } catch (AbastoException failure) {
            return Optional.of(
                    failure.getCause() == null
                            ? "does not have the columns that " + dataset.name() + " is declared with"
                            : "is not a whole Parquet file");
        }
    }

    /** What lies in the folder and is not listed. */
    private List<String> foreign(RunFolder run, Map<String, RunJson.Item> items, boolean isPruned) throws IOException {
        List<String> foreign = new ArrayList<>();
        for (Place.Entry entry : lake.list(run.folder())) {
            String name = entry.name();
            boolean isOurs = name.equals(RunJson.FILE_NAME) || isPruned && name.equals(PrunedNight.FILE_NAME);
            if (entry.isFolder()) {
                boolean isDataset = items.keySet().stream().anyMatch(path -> path.startsWith(name + "/"));
                (isDataset ? names(run.folder(), name) : Stream.of(name))
                        .filter(path -> !items.containsKey(path))
                        .forEach(foreign::add);
            } else if (!isOurs && !items.containsKey(name)) {
                foreign.add(name);
            }
        }
        return foreign.stream()
                .map(path -> "%s/%s is not listed in its run.json".formatted(run.folder(), path))
                .toList();
    }

    private Stream<String> names(String folder, String dataset) throws IOException {
        return lake.list(folder + "/" + dataset).stream().map(entry -> dataset + "/" + entry.name());
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream bytes = lake.open(name)) {
            return bytes.readAllBytes();
        }
    }
}
