package mx.abasto.common.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A folder somewhere: on this machine, in HDFS, on a server. Names are relative to it, with {@code /} between parts.
 * Every method throws {@link IOException} when the place cannot be reached; what was there before is then unchanged,
 * except as a method says.
 */
public interface Place {

    /** A file or folder in a place. {@code bytes} is 0 for a folder. */
    record Entry(String name, long bytes, boolean isFolder, Instant modifiedAt) {}

    /** What messages call this place. */
    String address();

    boolean exists(String name) throws IOException;

    /** What stands directly under a folder, sorted by name; empty where there is no such folder. */
    List<Entry> list(String folder) throws IOException;

    /** The bytes of a file. The caller closes the stream. */
    InputStream open(String name) throws IOException;

    /**
     * A new file; folders on the way are made. The caller closes the stream, and only then are the bytes there. A
     * failure on the way may leave a part of the file.
     */
    OutputStream create(String name) throws IOException;

    /**
     * Renames a folder to a name that is free, in one step: a reader sees all of it or nothing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the new name is taken; both are then as they were
     */
    void renameToFree(String folder, String newName) throws IOException;

    /** Removes a file or a folder with all that it holds; nothing happens where there is none. */
    void delete(String name) throws IOException;

    /** Where a name lies on this machine, if this place is on it. */
    Optional<Path> local(String name);
}
