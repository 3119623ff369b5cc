package mx.abasto.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pull that fails for a reason of this machine's, not of its source's. */
class FailedPullTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 6);

    @TempDir
    Path folder = Path.of("");

    @Test
    void theMessageSaysWhatFailedAndTheSameCommandResumes() throws IOException {
        Generator.generate(GeneratorOptions.of(4, 6, 1, 5), folder.resolve("network"));
        TestLake lake = TestLake.empty(folder.resolve("network"), folder.resolve("home"), 1);
        Path inTheWay = Files.createDirectories(lake.work()).resolve("seen");
        Files.createFile(inTheWay);

        RunCommand.Result failed = lake.run("nightly", "--date", NIGHT.toString());

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(failed.err())
                .isEqualTo(
                        "The step pull of %s failed: %s (FileAlreadyExistsException). Nothing was published; run the same"
                                        .formatted(NIGHT, inTheWay)
                                + " command again to resume.\n");

        Files.delete(inTheWay);
        lake.run("nightly", "--date", NIGHT.toString()).requireDone();
    }
}
