package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mutants of which somebody has seen that they change no result under the contract: {@code
 * equivalent-mutants.txt}, each on a line with its owner, itself and the reason.
 */
final class EquivalentMutants {
    private static final String FILE = "/reconcile/equivalent-mutants.txt";

    private final Map<String, String> reasons;

    private EquivalentMutants(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static EquivalentMutants read() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        try (InputStream bytes = EquivalentMutants.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no file " + FILE);
            }
            new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(" \\| ", 3);
                        if (parts.length != 3
                                || reasons.put(parts[0].strip() + " " + parts[1].strip(), parts[2]) != null) {
                            throw new IllegalStateException(
                                    "This line of %s is not one owner | mutant | reason of its own: %s"
                                            .formatted(FILE, line));
                        }
                    });
        }
        return new EquivalentMutants(reasons);
    }

    boolean lists(String owner, SqlMutant mutant) {
        return reasons.containsKey(owner + " " + mutant.key());
    }

    /** What is listed of owners and is none of their mutants that survive. */
    List<String> untrueOf(List<MutationScore> scores) {
        List<String> untrue = new ArrayList<>();
        for (MutationScore score : scores) {
            List<String> true_ = score.equivalent().stream()
                    .map(mutant -> score.owner() + " " + mutant.key())
                    .toList();
            reasons.keySet().stream()
                    .filter(key -> key.startsWith(score.owner() + " ") && !true_.contains(key))
                    .forEach(untrue::add);
        }
        return untrue;
    }
}
