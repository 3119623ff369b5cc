package mx.abasto.jobs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.settings.ConfigurationFile;

/** Another process that has the job repository open, until it is closed. */
final class HolderProcess implements AutoCloseable {
    private final Process process;

    private HolderProcess(Process process) {
        this.process = process;
    }

    /** Starts it, and waits until it has the repository. */
    static HolderProcess started(Path configuration) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HolderProcess.class.getName(),
                        configuration.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        if (!"held".equals(said.readLine())) {
            process.destroyForcibly();
            throw new IllegalStateException("the other process did not get the repository");
        }
        return new HolderProcess(process);
    }

    long pid() {
        return process.pid();
    }

    /** Lets it end as a run does. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other process did not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws IOException {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (JobContext jobs = JobContext.open(ConfigurationFile.read(Path.of(arguments[0])), Progress.to(err))) {
            System.out.println("held");
            // The end of the input is the sign to go.
            while (System.in.read() >= 0 && jobs.runs() != null) {
                continue;
            }
        }
    }
}
