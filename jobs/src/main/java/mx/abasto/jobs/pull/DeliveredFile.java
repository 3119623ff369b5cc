package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;

/**
 * A file that a source offers for the night.
 *
 * @param source the configured name of its source
 * @param path where it was found, relative to the source: its folder's date, if any, and its name
 * @param folder the address of the folder that holds it
 * @param bytes −1 if the source does not say
 * @param modifiedAt null if the source does not say
 */
record DeliveredFile(
        String source,
        String path,
        String folder,
        ExtractFileName name,
        long bytes,
        @Nullable Instant modifiedAt) {
    DeliveredFile {
        requireNonNull(source, "source is null");
        requireNonNull(path, "path is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(name, "name is null");
    }

    /** {@code source/path}: what run.json names it. */
    String inputPath() {
        return source + "/" + path;
    }
}
