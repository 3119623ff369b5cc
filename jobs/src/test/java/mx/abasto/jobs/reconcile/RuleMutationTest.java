package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mx.abasto.common.sql.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules' examples against every rule's SQL with one thing changed, and against that of the scripts that rules
 * share. {@code -Dabasto.mutated=all} looks at all of them, {@code -Dabasto.mutated=SHP-05,fills} at these; a few by
 * default.
 */
class RuleMutationTest {
    private static final String BY_DEFAULT = "STK-04,ORD-03";
    private static final int PERCENT_OF_ALL = 95;
    private static final int PERCENT_OF_EACH = 90;

    @TempDir
    Path spill = Path.of("");

    @Test
    void anExampleFailsWhateverIsChanged() throws IOException {
        EquivalentMutants equivalents = EquivalentMutants.read();
        List<MutationScore> scores = scores(equivalents);
        String report = report(scores);
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("mutation.txt"), report);

        assertThat(equivalents.untrueOf(scores))
                .as("listed as equivalent, and killed or gone")
                .isEmpty();
        assertThat(scores)
                .allSatisfy(
                        score -> assertThat(score.percent()).as(score.owner()).isGreaterThanOrEqualTo(PERCENT_OF_EACH));
        assertThat(percent(scores)).isGreaterThanOrEqualTo(PERCENT_OF_ALL);
    }

    private List<MutationScore> scores(EquivalentMutants equivalents) {
        String mutated = System.getProperty("abasto.mutated", BY_DEFAULT);
        List<String> owners = List.of(mutated.split(","));
        MutationRun run = new MutationRun(new EngineLimits("512MB", 1, spill), equivalents);
        List<Rule> rules = RuleCatalogue.ours().rules();
        List<MutationScore> scores = new ArrayList<>();
        rules.stream()
                .filter(rule -> mutated.equals("all") || owners.contains(rule.rule()))
                .map(run::ofRule)
                .forEach(scores::add);
        MutationRun.SHARED.stream()
                .filter(script -> mutated.equals("all") || owners.contains(script))
                .map(script -> run.ofShared(script, rules))
                .forEach(scores::add);
        return scores;
    }

    private static int percent(List<MutationScore> scores) {
        int mutants = scores.stream().mapToInt(MutationScore::mutants).sum();
        int killed = scores.stream().mapToInt(score -> score.killed().size()).sum();
        return mutants == 0 ? 100 : killed * 100 / mutants;
    }

    private static String report(List<MutationScore> scores) {
        StringBuilder report = new StringBuilder("rule            mutants  killed  survived  score\n");
        for (MutationScore score : scores) {
            report.append(String.format(
                    Locale.ROOT,
                    "%-15s %7d %7d %9d  %3d %%\n",
                    score.owner(),
                    score.mutants(),
                    score.killed().size(),
                    score.survived().size(),
                    score.percent()));
        }
        report.append(String.format(
                Locale.ROOT,
                "%-15s %7d %7d %9d  %3d %%, without %d equivalents and %d that are no SQL\n",
                "all",
                scores.stream().mapToInt(MutationScore::mutants).sum(),
                scores.stream().mapToInt(score -> score.killed().size()).sum(),
                scores.stream().mapToInt(score -> score.survived().size()).sum(),
                percent(scores),
                scores.stream().mapToInt(score -> score.equivalent().size()).sum(),
                scores.stream().mapToInt(MutationScore::unbound).sum()));
        scores.forEach(score -> score.survived()
                .forEach(mutant -> report.append("survived: %s %s\n".formatted(score.owner(), mutant.key()))));
        return report.toString();
    }
}
