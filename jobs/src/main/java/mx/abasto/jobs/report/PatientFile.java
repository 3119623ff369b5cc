package mx.abasto.jobs.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes no more after its first failure, and tells it when it is closed: the workbook library does not come to
 * an end if what it writes to fails halfway.
 */
final class PatientFile extends OutputStream {
    private final OutputStream file;
    private @Nullable IOException failure;

    /** What is written goes to a stream, which is closed with this one. */
    PatientFile(OutputStream file) {
        this.file = new BufferedOutputStream(file);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                file.write(bytes, offset, length);
            } catch (IOException first) {
                failure = first;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (failure == null) {
            file.close();
            return;
        }
        // The first failure is told, whatever comes of closing what failed.
        try (file) {
            throw failure;
        }
    }
}
