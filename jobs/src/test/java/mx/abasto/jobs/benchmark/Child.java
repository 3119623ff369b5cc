package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process whose time, memory and bytes are measured; looked at again and again while it lives. */
final class Child {
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final int LOOKS_BETWEEN_FOLDERS = 25;
    private static final double MIB = 1 << 20;

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final Path said;

    /** @param said where what it prints is kept */
    Child(Path said, String... options) {
        this.said = said;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
    }

    Child with(List<String> words) {
        command.addAll(words);
        return this;
    }

    Child with(String... words) {
        return with(List.of(words));
    }

    Child environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /**
     * Runs it to its end.
     *
     * @param work a run's work folder, with a folder for each step; null if there are no steps
     * @throws IllegalStateException if it fails, with what it printed
     */
    Sample run(@Nullable Path work) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Map<String, Double> steps = new TreeMap<>();
        double peak = -1;
        double written = -1;
        for (int look = 0; !process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS); look++) {
            peak = Math.max(peak, read(process, "status", "VmHWM:") * 1024 / MIB);
            written = Math.max(written, read(process, "io", "wchar:") / MIB);
            if (work != null && look % LOOKS_BETWEEN_FOLDERS == 0) {
                lookAt(work, steps);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command + " ended with exit code " + process.exitValue() + ": " + Files.readString(said));
        }
        return new Sample(seconds, peak, written, steps);
    }

    /** A number that Linux tells of a living process; −1 if it does not. */
    private static double read(Process process, String file, String label) {
        try {
            return Files.readAllLines(Path.of("/proc", "" + process.pid(), file)).stream()
                    .filter(line -> line.startsWith(label))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static void lookAt(Path work, Map<String, Double> steps) {
        for (Path step : list(work)) {
            String name = step.getFileName().toString().replace(".partial", "");
            double mib = bytes(step) / MIB;
            if (mib > 0) {
                steps.merge(name, mib, Math::max);
            }
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException notThere) {
            return List.of();
        }
    }

    /** Folders are renamed under the eye: what is gone is not counted. */
    private static double bytes(Path folder) {
        double sum = 0;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                sum += Files.isDirectory(entry) ? bytes(entry) : Files.size(entry);
            }
        } catch (IOException gone) {
            return sum;
        }
        return sum;
    }
}
