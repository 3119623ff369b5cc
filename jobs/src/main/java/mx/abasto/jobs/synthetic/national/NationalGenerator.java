package mx.abasto.jobs.synthetic.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mx.abasto.jobs.synthetic.ConfigurationFile;
import mx.abasto.jobs.synthetic.RealData;

/**
 * Makes the network of every unit of the register: reference files, nightly extracts and {@code abasto.yml} (contract
 * sections 1 to 3). Books and counts agree, receipts match shipments and nobody dispenses what is not there, but for the
 * faults that {@link Mishap} lists, some thousands a night.
 */
public final class NationalGenerator {

    private NationalGenerator() {}

    /**
     * Writes the network into a folder, night by night. If it fails halfway the folder holds a part of it, and must be
     * removed before the next try.
     *
     * @param out a folder that holds none of what is written; made if missing
     * @throws IllegalArgumentException if the options cannot be met, or the folder holds a network
     * @throws UncheckedIOException if a file cannot be written
     */
    public static NationalNetwork generate(NationalOptions options, Path out) {
        for (String name : List.of("reference", "extracts", "abasto.yml")) {
            if (Files.exists(out.resolve(name))) {
                throw new IllegalArgumentException(
                        out.resolve(name) + " exists already: choose an empty folder, or remove it first");
            }
        }
        World world = world(options);
        Path reference = out.resolve("reference");
        try {
            Files.createDirectories(reference);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the folder " + reference, failure);
        }
        NationalReference.write(world, reference);
        ConfigurationFile.write(out.resolve("abasto.yml"), configuration(options));
        List<NationalNetwork.Night> nights = new Nights(world, out.resolve("extracts")).run();
        return new NationalNetwork(world.places().size(), world.products().size(), nights);
    }

    private static World world(NationalOptions options) {
        RealData real = RealData.load();
        Calendar calendar = new Calendar(options.from());
        List<Place> places = Places.of(real, options);
        List<Product> products = Products.of(real, options.seed());
        Lots lots = new Lots(products, calendar, options.seed());
        Shelves shelves = Furnishing.furnished(options.seed(), places, products, lots);
        return new World(options, calendar, places, products, lots, shelves, new Road());
    }

    private static String configuration(NationalOptions options) {
        return """
                # Paths are seen from this file's own folder.
                abasto:
                  lake: "%s"
                  work: "%s"
                  reference: reference
                  transit-days: %d
                  grace-days: 1
                  memory: 3GB
                  threads: 2
                  sources:
                    - name: network
                      uri: extracts/{date}
                      profile: canonical
                """.formatted(options.lake(), options.work(), Dispatch.TRANSIT_DAYS);
    }
}
