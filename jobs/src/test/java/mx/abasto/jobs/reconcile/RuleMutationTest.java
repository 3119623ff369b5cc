package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.SqlScripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules' examples against every rule's SQL with one thing changed, and against that of the scripts that rules
 * share or that look after findings. {@code -Dabasto.mutated=all} looks at all of them, {@code
 * -Dabasto.mutated=SHP-05,fills} at these; at a few by default.
 */
class RuleMutationTest {
    private static final String BY_DEFAULT = "ORD-03,STK-04,fills";
    private static final int PERCENT_OF_ALL = 95;
    private static final int PERCENT_OF_EACH = 90;
    private static final List<Rule> RULES = RuleCatalogue.ours().rules();

    @TempDir
    Path spill = Path.of("");

    @Test
    void anExampleFailsWhateverIsChanged() throws IOException {
        EquivalentMutants equivalents = EquivalentMutants.read();
        MutationReport report = new MutationReport(scores(equivalents));
        System.out.println(report.text());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("mutation.txt"), report.text());

        assertThat(report.scores().stream()
                        .flatMap(score -> equivalents.missingFrom(score.owner(), score.equivalent()).stream()))
                .as("listed as equivalent, but killed or gone")
                .isEmpty();
        assertThat(report.below(PERCENT_OF_EACH))
                .as("below %d %%", PERCENT_OF_EACH)
                .isEmpty();
        assertThat(report.percent()).as("per cent of all").isGreaterThanOrEqualTo(PERCENT_OF_ALL);
    }

    @Test
    void everyListedEquivalentIsAMutant() throws IOException {
        EquivalentMutants equivalents = EquivalentMutants.read();
        Map<String, String> sqlByOwner = new LinkedHashMap<>();
        RULES.forEach(rule -> sqlByOwner.put(rule.rule(), rule.sql()));
        Stream.concat(MutationRun.SHARED.stream(), ScriptExamples.SCRIPTS.stream())
                .forEach(script -> sqlByOwner.put(script, SqlScripts.of(ReconcileStep.class, script)));
        assertThat(equivalents.missingFrom(List.copyOf(sqlByOwner.keySet()))).isEmpty();
        sqlByOwner.forEach((owner, sql) -> assertThat(equivalents.missingFrom(owner, SqlMutator.mutants(sql)))
                .isEmpty());
    }

    private List<MutationScore> scores(EquivalentMutants equivalents) {
        List<String> owners =
                List.of(System.getProperty("abasto.mutated", BY_DEFAULT).split(","));
        MutationRun run = new MutationRun(new EngineLimits("512MB", 1, spill), equivalents);
        List<MutationScore> scores = new ArrayList<>();
        RULES.stream()
                .filter(rule -> isNamed(rule.rule(), owners))
                .map(run::ofRule)
                .forEach(scores::add);
        MutationRun.SHARED.stream()
                .filter(script -> isNamed(script, owners))
                .map(script -> run.ofShared(script, RULES))
                .forEach(scores::add);
        ScriptExamples.SCRIPTS.stream()
                .filter(script -> isNamed(script, owners))
                .map(run::ofScript)
                .forEach(scores::add);
        return scores;
    }

    private static boolean isNamed(String owner, List<String> owners) {
        return owners.contains(owner) || owners.contains("all");
    }
}
