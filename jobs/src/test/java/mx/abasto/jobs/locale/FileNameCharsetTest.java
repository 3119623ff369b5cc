package mx.abasto.jobs.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with an ñ under a locale whose character set has none. */
class FileNameCharsetTest {
    private static final String REMEDY =
            " has characters that this process cannot name files with: its locale names them"
                    + " in ANSI_X3.4-1968. Set the environment variable LC_ALL to a locale of UTF-8, such as C.UTF-8, and run the"
                    + " same command again.";

    @TempDir
    private Path folder = Path.of("");

    private static LocaleProcess nightly(Path in, String charset, String configuration)
            throws IOException, InterruptedException {
        return LocaleProcess.run(
                in, List.of(), Map.of("LC_ALL", charset), "--config", configuration, "nightly", "--date", "2025-01-06");
    }

    @Test
    void aProjectThatCannotBeNamedIsToldWhy() throws Exception {
        Path project = folder.resolve("añb");
        Generator.generate(GeneratorOptions.of(4, 6, 1, 5), project);

        LocaleProcess inside = nightly(project, "C", "abasto.yml");
        assertThat(inside.said().strip()).startsWith("'").endsWith(REMEDY);
        assertThat(inside.exit()).isEqualTo(3);

        LocaleProcess outside =
                nightly(folder, "C", project.resolve("abasto.yml").toString());
        assertThat(outside.said().strip()).startsWith("'").endsWith(REMEDY);
        assertThat(outside.exit()).isEqualTo(3);

        LocaleProcess works = nightly(project, "C.UTF-8", "abasto.yml");
        assertThat(works.exit()).as(works.said()).isZero();
    }

    @Test
    void aFolderOfTheConfigurationThatCannotBeNamedIsToldWhy() throws Exception {
        Files.writeString(folder.resolve("abasto.yml"), """
                abasto:
                  lake: lake
                  work: mañana
                  reference: reference
                  sources: [{ name: x, uri: "extracts/{date}" }]
                """);

        LocaleProcess process = nightly(folder, "C", "abasto.yml");

        assertThat(process.said().strip()).contains("mañana'" + REMEDY);
        assertThat(process.exit()).isEqualTo(3);
    }
}
