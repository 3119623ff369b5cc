package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.jobs.synthetic.NearMisses.NearMiss;
import mx.abasto.jobs.synthetic.Truth.Row;

/** Writes the network's {@code README.md}: what it is, and the story of every planted fault. */
final class ReadMe {

    private final World world;
    private final Truth truth;
    private final NearMisses nearMisses;
    private final ExtractFiles files;

    ReadMe(World world, Truth truth, NearMisses nearMisses, ExtractFiles files) {
        this.world = world;
        this.truth = truth;
        this.nearMisses = nearMisses;
        this.files = files;
    }

    void write(Path file) {
        ConfigurationFile.write(file, network() + folders() + stories() + nearMisses());
    }

    private String network() {
        GeneratorOptions options = world.options();
        String kinds = Arrays.stream(SiteKind.values()).map(this::count).collect(Collectors.joining(", "));
        String states = world.network().sites().stream()
                .filter(Site::isUnit)
                .map(Site::state)
                .distinct()
                .collect(Collectors.joining(", "));
        String state = options.state() == null ? "left to the seed" : options.state();
        return """
               # A synthetic network

               %d sites: %s; the units are in state %s. %d claves, %d nights from %s to %s.

               Establishments and claves are real codes and names of Mexico's public registers. Everything else is
               invented: stock, prices, lots, suppliers, prescriptions, and who plays which part. The register knows
               no central warehouse: one of the capital's stands in for it.

               Made by `generate` with sites %d, claves %d, nights %d, seed %d, faults %s, state %s, from %s.
               The same options make the same bytes.

               """.formatted(
                        options.sites(),
                        kinds,
                        states,
                        options.claves(),
                        options.nights(),
                        options.from(),
                        world.nights().end(),
                        options.sites(),
                        options.claves(),
                        options.nights(),
                        options.seed(),
                        options.faults(),
                        state,
                        options.from());
    }

    private String count(SiteKind kind) {
        long sites = world.network().sites().stream()
                .filter(site -> site.kind() == kind)
                .count();
        return sites + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (sites == 1 ? "" : "s");
    }

    private String folders() {
        return """
               - `reference/`: sites, catalogue, assortment, routes, recalls, aliases
               - `extracts/`: %d files, %d rows, a folder for each night
               - `abasto.yml`: runs the network as it stands
               - `truth.csv`: every discrepancy that must be found, and no other may be
               - `near_misses.csv`: what comes close to a rule and must not be found

               """.formatted(files.written(), files.rows());
    }

    private String stories() {
        if (truth.faults() == 0) {
            return "No fault is planted: no rule fires on any night.\n";
        }
        StringBuilder text = new StringBuilder("## Planted faults\n\nPhysical stock and records part only here."
                + " Expected and actual are those of the first night listed.\n");
        for (Row row : truth.rows()) {
            Finding finding = row.finding();
            if (finding.planted()) {
                text.append("\n### ")
                        .append(finding.fault())
                        .append(' ')
                        .append(finding.identity().rule());
                text.append("\n\n").append(finding.story()).append('\n');
            } else {
                text.append("\nIt follows: ").append(finding.story()).append('\n');
            }
            text.append('\n').append(listing(row)).append('\n');
        }
        return text.toString();
    }

    private String nearMisses() {
        if (nearMisses.told().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n## Near-misses\n\nWhat looks like a fault and is none.\n\n");
        for (NearMiss miss : nearMisses.told()) {
            String touched = Stream.of(miss.clues(), miss.clave(), miss.lot(), miss.document())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            text.append("- %s, %s, %s: %s\n".formatted(miss.what(), world.date(miss.night()), touched, miss.story()));
        }
        return text.toString();
    }

    private static String listing(Row row) {
        Finding.Identity identity = row.finding().identity();
        String lot = identity.lot().isEmpty() ? "" : " lot " + identity.lot();
        String document = identity.document().isEmpty() ? "" : " document " + identity.document();
        String nights = row.firstOn().equals(row.lastOn())
                ? "listed on " + row.firstOn()
                : "listed from " + row.firstOn() + " to " + row.lastOn();
        String end = row.resolvedOn().isEmpty() ? "" : ", resolved on " + row.resolvedOn();
        String numbers =
                row.expected() == null ? "" : "expected %d, actual %d; ".formatted(row.expected(), row.actual());
        return "%s%s%s%s%s: %s%s%s."
                .formatted(
                        identity.rule(),
                        identity.clues().isEmpty() ? "" : " at " + identity.clues(),
                        identity.clave().isEmpty() ? "" : " clave " + identity.clave(),
                        lot,
                        document,
                        numbers,
                        nights,
                        end);
    }
}
