package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import mx.abasto.common.model.ExtractFileName;
import org.jspecify.annotations.Nullable;

/**
 * A file that a source offers for the night.
 *
 * @param source the configured name of its source
 * @param path where it was found, relative to the source: its folder's date, if any, and its name
 * @param folder the address of the folder that holds it
 * @param names what its name says, once for each extract that it is; one at least
 * @param bytes −1 if the source does not say
 * @param modifiedAt null if the source does not say
 */
record DeliveredFile(
        String source,
        String path,
        String folder,
        List<ExtractFileName> names,
        long bytes,
        @Nullable Instant modifiedAt) {
    DeliveredFile {
        requireNonNull(source, "source is null");
        requireNonNull(path, "path is null");
        requireNonNull(folder, "folder is null");
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException(path + " is no extract and no control file");
        }
    }

    /** Its name without folders. */
    String name() {
        return names.get(0).name();
    }

    /** {@code source/path}: what run.json names it. */
    String inputPath() {
        return source + "/" + path;
    }
}
