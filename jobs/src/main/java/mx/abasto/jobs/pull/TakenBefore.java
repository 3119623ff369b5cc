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
    private final Map<String, Set<String>> hashesByPath = new HashMap<>();

    private TakenBefore(boolean isDatabase, SeenFiles seen) {
        this.isDatabase = isDatabase;
        this.seen = seen;
    }

    static TakenBefore of(NightRun run, Source source, SeenFiles seen) {
        TakenBefore taken = new TakenBefore(source.isDatabase(), seen);
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
