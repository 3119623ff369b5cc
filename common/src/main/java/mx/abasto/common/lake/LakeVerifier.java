package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mx.abasto.common.files.Place;
import mx.abasto.common.lake.Verification.Difference;
import mx.abasto.common.model.AbastoException;

/**
 * Re-reads a whole lake: every file against its run.json (SHA-256, bytes, rows, columns), and every run.json against
 * those that were built on it (contract section 5). Takes no lock: what is published does not change, and what is
 * published meanwhile is left for the next time.
 *
 * <p>What comes later holds what came before: the next night names a night by its hash, a week names all the nights and
 * weeks that it read. The newest night and week are held only by a record outside the lake, such as the job
 * repository's. Someone who can change the lake and that record at once, or a lake whose record was lost, is not found
 * out by this; a note of the newest run's hash, kept elsewhere, finds it.
 */
public final class LakeVerifier {

    /** Told what is being read. */
    public interface Listener {
        /** A run's folder is read next, such and such of all. */
        void reading(String folder, int number, int folders);
    }

    private final Place lake;
    private final FolderCheck folders;

    /** @param scratch where files of a lake that is elsewhere are copied to, one at a time, while they are looked at */
    public LakeVerifier(Place lake, Path scratch) {
        this.lake = requireNonNull(lake, "lake is null");
        this.folders = new FolderCheck(lake, scratch);
    }

    /**
     * Reads everything.
     *
     * @param record run.json's SHA-256 by folder, as far as it was kept outside the lake when they were published
     * @throws AbastoException (FAILED) if the lake cannot be reached
     */
    public Verification verify(Map<String, String> record, Listener listener) {
        try {
            List<Difference> differences = new ArrayList<>();
            List<RunFolder> runs = runs(differences);
            LocalDate last = runs.stream()
                    .map(RunFolder::night)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(LocalDate.MIN.plusYears(1));
            Map<String, FolderCheck.Found> found = new LinkedHashMap<>();
            for (RunFolder run : runs) {
                listener.reading(run.folder(), found.size() + 1, runs.size());
                found.put(run.folder(), folders.of(run, last));
            }
            found.values().forEach(each -> differences.addAll(each.differences()));
            return outcome(found, differences, record);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot read the lake " + lake.address() + ": " + failure.getMessage()
                            + ". Check that it can be reached and run the same command again.",
                    failure);
        }
    }

    /** The folders of runs, nights first, oldest first. */
    private List<RunFolder> runs(List<Difference> differences) throws IOException {
        List<String> names = new ArrayList<>();
        for (String night : subfolders(Lake.NIGHTLY, Lake.NIGHT_PREFIX)) {
            names.add(night);
        }
        for (String week : subfolders(Lake.WEEKLY, Lake.WEEK_PREFIX)) {
            names.addAll(subfolders(week, Lake.REVISION_PREFIX));
        }
        List<RunFolder> runs = new ArrayList<>();
        for (String name : names) {
            Optional<RunFolder> run = RunFolder.named(name);
            run.ifPresentOrElse(runs::add, () -> differences.add(new Difference(name, name + " is no night or week")));
        }
        runs.sort(Comparator.comparing((RunFolder run) -> run.night() == null ? run.week() + "" : "")
                .thenComparing(RunFolder::revision)
                .thenComparing(RunFolder::folder));
        return runs;
    }

    private List<String> subfolders(String folder, String prefix) throws IOException {
        return lake.list(folder).stream()
                .filter(entry -> entry.isFolder() && entry.name().startsWith(prefix))
                .map(entry -> folder + "/" + entry.name())
                .toList();
    }

    private static Verification outcome(
            Map<String, FolderCheck.Found> found, List<Difference> differences, Map<String, String> record) {
        RunLinks links = new RunLinks(found);
        differences.addAll(links.differences());
        differences.addAll(links.differencesFrom(record, differences));
        differences.sort(Comparator.comparing(Difference::folder));
        return new Verification(
                links.nights().size(),
                (int) found.values().stream()
                        .filter(FolderCheck.Found::isPruned)
                        .count(),
                found.size() - links.nights().size(),
                found.values().stream().mapToLong(FolderCheck.Found::files).sum(),
                found.values().stream().mapToLong(FolderCheck.Found::bytes).sum(),
                differences,
                differences.isEmpty()
                        ? List.of()
                        : links.builtOn(differences.get(0).folder()),
                links.heads());
    }
}
