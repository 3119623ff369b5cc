package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mutants of which somebody has seen that they change no result under the contract: {@code
 * equivalent-mutants.txt}, each on a line with its owner, itself and the reason.
 */
final class EquivalentMutants {
    private static final String FILE = "/reconcile/equivalent-mutants.txt";

    private final Set<String> listed = new LinkedHashSet<>();

    private EquivalentMutants() {}

    static EquivalentMutants read() throws IOException {
        EquivalentMutants equivalents = new EquivalentMutants();
        try (InputStream bytes = EquivalentMutants.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no file " + FILE);
            }
            new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(equivalents::add);
        }
        return equivalents;
    }

    private void add(String line) {
        String[] parts = line.split(" \\| ", 3);
        if (parts.length != 3 || !listed.add(parts[0] + " " + parts[1])) {
            throw new IllegalStateException(
                    "A line of %s is not owner | mutant | reason, or lists its mutant again: %s".formatted(FILE, line));
        }
    }

    boolean lists(String owner, SqlMutant mutant) {
        return listed.contains(owner + " " + mutant.key());
    }

    /** What is listed of an owner and is none of these mutants of it. */
    List<String> missingFrom(String owner, List<SqlMutant> mutants) {
        List<String> keys =
                mutants.stream().map(mutant -> owner + " " + mutant.key()).toList();
        return listed.stream()
                .filter(key -> key.startsWith(owner + " ") && !keys.contains(key))
                .toList();
    }

    /** What is listed of none of these owners. */
    List<String> missingFrom(List<String> owners) {
        return listed.stream()
                .filter(key -> owners.stream().noneMatch(owner -> key.startsWith(owner + " ")))
                .toList();
    }
}
