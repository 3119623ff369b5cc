package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.Source;

/** The files of a source that published nights within the window have taken, by path and hash. */
final class TakenBefore {
    private final boolean isDatabase;
    private final SeenFiles seen;
    private final Map<String, Set<String>> hashesByPath;

    TakenBefore(Source source, SeenFiles seen, Map<String, Set<String>> hashesByPath) {
        this.isDatabase = source.isDatabase();
        this.seen = seen;
        this.hashesByPath = hashesByPath;
    }

    static TakenBefore of(NightRun run, Source source, SeenFiles seen) {
        Map<String, Set<String>> hashesByPath = new HashMap<>();
        LocalDate first = run.date().minusDays(run.settings().correctionWindowNights());
        for (LocalDate night : run.lake().nights()) {
            if (!night.isBefore(first) && night.isBefore(run.date())) {
                run.lake().night(night).ifPresent(published -> add(published.runJson(), hashesByPath));
            }
        }
        return new TakenBefore(source, seen, hashesByPath);
    }

    private static void add(RunJson runJson, Map<String, Set<String>> hashesByPath) {
        for (RunJson.Item input : runJson.inputs()) {
            hashesByPath.computeIfAbsent(input.path(), path -> new HashSet<>()).add(input.sha256());
        }
    }

    /**
     * Whether a night has taken the file as it is now: one that was written over since has other bytes. A query is
     * asked once for each night.
     */
    boolean isTaken(DeliveredFile file, Sender sender) throws IOException {
        Set<String> hashes = hashesByPath.get(file.inputPath());
        if (hashes == null || isDatabase) {
            return hashes != null;
        }
        String known = seen.sha256(file);
        return hashes.contains(known == null ? hashOf(file, sender) : known);
    }

    private String hashOf(DeliveredFile file, Sender sender) throws IOException {
        try (InputStream bytes = sender.open(file)) {
            Hashes.Content content = Hashes.copy(bytes, OutputStream.nullOutputStream());
            seen.remember(file, content.sha256());
            return content.sha256();
        }
    }
}
