package mx.abasto.jobs.oracle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes a nasty delivery out of a clean one: the same seed and input give the same bytes. Runs the oracle and the
 * product against each other; the seed of a failure replays it.
 */
public final class RandomDelivery {

    private final long seed;
    private final int faults;
    private final Set<String> left;

    private RandomDelivery(long seed, int faults, Set<String> left) {
        this.seed = seed;
        this.faults = faults;
        this.left = left;
    }

    /**
     * A way to spoil deliveries that depends on nothing but its seed.
     *
     * @param faults how many times something is spoiled
     */
    public static RandomDelivery of(long seed, int faults) {
        return new RandomDelivery(seed, faults, Set.of());
    }

    /** Leaves some kinds of {@link #kinds()} out, such as those where the contract is still being read two ways. */
    public RandomDelivery without(String... kinds) {
        Set<String> all = new TreeSet<>(left);
        all.addAll(List.of(kinds));
        if (!kinds().containsAll(all)) {
            throw new IllegalArgumentException(all + " are not all among " + kinds());
        }
        return new RandomDelivery(seed, faults, all);
    }

    /** Leaves all but these kinds out. */
    public RandomDelivery withOnly(String... kinds) {
        Set<String> others = new TreeSet<>(kinds());
        others.removeAll(List.of(kinds));
        return without(others.toArray(String[]::new));
    }

    public static Set<String> kinds() {
        return mischief().keySet();
    }

    private static Map<String, Mischief> mischief() {
        TreeMap<String, Mischief> all = new TreeMap<>(RowMischief.all());
        all.putAll(FileMischief.all());
        all.putAll(MeaningMischief.all());
        return all;
    }

    /**
     * Reads {@code clean/reference} and {@code clean/extracts}, writes {@code nasty/reference} and
     * {@code nasty/extracts}, and prints the seed.
     *
     * @return the kinds of faults in the order in which they were planted
     */
    public List<String> spoil(Path clean, Path nasty) {
        System.out.println("RandomDelivery seed=" + seed + " faults=" + faults + " without=" + left);
        Map<String, Mischief> kinds = mischief();
        kinds.keySet().removeAll(left);
        List<String> names = List.copyOf(kinds.keySet());
        Random random = new Random(seed);
        List<String> planted = new ArrayList<>();
        try {
            Parcels parcels = Parcels.read(clean.resolve("extracts"), random);
            for (int i = 0; i < faults; i++) {
                String kind = names.get(random.nextInt(names.size()));
                requireNonNull(kinds.get(kind)).spoil(parcels);
                planted.add(kind);
            }
            parcels.write(nasty.resolve("extracts"));
            copyReference(clean.resolve("reference"), nasty.resolve("reference"), parcels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return planted;
    }

    private static void copyReference(Path from, Path to, Parcels parcels) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(requireNonNull(file.getFileName())), Files.readAllBytes(file));
            }
        }
        append(to.resolve("recalls.csv"), "clave,lot,alert,effective_on", parcels.recalls);
        append(to.resolve("aliases.csv"), "alias,clues", parcels.aliases);
    }

    private static void append(Path file, String header, List<String> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of(header));
        lines.addAll(rows);
        Files.write(file, lines);
    }
}
