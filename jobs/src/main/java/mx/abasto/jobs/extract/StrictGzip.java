package mx.abasto.jobs.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip, one member or several, and throws {@link UnreadableFileException} wherever the bytes are not whole.
 * Java's own stream ends quietly at a broken second member, or at a whole one when the source's {@code available()}
 * says 0: rows would be lost without a word.
 */
final class StrictGzip extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int DEFLATE = 8;

    private final InputStream compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 15];
    private int position;
    private int limit;
    private boolean atEnd;

    private StrictGzip(InputStream compressed) {
        this.compressed = compressed;
    }

    /** The plain bytes of a file that is gzip by its first two bytes or by its name; others as they are. */
    static InputStream plain(InputStream bytes, String fileName) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        boolean hasMagic = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        if (!hasMagic && !fileName.endsWith(".gz")) {
            return buffered;
        }
        StrictGzip gzip = new StrictGzip(buffered);
        gzip.readHeader(gzip.nextByte());
        return gzip;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!atEnd) {
            int inflated = inflate(target, offset, length);
            if (inflated > 0) {
                checksum.update(target, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged("it asks for a dictionary");
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw damaged("its data do not inflate");
        }
    }

    private void feed() throws IOException {
        if (position == limit && !fill()) {
            throw truncated();
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long crc = nextInt();
        long size = nextInt();
        if (crc != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged("its checksum differs");
        }
        int next = byteOrEnd();
        while (next == 0) { // padding, as tapes and block devices leave it
            next = byteOrEnd();
        }
        if (next < 0) {
            atEnd = true;
        } else {
            readHeader(next);
            inflater.reset();
            checksum.reset();
        }
    }

    private void readHeader(int first) throws IOException {
        if (first != 0x1F || nextByte() != 0x8B || nextByte() != DEFLATE) {
            throw damaged("what should be a gzip header is none");
        }
        int flags = nextByte();
        if ((flags & RESERVED) != 0) {
            throw damaged("its header has unknown flags");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = nextByte();
            skip(low + (nextByte() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            nextByte();
        }
    }

    private void skipText() throws IOException {
        while (nextByte() != 0) {
            // up to and with the zero that ends it
        }
    }

    private long nextInt() throws IOException {
        return nextByte() | (long) nextByte() << 8 | (long) nextByte() << 16 | (long) nextByte() << 24;
    }

    private int nextByte() throws IOException {
        int next = byteOrEnd();
        if (next < 0) {
            throw truncated();
        }
        return next;
    }

    private int byteOrEnd() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, compressed.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private static UnreadableFileException truncated() {
        return new UnreadableFileException("the gzip file is truncated");
    }

    private static UnreadableFileException damaged(String how) {
        return new UnreadableFileException("the gzip file is damaged: " + how);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
