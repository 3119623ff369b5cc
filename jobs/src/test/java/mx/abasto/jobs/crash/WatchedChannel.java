package mx.abasto.jobs.crash;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** An open file, with a point at each write, sync, cut and lock. Of a write that fails the first half is written. */
final class WatchedChannel extends FileChannel {
    private final String path;
    private final FileChannel real;

    WatchedChannel(String path, FileChannel real) {
        this.path = path;
        this.real = real;
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        ByteBuffer half = bytes.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        return half;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return requireNonNull(Points.file("write", path, () -> real.write(half(bytes)), () -> real.write(bytes)));
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return requireNonNull(
                Points.file("write", path, () -> real.write(half(bytes), position), () -> real.write(bytes, position)));
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        return requireNonNull(Points.file(
                "write", path, () -> real.write(half(bytes[offset])), () -> real.write(bytes, offset, length)));
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
        return requireNonNull(Points.file("write", path, () -> real.transferFrom(from, position, count)));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        Points.file("cut", path, () -> real.truncate(size));
        return this;
    }

    @Override
    public void force(boolean isMetadataToo) throws IOException {
        Points.file("sync", path, () -> {
            real.force(isMetadataToo);
            return null;
        });
    }

    @Override
    public FileLock lock(long position, long size, boolean isShared) throws IOException {
        return requireNonNull(Points.file("lock", path, () -> real.lock(position, size, isShared)));
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean isShared) throws IOException {
        return Points.file("lock", path, () -> real.tryLock(position, size, isShared));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return real.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return real.read(into, position);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return real.read(into, offset, length);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        return real.transferTo(position, count, to);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
