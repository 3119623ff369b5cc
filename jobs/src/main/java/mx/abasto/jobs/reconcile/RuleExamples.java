package mx.abasto.jobs.reconcile;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Optional;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule.Example;

/** Runs a rule's examples: its SQL over the relations that it may read, filled with nothing but an example's rows. */
public final class RuleExamples {
    private final EngineLimits limits;

    public RuleExamples(EngineLimits limits) {
        this.limits = requireNonNull(limits, "limits is null");
    }

    /** What is wrong with an example, over several lines: the rows expected and those found. Empty if it holds. */
    public Optional<String> failureOf(Rule rule, Example example) {
        try (GivenExample given = GivenExample.open(limits, example)) {
            return given.failureOf(rule.sql());
        } catch (SQLException | AbastoException failure) {
            return Optional.of("It cannot be run: " + failure.getMessage());
        }
    }
}
