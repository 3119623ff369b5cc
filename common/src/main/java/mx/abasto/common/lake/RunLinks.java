package mx.abasto.common.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.abasto.common.lake.FolderCheck.Found;
import mx.abasto.common.lake.Verification.Difference;

/** How the runs of a lake name one another by their hashes. */
final class RunLinks {
    private static final String RUN_JSON = "/" + RunJson.FILE_NAME;

    private final Map<String, Found> found;
    private final NavigableSet<LocalDate> nights = new TreeSet<>();

    /** @param found the runs by folder, nights first, oldest first */
    RunLinks(Map<String, Found> found) {
        this.found = found;
        for (Found each : found.values()) {
            LocalDate night = each.folder().night();
            if (night != null) {
                nights.add(night);
            }
        }
    }

    NavigableSet<LocalDate> nights() {
        return nights;
    }

    /** Runs that are missing, or are not those that later ones name. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>(nightsInOrder());
        for (Found each : found.values()) {
            if (each.folder().week() != null && each.published() != null) {
                differences.addAll(namedBy(each.folder(), each.published()));
            }
        }
        // A run that many name is said once, by the first.
        Set<String> said = new HashSet<>();
        differences.removeIf(difference -> !said.add(difference.folder()));
        return differences;
    }

    private List<Difference> nightsInOrder() {
        List<Difference> differences = new ArrayList<>();
        for (LocalDate night : nights) {
            LocalDate before = night.minusDays(1);
            Optional<String> named = previous(Lake.nightFolder(night));
            if (!nights.contains(before) && (!night.equals(nights.first()) || named.isPresent())) {
                LocalDate gap = Optional.ofNullable(nights.lower(night))
                        .map(lower -> lower.plusDays(1))
                        .orElse(before);
                gap.datesUntil(night).forEach(missing -> differences.add(missing(RunFolder.of(missing), night + "")));
            } else if (nights.contains(before) && isOther(Lake.nightFolder(before), named.orElse(""), night)) {
                differences.add(other(RunFolder.of(before), night + ""));
            }
        }
        return differences;
    }

    /** Of a run that cannot be read nothing is known that it names. */
    private boolean isOther(String folder, String named, LocalDate by) {
        Found run = found.get(folder);
        Found next = found.get(Lake.nightFolder(by));
        return run != null
                && run.published() != null
                && next != null
                && next.published() != null
                && !run.published().sha256().equals(named);
    }

    private Optional<String> previous(String folder) {
        Found run = found.get(folder);
        return run == null || run.published() == null
                ? Optional.empty()
                : Optional.ofNullable(run.published().runJson().previousSha256());
    }

    /** What a week names: the runs that it read, and the run before it in the chain of weeks. */
    private List<Difference> namedBy(RunFolder week, Lake.Published published) {
        Map<String, String> named = new TreeMap<>(runsReadBy(published));
        String previous = published.runJson().previousSha256();
        if (week.revision() > 1 && week.week() != null) {
            named.put(Lake.weekFolder(week.week(), week.revision() - 1), previous == null ? "" : previous);
        }
        List<Difference> differences = new ArrayList<>();
        if (previous != null && !named.containsValue(previous)) {
            differences.add(new Difference(
                    week.folder(), week.folder() + RUN_JSON + " names a week before it that it has not read"));
        }
        named.forEach((folder, sha256) -> {
            Found run = found.get(folder);
            Optional<RunFolder> name = RunFolder.named(folder);
            if (run == null) {
                name.ifPresent(missing -> differences.add(missing(missing, week.label())));
            } else if (run.published() != null && !run.published().sha256().equals(sha256)) {
                differences.add(other(run.folder(), week.label()));
            }
        });
        return differences;
    }

    private static Map<String, String> runsReadBy(Lake.Published published) {
        Map<String, String> runs = new TreeMap<>();
        for (RunJson.Item input : published.runJson().inputs()) {
            String path = input.path();
            if (path.endsWith(RUN_JSON)) {
                String folder = path.substring(0, path.length() - RUN_JSON.length());
                RunFolder.named(folder).ifPresent(run -> runs.put(run.folder(), input.sha256()));
            }
        }
        return runs;
    }

    /** What a record outside the lake says otherwise, of runs of which nothing else is said yet. */
    List<Difference> differencesFrom(Map<String, String> record, List<Difference> known) {
        Set<String> said = new HashSet<>();
        known.forEach(difference -> said.add(difference.folder()));
        List<Difference> differences = new ArrayList<>();
        new TreeMap<>(record).forEach((folder, sha256) -> {
            Found run = found.get(folder);
            if (run == null) {
                differences.add(
                        new Difference(folder, folder + " is missing: the job repository says that it was published"));
            } else if (run.published() != null && !run.published().sha256().equals(sha256)) {
                differences.add(new Difference(
                        folder, folder + RUN_JSON + " is not the one that the job repository says was published"));
            }
        });
        differences.removeIf(difference -> said.contains(difference.folder()));
        return differences;
    }

    private static Difference missing(RunFolder run, String by) {
        return new Difference(run.folder(), "%s is missing: %s was built on it".formatted(run.folder(), by));
    }

    private static Difference other(RunFolder run, String by) {
        return new Difference(
                run.folder(),
                "%s%s is not the one that %s was built on: it was replaced".formatted(run.folder(), RUN_JSON, by));
    }

    /** What was built on a run, by what people call it: later nights, weeks that read any of these, and so on. */
    List<String> builtOn(String folder) {
        Set<String> affected = new HashSet<>(Set.of(folder));
        List<String> labels = new ArrayList<>();
        RunFolder.named(folder).map(RunFolder::night).ifPresent(first -> nights.tailSet(first, false)
                .forEach(night -> {
                    affected.add(Lake.nightFolder(night));
                    labels.add(night.toString());
                }));
        int before;
        do {
            before = affected.size();
            for (Found each : found.values()) {
                if (each.published() != null
                        && readsAnyOf(affected, each)
                        && affected.add(each.folder().folder())) {
                    labels.add(each.folder().label());
                }
            }
        } while (affected.size() > before);
        return labels;
    }

    private static boolean readsAnyOf(Set<String> affected, Found run) {
        RunFolder week = run.folder();
        return run.published() != null
                && week.week() != null
                && (week.revision() > 1 && affected.contains(Lake.weekFolder(week.week(), week.revision() - 1))
                        || runsReadBy(run.published()).keySet().stream().anyMatch(affected::contains));
    }

    /** The newest night's hash, and the newest week's, by folder: nothing in the lake names them. */
    SortedMap<String, String> heads() {
        SortedMap<String, String> heads = new TreeMap<>();
        Found lastWeek = null;
        for (Found each : found.values()) {
            boolean isLastNight =
                    !nights.isEmpty() && nights.last().equals(each.folder().night());
            if (isLastNight && each.published() != null) {
                heads.put(each.folder().folder(), each.published().sha256());
            }
            lastWeek = each.folder().week() == null ? lastWeek : each;
        }
        if (lastWeek != null && lastWeek.published() != null) {
            heads.put(lastWeek.folder().folder(), lastWeek.published().sha256());
        }
        return heads;
    }
}
