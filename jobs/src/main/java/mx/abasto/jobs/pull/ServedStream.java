package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes as a server gives them: no read waits for longer than the server may say nothing. */
class ServedStream extends InputStream {
    private final Patience patience;
    private final InputStream from;
    private long bytes;
    private boolean isAtEnd;

    ServedStream(Patience patience, InputStream from) {
        this.patience = requireNonNull(patience, "patience is null");
        this.from = requireNonNull(from, "from is null");
    }

    /**
     * Called once the stream has ended, before its reader hears of it.
     *
     * @param bytesRead how many came
     * @throws IOException if that was not the end of the file
     */
    void requireWhole(long bytesRead) throws IOException {
        // Some protocols say so by themselves.
    }

    /** Called when the reader wants no more, though there is more. */
    void abandon() throws IOException {
        from.close();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (isAtEnd) {
            return -1;
        }
        return length == 0 ? 0 : patience.await(() -> some(buffer, offset, length));
    }

    private int some(byte[] buffer, int offset, int length) throws IOException {
        int read;
        do {
            read = from.read(buffer, offset, length);
        } while (read == 0);
        if (read < 0) {
            from.close();
            requireWhole(bytes);
            isAtEnd = true;
        } else {
            bytes += read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        if (!isAtEnd) {
            isAtEnd = true;
            abandon();
        }
    }
}
