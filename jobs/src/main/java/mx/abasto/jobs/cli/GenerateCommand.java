package mx.abasto.jobs.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.synthetic.GeneratedNetwork;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate --sites N --claves M --nights K --seed S --out DIR}. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Makes a synthetic network over real units and claves: reference data, nightly extracts, abasto.yml, and"
                    + " truth.csv with every planted fault. The same options make the same bytes."
        },
        footer = {
            "",
            "Example:",
            "  abasto generate --sites 16 --claves 60 --nights 14 --seed 1 --faults 0.05 --out /tmp/network"
        })
final class GenerateCommand extends AbastoCommand {
    @Option(names = "--sites", paramLabel = "N", required = true, description = "How many sites, 4 or more.")
    private int sites;

    @Option(names = "--claves", paramLabel = "M", required = true, description = "How many claves, 5 or more.")
    private int claves;

    @Option(names = "--nights", paramLabel = "K", required = true, description = "How many nights, 1 or more.")
    private int nights;

    @Option(
            names = "--seed",
            paramLabel = "S",
            required = true,
            description = "A whole number: another makes another network.")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "RATE",
            defaultValue = "0",
            description = "Planted faults for each site and night, 0 to 1: 0.05 is one for twenty. Default: 0.")
    private double faults;

    @Option(
            names = "--from",
            paramLabel = "D",
            defaultValue = "2025-01-06",
            converter = Arguments.Day.class,
            description = "The opening night. Default: ${DEFAULT-VALUE}.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--state", paramLabel = "NN", description = "One state, by its INEGI code, as 20.")
    private @Nullable String state;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "An empty or new folder.")
    private Path folder = Path.of(".");

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

    @Override
    public Integer call() {
        GeneratedNetwork network = generated();
        out().printf(
                        "%,d sites, %,d claves, %,d nights: %,d files with %,d rows, %,d planted faults.%n",
                        network.sites(),
                        network.claves(),
                        network.nights(),
                        network.files(),
                        network.rows(),
                        network.faults());
        out().printf(
                        "Process them with: --config %s catch-up --from %s --until %s%n",
                        folder.resolve("abasto.yml"), from, from.plusDays(nights - 1L));
        return DONE;
    }

    private GeneratedNetwork generated() {
        try {
            return Generator.generate(
                    new GeneratorOptions(sites, claves, nights, seed, faults, from, state, lake, work), folder);
        } catch (IllegalArgumentException refusal) {
            throw misuse(refusal.getMessage() + ".");
        } catch (UncheckedIOException failure) {
            throw AbastoException.unusable(
                    "%s. Name a folder that can be made and written to, and remove what was begun in %s."
                            .formatted(failure.getMessage(), folder),
                    failure);
        }
    }
}
