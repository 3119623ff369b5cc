package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the figures are of. */
final class Machine {
    private static final double GIB = 1 << 30;

    private Machine() {}

    static Map<String, String> described(BenchmarkOptions options) throws InterruptedException {
        Map<String, String> on = new TreeMap<>();
        on.put("commit", commit());
        on.put("cores", "" + Runtime.getRuntime().availableProcessors());
        on.put("memory", memory());
        on.put("java", System.getProperty("java.version"));
        on.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        on.put(
                "options",
                "%d runs, %s, states like %s"
                        .formatted(options.runs(), options.isQuick() ? "quick" : "national", options.like()));
        on.put("engine", "2 threads, 3GB; java -Xmx1g, page cache warm");
        return on;
    }

    private static String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String memory() {
        try {
            String total = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("[^0-9]", "");
            return "%.1f GiB".formatted(Long.parseLong(total) * 1024 / GIB);
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
