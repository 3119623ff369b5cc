package mx.abasto.common.lake;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code verify} found.
 *
 * @param nights how many nights were read
 * @param prunedNights how many of them had been pruned: of those only the run.json is there to be read
 * @param weeks how many revisions of weeks were read
 * @param files how many files were read, run.json among them
 * @param bytes how many bytes these have
 * @param differences in the order of nights, then weeks; empty if the lake is as it was published
 * @param dependents the runs, by what people call them, that were built on the run of the first difference
 * @param heads run.json's SHA-256 of the newest night and week, by their folder: nothing in the lake holds these
 */
public record Verification(
        int nights,
        int prunedNights,
        int weeks,
        long files,
        long bytes,
        List<Difference> differences,
        List<String> dependents,
        SortedMap<String, String> heads) {

    /**
     * Something that is not as it was published.
     *
     * @param folder of the run that it is of, by its name in the lake
     * @param text what it is, a sentence
     */
    public record Difference(String folder, String text) {}

    public Verification {
        differences = List.copyOf(differences);
        dependents = List.copyOf(dependents);
        heads = Collections.unmodifiableSortedMap(new TreeMap<>(heads));
    }

    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }
}
