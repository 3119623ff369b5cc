package mx.abasto.jobs.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's {@code data-samples} are what the generator makes, and small enough to be kept there. */
class SampleNetworkTest {
    private static final Path SAMPLES = Path.of("..", "data-samples");
    private static final long BYTES_MAX = 3_000_000;

    /** A foreign export with its profile, made by hand. */
    private static final String FOREIGN = "export/";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSampleIsWhatGenerateMakes() throws IOException {
        GeneratorOptions options = new GeneratorOptions(
                16, 60, 14, 8, 0.065, LocalDate.of(2025, 1, 6), "20", "../var/lake", "../var/work");
        Generator.generate(options, folder.resolve("made"));
        assertThat(hashes(SAMPLES)).isEqualTo(hashes(folder.resolve("made")));
    }

    @Test
    void theSampleIsUnderThreeMegabytes() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            assertThat(files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum())
                    .isLessThan(BYTES_MAX);
        }
    }

    private static SortedMap<String, String> hashes(Path root) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith(FOREIGN)) {
                    hashes.put(name, Hashes.of(file).sha256());
                }
            }
        }
        return hashes;
    }
}
