package mx.abasto.jobs.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a file as a stream. Fails if the file ends before the part does. */
final class ByteRange extends InputStream {
    private final InputStream bytes;
    private long left;

    private ByteRange(InputStream bytes, long left) {
        this.bytes = bytes;
        this.left = left;
    }

    static InputStream of(Path file, long start, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        channel.position(start);
        return new ByteRange(Channels.newInputStream(channel), length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = bytes.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the landed bytes end " + left + " bytes too early");
        }
        left -= read;
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
