package mx.abasto.jobs.extract;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunJson;

/** The files that published nights within the window have taken, by path and hash. */
final class TakenBefore {
    private final Map<String, Set<String>> hashesByPath = new HashMap<>();

    static TakenBefore of(NightRun run) {
        TakenBefore taken = new TakenBefore();
        LocalDate first = run.date().minusDays(run.settings().correctionWindowNights());
        for (LocalDate night : run.lake().nights()) {
            if (!night.isBefore(first) && night.isBefore(run.date())) {
                run.lake().night(night).ifPresent(published -> taken.add(published.runJson()));
            }
        }
        return taken;
    }

    private void add(RunJson runJson) {
        for (RunJson.Item input : runJson.inputs()) {
            hashesByPath.computeIfAbsent(input.path(), path -> new HashSet<>()).add(input.sha256());
        }
    }

    /** Whether the path was ever taken; its bytes may have changed since. */
    boolean knows(DeliveredFile file) {
        return hashesByPath.containsKey(file.inputPath());
    }

    boolean has(DeliveredFile file, String sha256) {
        return hashesByPath.getOrDefault(file.inputPath(), Set.of()).contains(sha256);
    }
}
