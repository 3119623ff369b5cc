package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule.Example;
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

    private void requireHolds(Rule rule, Example example) {
        assertThat(new RuleExamples(new EngineLimits("512MB", 1, spill)).failureOf(rule, example))
                .isEmpty();
    }
}
