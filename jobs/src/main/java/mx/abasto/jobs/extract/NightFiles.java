package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import mx.abasto.common.lake.Pieces;
import mx.abasto.jobs.extract.LandedFiles.LandedFile;

/**
 * Reads a night's files, several at a time. Which thread read a file leaves no trace: every row has its file's number,
 * and nothing depends on the order in which rows come into the engine.
 */
record NightFiles(LandedFiles landed, SourceForms forms, LocalDate night, Aliases aliases) {

    /** Reads them all into a folder; what each thread read. */
    List<AcceptedRows> read(int threads, Path staging) throws IOException {
        // The largest first, so that none is begun last.
        Queue<List<LandedFile>> files = new ConcurrentLinkedQueue<>(landed.extracts().stream()
                .sorted(Comparator.comparingLong(
                                (List<LandedFile> file) -> file.get(0).bytes())
                        .reversed())
                .toList());
        List<Callable<AcceptedRows>> readers = new ArrayList<>();
        readers.add(() -> {
            try (AcceptedRows rows = rowsIn(staging.resolve("controls"))) {
                for (LandedFile control : landed.controls()) {
                    rows.readControl(control);
                }
                return rows;
            }
        });
        for (int thread = 0; thread < threads; thread++) {
            Path folder = staging.resolve("rows-" + thread);
            readers.add(() -> readFrom(files, folder));
        }
        return Pieces.all(threads, "read the night's files", readers);
    }

    private AcceptedRows readFrom(Queue<List<LandedFile>> files, Path folder) throws IOException {
        try (AcceptedRows rows = rowsIn(folder)) {
            for (List<LandedFile> file = files.poll(); file != null; file = files.poll()) {
                rows.read(file);
            }
            return rows;
        }
    }

    private AcceptedRows rowsIn(Path folder) throws IOException {
        return new AcceptedRows(folder, night, aliases, forms);
    }
}
