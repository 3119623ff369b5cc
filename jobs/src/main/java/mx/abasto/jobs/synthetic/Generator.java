package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a synthetic network over real reference data: reference files, nightly extracts, {@code
 * abasto.yml}, {@code truth.csv}, {@code near_misses.csv} and a {@code README.md} (contract sections 1 to 3). Without faults
 * no rule of contract section 6 fires on any night; with faults, exactly what {@code truth.csv} lists.
 */
public final class Generator {

    private static final List<String> WRITTEN =
            List.of("reference", "extracts", "abasto.yml", "truth.csv", "near_misses.csv", "README.md");

    private Generator() {}

    /**
     * Writes the network into a folder, night by night. If it fails halfway the folder holds a part
     * of it, and must be removed before the next try.
     *
     * @param out a folder that holds none of what is written; made if missing
     * @throws IllegalArgumentException if the options cannot be met, or the folder holds a network
     * @throws UncheckedIOException if a file cannot be written
     */
    public static GeneratedNetwork generate(GeneratorOptions options, Path out) {
        for (String name : WRITTEN) {
            if (Files.exists(out.resolve(name))) {
                throw new IllegalArgumentException(
                        out.resolve(name) + " exists already: choose an empty folder, or remove it first");
            }
        }
        World world = World.open(options);
        createFolder(out);
        ExtractFiles files = new ExtractFiles(out.resolve("extracts"), world.nights());
        Truth truth = new Truth(world.nights());
        NearMisses nearMisses = new NearMisses(world);
        new Simulation(world, new Faults(world, truth, nearMisses), files).run();
        // After the nights: a fault may have a lot recalled.
        new ReferenceFiles(world).write(out.resolve("reference"));
        ConfigurationFile.write(options, out.resolve("abasto.yml"));
        truth.write(out.resolve("truth.csv"));
        nearMisses.write(out.resolve("near_misses.csv"));
        new ReadMe(world, truth, nearMisses, files).write(out.resolve("README.md"));
        return new GeneratedNetwork(
                options.sites(),
                options.claves(),
                options.nights(),
                files.written(),
                files.rows(),
                truth.faults(),
                truth.rows().size());
    }

    static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
