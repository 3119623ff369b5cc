package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.Verification.Difference;
import org.jspecify.annotations.Nullable;

/** Holds the folder of one published run against its run.json. */
final class FolderCheck {
    private final Place lake;
    private final PublishedFile files;

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

    FolderCheck(Place lake, Path scratch) {
        this.lake = requireNonNull(lake, "lake is null");
        this.files = new PublishedFile(lake, scratch);
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
        boolean isPruned = isPruned(run);
        if (isPruned) {
            texts.addAll(asPruned(run, published, last));
        }
        Map<String, RunJson.Item> items = new TreeMap<>();
        published.runJson().outputs().forEach(item -> items.put(item.path(), item));
        List<PublishedFile.Read> reads = items.values().parallelStream()
                .map(item -> files.read(run, item))
                .toList();
        reads.stream().filter(read -> !(isPruned && read.isGone())).forEach(read -> read.difference()
                .ifPresent(texts::add));
        texts.addAll(foreign(run, items, isPruned));
        if (!isPruned && isPruned(run)) {
            // Someone prunes meanwhile; the note is there before the first file goes.
            return listed(run, published, last, runJsonBytes);
        }
        return new Found(
                run,
                published,
                isPruned,
                1 + reads.stream().filter(read -> !read.isGone()).count(),
                runJsonBytes
                        + reads.stream().mapToLong(PublishedFile.Read::bytes).sum(),
                texts.stream().map(text -> new Difference(run.folder(), text)).toList());
    }

    private boolean isPruned(RunFolder run) throws IOException {
        return lake.exists(run.folder() + "/" + PrunedNight.FILE_NAME);
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
