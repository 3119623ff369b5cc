package mx.abasto.schedules.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit of systemd and the container file. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("src", "main", "deploy");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    private Path folder;

    private static String read(String name) throws Exception {
        return Files.readString(DEPLOY.resolve(name));
    }

    private Process verified(String unit) throws Exception {
        Path file = folder.resolve("abasto-scheduler.service");
        // Java need not be where the unit expects it.
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(file, unit.replace("/usr/bin/java", java));
        Process process = new ProcessBuilder(ANALYZE.toString(), "verify", file.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return process;
    }

    @Test
    void systemdFindsNothingWrongWithTheUnit() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze");
        Process right = verified(read("abasto-scheduler.service"));
        assertThat(new String(right.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(right.waitFor()).isZero();

        Process wrong = verified(read("abasto-scheduler.service").replace("KillSignal=SIGTERM", "KillSignal=SIGNONE"));
        assertThat(new String(wrong.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("SIGNONE");
    }

    @Test
    void theUnitLeavesTheServiceTimeToStopAndRestartsNotWhatNeedsAPerson() throws Exception {
        assertThat(read("abasto-scheduler.service").lines().toList())
                .contains(
                        "KillSignal=SIGTERM",
                        "TimeoutStopSec=90",
                        "Restart=on-failure",
                        "RestartPreventExitStatus=2 3",
                        "SuccessExitStatus=143",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict");
    }

    @Test
    void theContainerFetchesNothingButItsBaseAndRunsAsNobodyInParticular() throws Exception {
        List<String> words = read("Containerfile")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(words.get(0)).isEqualTo("FROM eclipse-temurin:17-jre");
        assertThat(words).noneMatch(line -> line.startsWith("RUN") || line.startsWith("ADD"));
        assertThat(words).contains("USER 10001:10001", "STOPSIGNAL SIGTERM");
    }
}
