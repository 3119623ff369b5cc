package mx.abasto.jobs.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.crash.Order.Reply;

/** A {@link CrashProcess}, as the process that started it sees it. */
final class CrashChild implements AutoCloseable {
    private static final int KILLED = 128 + 9;
    private static final long ENDS_WITHIN_SECONDS = 60;
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private final Process process;
    private final BufferedReader replies;
    private final Writer orders;
    private final Path temporary;

    private CrashChild(Process process, Path temporary) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.temporary = temporary;
    }

    /** Starts one that keeps what it says, and its temporary files, in a folder of its own under this one. */
    static CrashChild start(Path home) {
        try {
            Path temporary = Files.createTempDirectory(Files.createDirectories(home), "child");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    // The engine unpacks its library there, and a killed process leaves it.
                    "-Djava.io.tmpdir=" + temporary,
                    "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedFiles.class.getName(),
                    "-Dspring.datasource.driver-class-name=" + WatchedDriver.class.getName(),
                    CrashProcess.class.getName());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.redirectError(temporary.resolve("said.txt").toFile());
            return new CrashChild(builder.start(), temporary);
        } catch (IOException failure) {
            throw new IllegalStateException("the other process did not start", failure);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Lets it do something; empty if it was killed at that. */
    Optional<Reply> carryOut(Order order) throws IOException, InterruptedException {
        send(order);
        return reply();
    }

    /** Tells it to do something, and does not wait. */
    void send(Order order) throws IOException {
        orders.write(CrashProcess.JSON.writeValueAsString(order) + "\n");
        orders.flush();
    }

    /** Waits until it has stopped itself; false if it has done all that it was told and did not. */
    boolean isPausing() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        while (!replies.ready()) {
            if (Files.readAllLines(status).stream().anyMatch(line -> line.matches("State:\\s+T.*"))) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return false;
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for it to have done what it was told; empty if it was killed at that. */
    Optional<Reply> reply() throws IOException, InterruptedException {
        for (String line = replies.readLine(); line != null; line = replies.readLine()) {
            if (line.startsWith(CrashProcess.REPLY)) {
                return Optional.of(
                        CrashProcess.JSON.readValue(line.substring(CrashProcess.REPLY.length()), Reply.class));
            }
        }
        if (process.waitFor() != KILLED) {
            throw new AssertionError("The other process ended by itself, with " + process.exitValue() + ": "
                    + Files.readString(temporary.resolve("said.txt")));
        }
        return Optional.empty();
    }

    /** Whether it still has a file open under a folder, as after a database that could not be closed; true if unknown. */
    boolean mayHaveOpen(Path folder) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.anyMatch(link -> target(link).startsWith(folder.toString()));
        } catch (IOException noSuchSystem) {
            return true;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                orders.close();
                process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Folders.delete(temporary);
        }
    }
}
