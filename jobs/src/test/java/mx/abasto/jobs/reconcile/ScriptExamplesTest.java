package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.SqlScripts;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Precedence and a finding's life from night to night (contract section 5, Discrepancies), by the scripts' examples. */
class ScriptExamplesTest {
    @TempDir
    Path spill = Path.of("");

    @TestFactory
    Stream<DynamicNode> everyExampleHolds() {
        EngineLimits limits = new EngineLimits("512MB", 1, spill);
        return ScriptExamples.SCRIPTS.stream().flatMap(script -> ScriptExamples.of(script).stream()
                .map(example -> DynamicTest.dynamicTest(script + ": " + example.name(), () -> {
                    try (GivenExample given = ScriptExamples.open(limits, example)) {
                        assertThat(given.failureOf(SqlScripts.of(ReconcileStep.class, script)))
                                .isEmpty();
                    }
                })));
    }
}
