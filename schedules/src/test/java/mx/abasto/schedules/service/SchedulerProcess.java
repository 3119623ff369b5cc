package mx.abasto.schedules.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mx.abasto.common.files.Folders;

/** A scheduler in a process of its own, so that it can be told to end, or be killed. */
final class SchedulerProcess {
    private static final long ENDS_WITHIN_SECONDS = 120;

    private final Process process;
    private final Path temporary;
    private final Path said;

    private SchedulerProcess(Process process, Path temporary, Path said) {
        this.process = process;
        this.temporary = temporary;
        this.said = said;
    }

    /**
     * Starts a scheduler.
     *
     * @param home where it may keep what it says
     * @param clock what its clock shows, as {@link ServiceClock#SIMULATED} has it
     */
    static SchedulerProcess start(Path configuration, Path home, String clock) throws IOException {
        Path temporary = Files.createTempDirectory(Files.createDirectories(home), "scheduler");
        Path said = temporary.resolveSibling(temporary.getFileName() + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // The engine unpacks its library there, and a killed process leaves it.
                "-Djava.io.tmpdir=" + temporary,
                "-Dlogging.config=classpath:logback.xml",
                "-D" + ServiceClock.SIMULATED + "=" + clock,
                "-D" + ServiceClock.ROUND_MILLIS + "=200",
                Scheduler.class.getName(),
                "--config",
                configuration.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new SchedulerProcess(builder.start(), temporary, said);
    }

    /** A clock that shows an instant now, so many seconds later with each second, and stops at an end. */
    static String clock(Instant start, long speed, Instant end) {
        return "%s/%s/%d/%s".formatted(Instant.now(), start, speed, end);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}; false if it had ended before. */
    boolean kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        boolean isKilled = process.waitFor() == 128 + 9;
        Folders.delete(temporary);
        return isKilled;
    }

    /** {@code SIGTERM}; gives the exit code. */
    int end() throws IOException, InterruptedException {
        process.destroy();
        return ended();
    }

    /** Waits for it to end by itself; gives the exit code. */
    int ended() throws IOException, InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("The scheduler did not end: " + said());
        }
        Folders.delete(temporary);
        return process.exitValue();
    }

    /** What it has printed by now. */
    String said() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
