package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.LakeFiles.Trust;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;

/**
 * A lake of published runs (contract section 5). Trusts a folder only if it has a run.json, and only the files that it
 * lists. Methods throw {@link AbastoException} (FAILED) when the lake cannot be read.
 */
public final class Lake {
    static final String NIGHTLY = "nightly";
    static final String WEEKLY = "weekly";
    static final String NIGHT_PREFIX = "business_date=";
    static final String WEEK_PREFIX = "week=";
    static final String REVISION_PREFIX = "revision=";

    private final Place place;
    private final LakeFiles files;

    /** Runs read once: a published run never changes. */
    private final Map<String, Published> known = new ConcurrentHashMap<>();

    /**
     * A published run.
     *
     * @param folder its name in the lake
     * @param bytes how long its run.json is without the clock's part
     * @param sha256 of its run.json without the clock's part: what the next run names it by
     */
    public record Published(String folder, RunJson runJson, long bytes, String sha256) {

        /**
         * As a run.json's text says.
         *
         * @throws IllegalArgumentException if it is not one
         */
        static Published of(String folder, String text) {
            RunJson runJson = RunJson.parse(text);
            String reproducible = RunJsonText.reproducible(text);
            return new Published(
                    folder, runJson, reproducible.getBytes(StandardCharsets.UTF_8).length, Hashes.sha256(reproducible));
        }
    }

    /**
     * @param cache where files of a lake that is elsewhere are copied to for the engine; may be deleted
     */
    public Lake(Place place, Path cache) {
        this(place, new LakeFiles(place, cache, Trust.AS_FOUND));
    }

    private Lake(Place place, LakeFiles files) {
        this.place = requireNonNull(place, "place is null");
        this.files = requireNonNull(files, "files is null");
    }

    /**
     * The same lake for a run that builds on it: a file is handed out only if its bytes are those that its run.json
     * names, and nights that follow one another only if each names the one before. Throws {@link AbastoException}
     * (UNUSABLE) otherwise, naming the file.
     */
    public Lake checked() {
        return new Lake(place, files.withTrust(Trust.CHECKED));
    }

    /** From here on, looks again at files that were found to be as published: once a night is often enough, and needed. */
    public void forgetChecks() {
        files.forgetChecks();
    }

    public Place place() {
        return place;
    }

    /**
     * Removes what earlier holders of the lake were about to publish. One that was paused between asking its lease and the
     * rename then has nothing left to rename.
     */
    public void clearStaging(LakeHold hold) {
        try {
            Staging.clear(place, hold);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot remove what an earlier run left in " + place.address() + "/_staging: "
                            + failure.getMessage() + ". Run the same command again.",
                    failure);
        }
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

    /**
     * The files of a dataset of a published run, on this machine.
     *
     * @throws AbastoException (UNUSABLE) if the run was pruned
     */
    public List<Path> files(Published run, Dataset dataset) {
        if (isPruned(run)) {
            throw AbastoException.unusable(
                    ("%s was pruned: its run.json is kept, its rows are gone. If a night needs them, restore the folder"
                                    + " from a backup, or look back less far (abasto.correction-window-nights).")
                            .formatted(run.folder()));
        }
        return run.runJson().outputsOf(dataset.name()).stream()
                .map(item -> files.onThisMachine(run.folder(), item))
                .toList();
    }

    /** Whether a run's datasets were pruned; its run.json is kept. */
    public boolean isPruned(Published run) {
        return isPruned(run.folder());
    }

    /** The nights whose datasets were pruned, oldest first. */
    public List<LocalDate> prunedNights() {
        return nights().stream().filter(night -> isPruned(nightFolder(night))).toList();
    }

    /** Removes the copies on this machine of a run's files. */
    void forget(Published run) throws IOException {
        for (RunJson.Item item : run.runJson().outputs()) {
            files.forget(item);
        }
    }

    private boolean isPruned(String folder) {
        try {
            return place.exists(folder + "/" + PrunedNight.FILE_NAME);
        } catch (IOException failure) {
            throw files.unreadable(failure);
        }
    }

    /** The files of a dataset over the published nights from a first to a last, both included, oldest first. */
    public List<Path> window(Dataset dataset, LocalDate first, LocalDate last) {
        return windowByNight(dataset, first, last).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** As {@link #window}, by night. */
    public SortedMap<LocalDate, List<Path>> windowByNight(Dataset dataset, LocalDate first, LocalDate last) {
        List<LocalDate> nights = nights().stream()
                .filter(night -> !night.isBefore(first) && !night.isAfter(last))
                .toList();
        if (files.trust() == Trust.CHECKED) {
            NightChain.requireNoGap(nights);
        }
        return byNight(dataset, nights);
    }

    /** The files of a dataset of published nights, by night. Who only reads does without the nights that were pruned. */
    public SortedMap<LocalDate, List<Path>> byNight(Dataset dataset, List<LocalDate> nights) {
        SortedMap<LocalDate, Published> runs = new TreeMap<>();
        for (LocalDate night : nights) {
            night(night).filter(this::isWanted).ifPresent(run -> runs.put(night, run));
        }
        if (files.trust() == Trust.CHECKED) {
            NightChain.requireUnbroken(runs);
        }
        // Several at a time: what takes long is hashing.
        return runs.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, run -> files(run.getValue(), dataset), (one, other) -> one, TreeMap::new));
    }

    /** Who builds on a pruned night must not do without it unawares. */
    private boolean isWanted(Published run) {
        return files.trust() == Trust.CHECKED || !isPruned(run);
    }

    private Stream<String> folders(String parent, String prefix) {
        try {
            return place.list(parent).stream()
                    .filter(entry -> entry.isFolder() && entry.name().startsWith(prefix))
                    .map(entry -> entry.name().substring(prefix.length()));
        } catch (IOException failure) {
            throw files.unreadable(failure);
        }
    }

    private boolean isPublished(String folder) {
        try {
            return known.containsKey(folder) || place.exists(folder + "/" + RunJson.FILE_NAME);
        } catch (IOException failure) {
            throw files.unreadable(failure);
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
            Optional<String> damage = RunJsonText.damage(text);
            if (damage.isPresent()) {
                throw damaged(file, damage.get());
            }
            Published published = Published.of(folder, text);
            known.put(folder, published);
            return Optional.of(published);
        } catch (IOException failure) {
            throw files.unreadable(failure);
        } catch (IllegalArgumentException failure) {
            throw damaged(file, "is " + failure.getMessage());
        }
    }

    private AbastoException damaged(String file, String what) {
        return AbastoException.unusable(("%s/%s %s. The folder was changed after it was published: restore it from a"
                        + " backup; abasto verify says what else differs.")
                .formatted(place.address(), file, what));
    }
}
