package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.synthetic.GeneratedNetwork;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate --sites N --claves M --nights K --seed S --out DIR}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a synthetic network over real units and claves: reference data, nightly extracts, abasto.yml, and"
                    + " truth.csv with every planted fault. The same options make the same bytes."
        })
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--sites", paramLabel = "N", required = true, description = "How many sites, 4 or more.")
    private int sites;

    @Option(names = "--claves", paramLabel = "M", required = true, description = "How many claves.")
    private int claves;

    @Option(names = "--nights", paramLabel = "K", required = true, description = "How many nights.")
    private int nights;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "What tells one network from another.")
    private long seed;

    @Option(names = "--faults", paramLabel = "RATE", defaultValue = "0", description = "How many faults, 0 to 1.")
    private double faults;

    @Option(names = "--from", paramLabel = "D", defaultValue = "2025-01-06", description = "The opening night.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--state", paramLabel = "NN", description = "One state, by its INEGI code, as 20.")
    private @Nullable String state;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "An empty or new folder.")
    private Path out = Path.of(".");

    @Option(
            names = "--lake",
            paramLabel = "PATH",
            defaultValue = "var/lake",
            description = "Where abasto.yml puts the lake, seen from DIR. Default: ${DEFAULT-VALUE}.")
    private String lake = "";

    @Option(
            names = "--work",
            paramLabel = "PATH",
            defaultValue = "var/work",
            description = "Where abasto.yml puts the work folder, seen from DIR. Default: ${DEFAULT-VALUE}.")
    private String work = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            GeneratedNetwork network = Generator.generate(
                    new GeneratorOptions(sites, claves, nights, seed, faults, from, state, lake, work), out);
            LocalDate last = from.plusDays(nights - 1L);
            PrintWriter print =
                    java.util.Objects.requireNonNull(spec).commandLine().getOut();
            print.printf(
                    "%,d sites, %,d claves, %,d nights: %,d files with %,d rows, %,d planted faults.%n",
                    network.sites(),
                    network.claves(),
                    network.nights(),
                    network.files(),
                    network.rows(),
                    network.faults());
            print.printf(
                    "Process them with: --config %s catch-up --from %s --until %s%n",
                    out.resolve("abasto.yml"), from, last);
            return 0;
        } catch (IllegalArgumentException refusal) {
            throw AbastoException.usage(String.valueOf(refusal.getMessage()));
        }
    }
}
