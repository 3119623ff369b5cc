package mx.abasto.jobs.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.TestLake;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week that failed, and the reference data were mended before it is resumed. */
class MendedReferenceTest {
    private static final String WEEK = "2025-W02";
    private static final LocalDate SUNDAY = LocalDate.of(2025, 1, 12);

    @TempDir
    private Path folder = Path.of("");

    private static RunCommand.Result weekly(TestLake lake) {
        return lake.run("weekly", "--week", WEEK);
    }

    @Test
    void aWeekThatIsResumedReadsThemAgain() throws IOException {
        Generator.generate(GeneratorOptions.of(4, 6, 7, 5), folder.resolve("network"));
        TestLake lake = TestLake.empty(folder.resolve("network"), folder.resolve("home"), 1);
        for (LocalDate night = lake.first(); !night.isAfter(SUNDAY); night = night.plusDays(1)) {
            lake.run("nightly", "--date", night.toString()).requireDone();
        }
        Path catalogue = lake.network().resolve("reference/catalogue.csv");
        String good = Files.readString(catalogue);
        Files.writeString(catalogue, "010.000.1,X,MEDICINE,,,,\n", StandardOpenOption.APPEND);
        assertThat(weekly(lake).exit()).isEqualTo(3);
        Files.writeString(catalogue, good);
        // A file where the folder of the second step should be: the first is done, and the week fails.
        Path inTheWay = Files.createFile(lake.work().resolve("weekly/" + WEEK + "-1/inventory"));
        assertThat(weekly(lake).exit()).isEqualTo(4);
        Files.delete(inTheWay);

        Files.writeString(catalogue, good.replace("MEDICINE", "NUTRITION"));
        weekly(lake).requireDone();

        TestLake fresh = lake.upTo(SUNDAY, folder.resolve("fresh"));
        weekly(fresh).requireDone();
        assertThat(lake.published()).isEqualTo(fresh.published());
    }
}
