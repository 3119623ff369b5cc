package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.reconcile.Rule.Example;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Examples of what the reconciling scripts make of the rules' findings: in {@code reconcile/}, named as they are. */
final class ScriptExamples {
    static final List<String> SCRIPTS = List.of("open_discrepancies", "precedence", "lives", "lot_expiries");

    private static final String KEY =
            "rule varchar, clues varchar, counterpart_clues varchar, clave varchar, lot varchar, document_no varchar,"
                    + " expected_quantity bigint, actual_quantity bigint";

    private ScriptExamples() {}

    static List<Example> of(String script) {
        try (InputStream yml = ScriptExamples.class.getResourceAsStream("/reconcile/" + script + ".yml")) {
            if (yml == null) {
                throw new IllegalStateException("There are no examples of " + script);
            }
            return List.of(YAMLMapper.builder().build().readValue(yml, Example[].class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a session with an example's rows. The caller closes it. */
    static GivenExample open(EngineLimits limits, Example example) {
        Session session = Session.open(limits);
        try {
            RuleRelations.createEmpty(session);
            session.view("last_discrepancies", NightlyDatasets.DISCREPANCIES, List.of());
            session.view("history_discrepancies", NightlyDatasets.DISCREPANCIES, List.of());
            session.run("last_conditions", "create table last_conditions (rule varchar)");
            session.view("last_lots", NightlyDatasets.LOTS, List.of());
            session.view("last_stock_balance", NightlyDatasets.STOCK_BALANCE, List.of());
            session.run(
                    "rules",
                    "create table rules (rule varchar, is_condition boolean, evidence varchar, version integer)");
            session.run("suppressions", "create table suppressions (rule varchar, suppressed varchar)");
            session.run("candidates", "create table candidates (%s)".formatted(KEY));
            session.run(
                    "precedence",
                    "create table precedence (%s, discrepancy_id varchar, superseded_by varchar)".formatted(KEY));
            session.run("lives", "create table lives (%s, discrepancy_id varchar, holds boolean)".formatted(KEY));
            return GivenExample.in(session, example);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }
}
