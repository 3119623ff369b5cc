package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;

/**
 * Publishes a run: checks every file against its dataset, copies it into the lake under a name that no reader looks
 * at, writes run.json last, and gives the folder its name in one rename. When it fails, nothing is published.
 */
public final class Publisher {
    private final Place lake;
    private final LakeHold hold;

    /**
     * @param hold asked right before the rename whether this run still holds the lake
     */
    public Publisher(Place lake, LakeHold hold) {
        this.lake = requireNonNull(lake, "lake is null");
        this.hold = requireNonNull(hold, "hold is null");
    }

    /**
     * Publishes datasets from a run's work folder as one folder of the lake.
     *
     * @param documents files for people to read, published beside the datasets under their own names
     * @param folder its name in the lake
     * @param manifest makes the run.json of the files written
     * @throws AbastoException (FAILED) if a file does not conform, the folder exists, or the lake does not take it
     */
    public void publish(
            WorkFolder work,
            List<Dataset> datasets,
            List<Path> documents,
            String folder,
            Function<List<RunJson.Item>, RunJson> manifest) {
        try {
            String staging = Staging.free(lake, folder, hold);
            List<RunJson.Item> outputs = new ArrayList<>();
            for (Dataset dataset : datasets) {
                int part = 0;
                for (Path file : work.files(dataset)) {
                    String path = "%s/part-%d.parquet".formatted(dataset.name(), part++);
                    outputs.add(stage(file, ParquetFooters.conformingRows(file, dataset), staging, path));
                }
            }
            for (Path document : documents) {
                outputs.add(stage(document, 0, staging, document.getFileName().toString()));
            }
            try (OutputStream runJson = lake.create(staging + "/" + RunJson.FILE_NAME)) {
                runJson.write(manifest.apply(outputs).toJson().getBytes(StandardCharsets.UTF_8));
            }
            hold.requireHeld();
            lake.renameToFree(staging, folder);
        } catch (FileAlreadyExistsException taken) {
            throw AbastoException.failed(
                    folder + " was published by someone else meanwhile. A published run never changes: nothing to do.",
                    taken);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot publish " + folder + " to " + lake.address() + ": " + failure.getMessage()
                            + ". Run the same command again.",
                    failure);
        }
    }

    private RunJson.Item stage(Path file, long rows, String staging, String path) throws IOException {
        try (InputStream from = Files.newInputStream(file);
                OutputStream to = lake.create(staging + "/" + path)) {
            Hashes.Content content = Hashes.copy(from, to);
            return new RunJson.Item(path, content.bytes(), content.sha256(), rows);
        }
    }
}
