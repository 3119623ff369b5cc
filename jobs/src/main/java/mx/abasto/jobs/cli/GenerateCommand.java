package mx.abasto.jobs.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.synthetic.GeneratedNetwork;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import mx.abasto.jobs.synthetic.national.FileLayout;
import mx.abasto.jobs.synthetic.national.NationalGenerator;
import mx.abasto.jobs.synthetic.national.NationalNetwork;
import mx.abasto.jobs.synthetic.national.NationalOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate --sites N --claves M --nights K --seed S --out DIR}, and {@code generate --national --out DIR}. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Makes a synthetic network over real units and claves: reference data, nightly extracts, abasto.yml, and"
                    + " truth.csv with every planted fault. With --national, one the size of the nation, to measure on:"
                    + " all 10,165 units, 4,498 claves, some thousand discrepancies a night and no truth.csv. The same"
                    + " options make the same bytes."
        },
        footer = {
            "",
            "Example:",
            "  abasto generate --sites 16 --claves 60 --nights 14 --seed 1 --faults 0.05 --out /tmp/network",
            "  abasto generate --national --out /tmp/nation"
        })
final class GenerateCommand extends AbastoCommand {
    private static final int NATIONAL_NIGHTS = 4;

    @Option(names = "--sites", paramLabel = "N", description = "How many sites, 4 or more.")
    private @Nullable Integer sites;

    @Option(names = "--claves", paramLabel = "M", description = "How many claves, 5 or more.")
    private @Nullable Integer claves;

    @Option(names = "--nights", paramLabel = "K", description = "How many nights, 1 or more. With --national: 4.")
    private @Nullable Integer nights;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "A whole number: another makes another network. With --national: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--faults",
            paramLabel = "RATE",
            description = "Planted faults for each site and night, 0 to 1: 0.05 is one for twenty. Default: 0.")
    private @Nullable Double faults;

    @Option(names = "--national", description = "The whole nation; --sites, --claves and --faults are given.")
    private boolean isNational;

    @Option(
            names = "--states",
            paramLabel = "N",
            description = "With --national: so many states like one, 1 to 25, instead of the nation.")
    private @Nullable Integer states;

    @Option(
            names = "--small-files",
            description =
                    "With --national: a file for each site and extract, instead of one for each state and extract.")
    private boolean areFilesSmall;

    @Option(
            names = "--from",
            paramLabel = "D",
            defaultValue = "2025-01-06",
            converter = Arguments.Day.class,
            description = "The opening night. Default: ${DEFAULT-VALUE}.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--state",
            paramLabel = "NN",
            description = {
                "One state, by its INEGI code, as 20. With --national: what --states are like; 16 unless given."
            })
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
        try {
            if (isNational) {
                print(NationalGenerator.generate(nationalOptions(), folder));
            } else {
                print(Generator.generate(options(), folder));
            }
        } catch (IllegalArgumentException refusal) {
            throw misuse(refusal.getMessage() + ".");
        } catch (UncheckedIOException failure) {
            throw AbastoException.unusable(
                    "%s. Name a folder that can be made and written to, and remove what was begun in %s."
                            .formatted(failure.getMessage(), folder),
                    failure);
        }
        return DONE;
    }

    private NationalOptions nationalOptions() {
        if (sites != null || claves != null || faults != null) {
            String other = sites != null ? "--sites" : claves != null ? "--claves" : "--faults";
            throw misuse(
                    "--national and %s cannot both be given: the nation has the sites, claves and faults that it has."
                            .formatted(other));
        }
        return new NationalOptions(
                nights == null ? NATIONAL_NIGHTS : nights,
                seed == null ? 1 : seed,
                from,
                states,
                state,
                areFilesSmall ? FileLayout.BY_SITE : FileLayout.BY_STATE,
                lake,
                work);
    }

    private GeneratorOptions options() {
        if (states != null || areFilesSmall) {
            throw misuse("%s needs --national: add it.".formatted(states != null ? "--states" : "--small-files"));
        }
        double rate = faults == null ? 0 : faults;
        return new GeneratorOptions(
                needed(sites, "--sites=N"),
                needed(claves, "--claves=M"),
                needed(nights, "--nights=K"),
                needed(seed, "--seed=S"),
                rate,
                from,
                state,
                lake,
                work);
    }

    private <T> T needed(@Nullable T value, String option) {
        if (value == null) {
            throw misuse("Missing required option: '%s'; or ask for --national.".formatted(option));
        }
        return value;
    }

    private void print(GeneratedNetwork network) {
        out().printf(
                        "%s, %s, %s: %s with %s, %s.%n",
                        Counted.of(network.sites(), "site"),
                        Counted.of(network.claves(), "clave"),
                        Counted.of(network.nights(), "night"),
                        Counted.of(network.files(), "file"),
                        Counted.of(network.rows(), "row"),
                        Counted.of(network.faults(), "planted fault"));
        printNext(network.nights());
    }

    private void print(NationalNetwork network) {
        out().printf("%s, %s.%n", Counted.of(network.sites(), "site"), Counted.of(network.claves(), "clave"));
        LocalDate date = from;
        for (NationalNetwork.Night night : network.nights()) {
            String rows = night.rows().entrySet().stream()
                    .map(extract -> "%s %,d".formatted(extract.getKey().title(), extract.getValue()))
                    .collect(Collectors.joining(", "));
            out().printf(
                            "%s: %s in %s: %s.%n",
                            date, Counted.of(night.total(), "row"), Counted.of(night.files(), "file"), rows);
            date = date.plusDays(1);
        }
        printNext(network.nights().size());
    }

    private void printNext(int count) {
        out().printf(
                        "Process them with: --config %s catch-up --from %s --until %s%n",
                        folder.resolve("abasto.yml"), from, from.plusDays(count - 1L));
    }
}
