package mx.abasto.jobs.extract;

import java.util.Comparator;
import mx.abasto.common.files.Place;

/**
 * A file that a source offers for the night.
 *
 * @param source the configured name of its source
 * @param path where it was found, relative to the source: its folder's date, if any, and its name
 * @param place the folder that holds it
 */
record DeliveredFile(String source, String path, Place place, ExtractFileName name, long bytes) {
    /** Taking order; the path settles files of one name. */
    static final Comparator<DeliveredFile> TAKING_ORDER = Comparator.comparing(
                    DeliveredFile::name, ExtractFileName.TAKING_ORDER)
            .thenComparing(DeliveredFile::path);

    /** {@code source/path}: what run.json names it. */
    String inputPath() {
        return source + "/" + path;
    }
}
