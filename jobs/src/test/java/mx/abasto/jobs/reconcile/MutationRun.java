package mx.abasto.jobs.reconcile;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import mx.abasto.jobs.reconcile.Rule.Example;

/** Holds the mutants of rules, and of the scripts that rules share, against the rules' examples. */
final class MutationRun {
    /** What rules share: each may read those before it. */
    static final List<String> SHARED = List.of("history_lines", "fills", "shipment_lines", "unknown_sites");

    private final EngineLimits limits;
    private final EquivalentMutants equivalents;

    MutationRun(EngineLimits limits, EquivalentMutants equivalents) {
        this.limits = limits;
        this.equivalents = equivalents;
    }

    /** What a rule's mutated SQL finds in the place of its own. */
    MutationScore ofRule(Rule rule) {
        return score(rule.rule(), rule.sql(), List.of(rule), (given, user, sql) -> given.failureOf(sql)
                .isPresent());
    }

    /** What the rules that read a shared script find when it is mutated. */
    MutationScore ofShared(String script, List<Rule> rules) {
        List<Rule> users =
                rules.stream().filter(rule -> reads(rule.sql(), script)).toList();
        return score(script, SqlScripts.of(ReconcileStep.class, script), users, (given, user, sql) -> {
            replace(given.session(), script, sql);
            return given.failureOf(user.sql()).isPresent();
        });
    }

    private static boolean reads(String sql, String script) {
        return names(sql, script)
                || SHARED.stream()
                        .filter(other -> names(sql, other))
                        .anyMatch(other -> names(SqlScripts.of(ReconcileStep.class, other), script));
    }

    private static boolean names(String sql, String relation) {
        return Pattern.compile("\\b" + relation + "\\b").matcher(sql).find();
    }

    private static void replace(Session session, String script, String sql) {
        if (script.equals("history_lines")) {
            session.run(script, "create or replace view history_lines as " + sql);
            session.table(ReconcileStep.class, "shipment_lines");
        } else {
            session.run(script, "create or replace table %s as %s".formatted(script, sql));
        }
    }

    private MutationScore score(String owner, String sql, List<Rule> rules, Trial trial) {
        List<SqlMutant> alive = new ArrayList<>(SqlMutator.mutants(sql));
        List<SqlMutant> killed = new ArrayList<>();
        int unbound = -1;
        for (Rule rule : rules) {
            for (Example example : rule.examples()) {
                try (GivenExample given = GivenExample.open(limits, example)) {
                    if (unbound < 0) {
                        int all = alive.size();
                        alive.removeIf(mutant -> !binds(given.session(), mutant.sql()));
                        unbound = all - alive.size();
                    }
                    List<SqlMutant> failing = alive.stream()
                            .filter(mutant -> fails(trial, given, rule, mutant.sql()))
                            .toList();
                    killed.addAll(failing);
                    alive.removeAll(failing);
                    if (fails(trial, given, rule, sql)) {
                        throw new IllegalStateException(
                                "The example of %s fails without a mutant: %s".formatted(rule.rule(), example.name()));
                    }
                }
            }
        }
        return new MutationScore(
                owner,
                killed,
                alive.stream()
                        .filter(mutant -> !equivalents.lists(owner, mutant))
                        .toList(),
                alive.stream()
                        .filter(mutant -> equivalents.lists(owner, mutant))
                        .toList(),
                Math.max(unbound, 0));
    }

    private static boolean binds(Session session, String sql) {
        try (PreparedStatement bound = session.connection().prepareStatement(sql)) {
            return bound.getMetaData() != null;
        } catch (SQLException failure) {
            return false;
        }
    }

    private static boolean fails(Trial trial, GivenExample given, Rule rule, String sql) {
        try {
            return trial.fails(given, rule, sql);
        } catch (SQLException | AbastoException failure) {
            return true;
        }
    }

    /** Whether an example of a rule fails with a mutant. */
    private interface Trial {
        boolean fails(GivenExample given, Rule rule, String sql) throws SQLException;
    }
}
