package mx.abasto.jobs.reconcile;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;

/** Holds the mutants of rules, and of the scripts around them, against examples. */
final class MutationRun {
    /** What rules share: each may read those before it. */
    static final List<String> SHARED =
            List.of("history_lines", "known_lines", "fills", "shipment_lines", "unknown_sites");

    /** Of these, what shipment_lines is made of. */
    private static final Set<String> VIEWS = Set.of("history_lines", "known_lines");

    private final EngineLimits limits;
    private final EquivalentMutants equivalents;

    MutationRun(EngineLimits limits, EquivalentMutants equivalents) {
        this.limits = limits;
        this.equivalents = equivalents;
    }

    /** A rule's mutants by what they find in its examples. */
    MutationScore ofRule(Rule rule) {
        return score(
                rule.rule(),
                rule.sql(),
                rule.examples().stream()
                        .map(example ->
                                new Trial(() -> GivenExample.open(limits, example), (given, sql) -> given.failureOf(sql)
                                        .isPresent()))
                        .toList());
    }

    /** A shared script's mutants by what the rules that read it find in their examples. */
    MutationScore ofShared(String script, List<Rule> rules) {
        return score(
                script,
                SqlScripts.of(ReconcileStep.class, script),
                rules.stream()
                        .filter(rule -> reads(rule.sql(), script))
                        .flatMap(rule -> rule.examples().stream()
                                .map(example -> new Trial(() -> GivenExample.open(limits, example), (given, sql) -> {
                                    replace(given.session(), script, sql);
                                    return given.failureOf(rule.sql()).isPresent();
                                })))
                        .toList());
    }

    /** The mutants of a script that has examples of its own. */
    MutationScore ofScript(String script) {
        return score(
                script,
                SqlScripts.of(ReconcileStep.class, script),
                ScriptExamples.of(script).stream()
                        .map(example -> new Trial(
                                () -> ScriptExamples.open(limits, example),
                                (given, sql) -> given.failureOf(sql).isPresent()))
                        .toList());
    }

    private static boolean reads(String sql, String script) {
        return names(sql, script)
                || SHARED.stream()
                        .filter(other -> names(sql, other))
                        .anyMatch(other -> reads(SqlScripts.of(ReconcileStep.class, other), script));
    }

    private static boolean names(String sql, String relation) {
        return Pattern.compile("\\b" + relation + "\\b").matcher(sql).find();
    }

    private static void replace(Session session, String script, String sql) {
        if (VIEWS.contains(script)) {
            session.run(script, "create or replace view %s as %s".formatted(script, sql));
            session.table(ReconcileStep.class, "shipment_lines");
        } else {
            session.run(script, "create or replace table %s as %s".formatted(script, sql));
        }
    }

    private MutationScore score(String owner, String sql, List<Trial> trials) {
        List<SqlMutant> alive = new ArrayList<>(SqlMutator.mutants(sql));
        int mutants = alive.size();
        try (GivenExample given = trials.get(0).opening().get()) {
            alive.removeIf(mutant -> !binds(given.session(), mutant.sql()));
        }
        int unbound = mutants - alive.size();
        List<SqlMutant> killed = new ArrayList<>();
        for (Trial trial : trials) {
            try (GivenExample given = trial.opening().get()) {
                List<SqlMutant> failing = alive.stream()
                        .filter(mutant -> trial.fails(given, mutant.sql()))
                        .toList();
                if (trial.fails(given, sql)) {
                    throw new IllegalStateException("An example of " + owner + " fails without any mutant");
                }
                killed.addAll(failing);
                alive.removeAll(failing);
            }
        }
        List<SqlMutant> equivalent = alive.stream()
                .filter(mutant -> equivalents.lists(owner, mutant))
                .toList();
        alive.removeAll(equivalent);
        return new MutationScore(owner, killed, alive, equivalent, unbound);
    }

    /** What the engine does not take as SQL is no mutant that an example could kill. */
    private static boolean binds(Session session, String sql) {
        try (PreparedStatement bound = session.connection().prepareStatement(sql)) {
            return bound.getMetaData() != null;
        } catch (SQLException failure) {
            return false;
        }
    }

    /** An example's rows, and whether the example fails with a mutant among them. */
    private record Trial(Supplier<GivenExample> opening, Failing failing) {
        boolean fails(GivenExample given, String sql) {
            try {
                return failing.test(given, sql);
            } catch (SQLException | AbastoException failure) {
                return true;
            }
        }
    }

    private interface Failing {
        boolean test(GivenExample given, String sql) throws SQLException;
    }
}
