package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The bytes of a delivered file, which can be read again. */
public interface FileBytes {

    /** The bytes from their start; the caller closes them. */
    InputStream open() throws IOException;

    /** A file that holds these bytes and no others, for forms that are read from their end: zip and Parquet. */
    Path path() throws IOException;
}
