package mx.abasto.common.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashesTest {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTextHasTheHashThatTheStandardGives() {
        assertThat(Hashes.sha256("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void aFileHasItsHashAndItsLength(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Hashes.of(file)).isEqualTo(new Hashes.Content(OF_ABC, 3));
    }

    @Test
    void copyingGivesAllBytesAndTheirHash() throws IOException {
        byte[] bytes = new byte[200_001];
        new Random(1).nextBytes(bytes);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        Hashes.Content content = Hashes.copy(new ByteArrayInputStream(bytes), copy);

        assertThat(copy.toByteArray()).isEqualTo(bytes);
        assertThat(content.bytes()).isEqualTo(bytes.length);
        assertThat(content).isEqualTo(Hashes.copy(new ByteArrayInputStream(bytes), new ByteArrayOutputStream()));
    }
}
