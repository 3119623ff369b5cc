package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.jobs.reconcile.Rule;
import mx.abasto.jobs.reconcile.Rule.Example;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import mx.abasto.jobs.reconcile.RuleExamples;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules test}: runs the rules' own examples. */
@Command(
        name = "test",
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Runs the examples of every rule, or of one, and says which of them do not hold: the rows that were expected"
                    + " and those that were found. Ends with exit code 3 if there are any."
        },
        footer = {"", "Example:", "  abasto rules test --rule MIO-01"})
final class RulesTestCommand extends CatalogueCommand {
    @Option(
            names = "--rule",
            paramLabel = "CODE",
            converter = Arguments.Capitals.class,
            description = "Only this rule.")
    private @Nullable String code;

    @Override
    void show(RuleCatalogue catalogue, EngineLimits limits) {
        RuleExamples examples = new RuleExamples(limits);
        List<Rule> rules = asked(catalogue);
        List<String> failures = new ArrayList<>();
        int run = 0;
        for (Rule rule : rules) {
            for (Example example : rule.examples()) {
                run++;
                examples.failureOf(rule, example)
                        .ifPresent(failure -> failures.add("The example \"%s\" of %s does not hold.%n%s"
                                .formatted(example.name(), rule.rule(), failure)));
            }
        }
        if (!failures.isEmpty()) {
            throw AbastoException.unusable("%s%n%,d of %,d examples do not hold. Correct the rule or its example."
                    .formatted(String.join("%n".formatted(), failures), failures.size(), run));
        }
        out().printf("%,d examples of %,d %s hold.%n", run, rules.size(), rules.size() == 1 ? "rule" : "rules");
    }

    private List<Rule> asked(RuleCatalogue catalogue) {
        if (code == null) {
            return catalogue.rules();
        }
        List<Rule> named = catalogue.rules().stream()
                .filter(rule -> rule.rule().equals(code))
                .toList();
        if (named.isEmpty()) {
            throw misuse("There is no rule %s; there are %s."
                    .formatted(code, catalogue.rules().stream().map(Rule::rule).collect(Collectors.joining(", "))));
        }
        return named;
    }
}
