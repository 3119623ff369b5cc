package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.abasto.jobs.reconcile.Rule.Example;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples in each rule's {@code .yml}, run through the rule's {@code .sql}. */
class RuleExamplesTest {
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.ours();

    @TempDir
    Path spill = Path.of("");

    @TestFactory
    Stream<DynamicNode> everyExampleHolds() {
        return CATALOGUE.rules().stream().flatMap(rule -> rule.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        rule.rule() + ": " + example.name(), () -> requireHolds(rule, example))));
    }

    @TestFactory
    Stream<DynamicNode> everyRuleHasAnExampleThatFiresAndOneThatDoesNot() {
        return CATALOGUE.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.rule(), () -> {
                    assertThat(rule.examples())
                            .anyMatch(example -> !example.expect().isEmpty());
                    assertThat(rule.examples())
                            .anyMatch(example -> example.expect().isEmpty());
                }));
    }

    private void requireHolds(Rule rule, Example example) throws Exception {
        List<Map<String, @Nullable String>> candidates = ExampleTables.candidates(rule, example, spill);
        assertThat(candidates).hasSameSizeAs(example.expect());
        for (Map<String, @Nullable Object> expected : example.expect()) {
            assertThat(candidates)
                    .as(() -> "one of them has " + expected)
                    .anyMatch(candidate -> agrees(candidate, expected));
        }
    }

    /** Only the columns that the example names are compared; a name that no candidate has is a slip of the pen. */
    private static boolean agrees(Map<String, @Nullable String> candidate, Map<String, @Nullable Object> expected) {
        assertThat(candidate.keySet()).containsAll(expected.keySet());
        return expected.entrySet().stream()
                .allMatch(cell -> String.valueOf(cell.getValue()).equals(String.valueOf(candidate.get(cell.getKey()))));
    }
}
