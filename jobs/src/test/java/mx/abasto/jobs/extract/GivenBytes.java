package mx.abasto.jobs.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes in memory as a delivered file. */
record GivenBytes(byte[] bytes) implements FileBytes {
    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Path path() throws IOException {
        Path file = Files.createTempFile("given", ".bin");
        file.toFile().deleteOnExit();
        return Files.write(file, bytes);
    }
}
