package mx.abasto.jobs.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.files.Hashes;

/**
 * Where the files of one source land. Small ones follow each other in one file: thousands of small files would cost
 * more than they hold. Those that have to be read from their end (zip, Parquet) get a file each. A copy that fails
 * leaves nothing behind. What this machine does not take is no failure of the source: it is a {@link NotLandedException}.
 */
final class LandingFolder implements AutoCloseable {
    private static final String BYTES = "bytes";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    /** This machine did not take what a source gave: the disk is full, or broken. */
    static final class NotLandedException extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        NotLandedException(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** Something that this machine does for a landing. */
    private interface OwnWork<T> {
        T done() throws IOException;
    }

    /**
     * A file that landed whole.
     *
     * @param landedIn the file of this folder that holds its bytes
     * @param landedAt where they begin
     */
    record Landed(DeliveredFile file, String landedIn, long landedAt, Hashes.Content content) {}

    private final Path folder;
    private final FileChannel bytes;
    private final Map<String, Landed> landed = new LinkedHashMap<>();
    private boolean isSealed;

    LandingFolder(Path folder) throws IOException {
        this.folder = folder;
        this.bytes = FileChannel.open(
                folder.resolve(BYTES), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    /**
     * Copies a file.
     *
     * @throws IOException if it cannot be read to its end or is longer than it may be
     */
    void land(DeliveredFile file, InputStream from, long bytesMax) throws IOException {
        byte[] start = from.readNBytes(ZIP.length);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), from);
        boolean isReadFromItsEnd = Arrays.equals(start, ZIP) || Arrays.equals(start, PARQUET);
        keep(isReadFromItsEnd ? ownFile(file, whole, bytesMax) : appended(file, whole, bytesMax));
    }

    private Landed appended(DeliveredFile file, InputStream from, long bytesMax) throws IOException {
        long start = own(bytes::position);
        try {
            // The channel stays open: it is not the stream's to close.
            return new Landed(file, BYTES, start, copy(from, Channels.newOutputStream(bytes), bytesMax));
        } catch (IOException failure) {
            own(() -> bytes.truncate(start));
            throw failure;
        }
    }

    private Landed ownFile(DeliveredFile file, InputStream from, long bytesMax) throws IOException {
        String name = "file-" + landed.size();
        Path path = folder.resolve(name);
        try (OutputStream to = own(() -> Files.newOutputStream(path))) {
            return new Landed(file, name, 0, copy(from, to, bytesMax));
        } catch (IOException failure) {
            own(() -> Files.deleteIfExists(path));
            throw failure;
        }
    }

    private static <T> T own(OwnWork<T> work) {
        try {
            return work.done();
        } catch (IOException failure) {
            throw new NotLandedException(failure);
        }
    }

    private Hashes.Content copy(InputStream from, OutputStream to, long bytesMax) throws IOException {
        return Hashes.copy(from, new OutputStream() {
            private long written;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                requireOpen();
                written += length;
                if (written > bytesMax) {
                    throw new RefusedException(
                            "it is longer than the size-limit of the source, " + bytesMax + " bytes");
                }
                own(() -> {
                    to.write(buffer, offset, length);
                    return length;
                });
            }
        });
    }

    private synchronized void requireOpen() throws IOException {
        if (isSealed) {
            throw new InterruptedIOException("the time of the source is over");
        }
    }

    private synchronized void keep(Landed copied) throws IOException {
        requireOpen();
        landed.put(copied.file().path(), copied);
    }

    /** Whether a file landed, as it is offered. */
    synchronized boolean has(DeliveredFile file) {
        Landed known = landed.get(file.path());
        return known != null && isAlike(known.file(), file);
    }

    /** Forgets a file that turned out to be still growing. */
    synchronized void forget(DeliveredFile file) {
        landed.remove(file.path());
    }

    /** Nothing lands from here on, whoever still tries. What has landed. */
    synchronized List<Landed> seal() {
        isSealed = true;
        return new ArrayList<>(landed.values());
    }

    /** Whether size and time of a file, as far as they are known, have not changed. */
    static boolean isAlike(DeliveredFile before, DeliveredFile after) {
        boolean hasSameTime = before.modifiedAt() == null
                || after.modifiedAt() == null
                || before.modifiedAt().equals(after.modifiedAt());
        return before.bytes() == after.bytes() && hasSameTime;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
