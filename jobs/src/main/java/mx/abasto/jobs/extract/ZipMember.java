package mx.abasto.jobs.extract;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The one data file of a zip, inflated as it is read. Throws {@link UnreadableFileException} where the bytes are not
 * whole, which Java's own reader of a named entry does not notice: length and checksum are held against the directory.
 */
final class ZipMember extends FilterInputStream {
    private final ZipFile zip;
    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();
    private long read;

    private ZipMember(ZipFile zip, ZipEntry entry, InputStream inflated) {
        super(inflated);
        this.zip = zip;
        this.entry = entry;
    }

    /**
     * Opens the only file of a zip, but for folders and what a Mac adds.
     *
     * @throws UnreadableFileException if there is none or there are several, or the zip is damaged or encrypted
     */
    static InputStream open(Path path) throws IOException {
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            List<? extends ZipEntry> files =
                    zip.stream().filter(ZipMember::isData).toList();
            if (files.size() != 1) {
                throw new UnreadableFileException(
                        files.isEmpty()
                                ? "the zip file holds no file"
                                : "the zip file holds %d files; it must hold one".formatted(files.size()));
            }
            return new ZipMember(zip, files.get(0), zip.getInputStream(files.get(0)));
        } catch (IOException | RuntimeException failure) {
            if (zip != null) {
                zip.close();
            }
            throw refusal(failure);
        }
    }

    private static boolean isData(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !last.equals(".DS_Store");
    }

    private static IOException refusal(Exception failure) {
        if (failure instanceof UnreadableFileException refusal) {
            return refusal;
        }
        boolean isDamaged = failure instanceof ZipException
                || failure instanceof EOFException
                || failure instanceof RuntimeException;
        if (!isDamaged) {
            return (IOException) failure;
        }
        boolean isEncrypted = String.valueOf(failure.getMessage()).contains("encrypted");
        return new UnreadableFileException(isEncrypted ? "the zip file is encrypted" : "the zip file is damaged");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException | RuntimeException failure) {
            throw refusal(failure);
        }
        if (count < 0) {
            if (read != entry.getSize() || checksum.getValue() != entry.getCrc()) {
                throw new UnreadableFileException("the zip file is damaged: its checksum differs");
            }
            return -1;
        }
        checksum.update(buffer, offset, count);
        read += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
