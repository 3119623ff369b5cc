package mx.abasto.jobs.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The scores of several SQL texts as a table, with what survived below it. */
record MutationReport(List<MutationScore> scores) {
    private static final String ROW = "%-18s %7d %7d %9d %5d %%\n";

    /** Killed of a hundred over all, rounded down. */
    int percent() {
        int mutants = sum(MutationScore::mutants);
        return mutants == 0 ? 100 : sum(score -> score.killed().size()) * 100 / mutants;
    }

    /** Those whose own score is below a percentage, with it. */
    List<String> below(int percent) {
        return scores.stream()
                .filter(score -> score.percent() < percent)
                .map(score -> score.owner() + ": " + score.percent() + " %")
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder("rule               mutants  killed  survived   score\n");
        for (MutationScore score : scores) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    score.owner(),
                    score.mutants(),
                    score.killed().size(),
                    score.survived().size(),
                    score.percent()));
        }
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "all",
                sum(MutationScore::mutants),
                sum(score -> score.killed().size()),
                sum(score -> score.survived().size()),
                percent()));
        text.append("Left out: %d that are equivalent, %d that are no SQL.\n"
                .formatted(sum(score -> score.equivalent().size()), sum(MutationScore::unbound)));
        scores.forEach(score -> score.survived()
                .forEach(mutant -> text.append("survived: %s %s\n".formatted(score.owner(), mutant.key()))));
        return text.toString();
    }

    private int sum(ToIntFunction<MutationScore> number) {
        return scores.stream().mapToInt(number).sum();
    }
}
