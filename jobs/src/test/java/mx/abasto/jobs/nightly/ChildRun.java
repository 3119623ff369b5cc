package mx.abasto.jobs.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.lake.TestLake;

/** A command in a process of its own, so that it can be killed. */
public final class ChildRun {
    private static final long BETWEEN_LOOKS_NANOS = 100_000;

    /** Says whether the moment to kill has come; asked over and over. */
    @FunctionalInterface
    public interface Moment {
        boolean hasCome() throws IOException;
    }

    private final Process process;
    private final Path temporary;
    private final Path said;

    private ChildRun(Process process, Path temporary, Path said) {
        this.process = process;
        this.temporary = temporary;
        this.said = said;
    }

    /** Starts a command on a lake. */
    public static ChildRun start(TestLake lake, String... words) throws IOException {
        Path temporary = Files.createDirectories(lake.home().resolve("tmp"));
        Path said = lake.home().resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // The engine unpacks its library there, and a killed process leaves it.
                "-Djava.io.tmpdir=" + temporary,
                "mx.abasto.jobs.cli.Abasto",
                "--config",
                lake.configuration().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new ChildRun(builder.start(), temporary, said);
    }

    /** Kills the process as soon as the moment has come; false if it ended before. */
    public boolean killAt(Moment moment) throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (moment.hasCome()) {
                process.destroyForcibly();
                boolean isKilled = process.waitFor() == 128 + 9;
                Folders.delete(temporary);
                return isKilled;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        Folders.delete(temporary);
        return false;
    }

    /** Waits for the process to end as it should. */
    public void requireDone() throws IOException, InterruptedException {
        int exit = process.waitFor();
        Folders.delete(temporary);
        if (exit != 0) {
            throw new AssertionError("The child ended with exit code %d: %s".formatted(exit, Files.readString(said)));
        }
    }
}
