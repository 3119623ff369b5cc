package mx.abasto.jobs.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Measures the packaged product, and the floor beside it, and keeps what it found. Not a test: {@code mvn -Pbenchmark} runs
 * it, as the README says.
 */
final class Benchmark {
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private Benchmark() {}

    public static void main(String[] words) throws IOException, InterruptedException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> compared = BenchmarkOptions.compared(List.of(words));
        if (compared != null) {
            out.print(ResultsTable.compared(Results.read(compared.get(0)), Results.read(compared.get(1))));
            return;
        }
        try {
            measure(BenchmarkOptions.parsed(List.of(words)), out);
        } catch (IllegalArgumentException refusal) {
            out.println(refusal.getMessage());
            System.exit(2);
        }
    }

    /** Measures, prints the table and gives the file that keeps it. */
    static Path measure(BenchmarkOptions options, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        List<Figure> figures = new Measurements(options, out::println).all();
        Results results = new Results(Machine.described(options), figures);
        Path file = options.folder().resolve("results-" + LocalDateTime.now().format(NAMED) + ".json");
        results.write(file);
        out.println();
        out.print(ResultsTable.of(results));
        out.println();
        out.println("Kept as " + file);
        return file;
    }
}
