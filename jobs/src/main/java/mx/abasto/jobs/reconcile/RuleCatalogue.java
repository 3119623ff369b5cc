package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules that a night is held against, in the order of their codes. Immutable. */
public final class RuleCatalogue {
    private static final List<String> OURS = List.of(
            "DSP-01", "DSP-02", "DSP-03", "DSP-04", "DSP-05", "EXT-01", "EXT-02", "EXT-03", "EXT-04", "EXT-05",
            "LOT-01", "LOT-02", "ORD-01", "ORD-02", "ORD-03", "REF-01", "REF-02", "REF-03", "SHP-01", "SHP-02",
            "SHP-03", "SHP-04", "SHP-05", "SHP-06", "SHP-07", "SHP-08", "SHP-09", "SIG-01", "SIG-02", "STK-01",
            "STK-02", "STK-03", "STK-04");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final SortedMap<String, Rule> rules;

    private RuleCatalogue(SortedMap<String, Rule> rules) {
        this.rules = rules;
    }

    /** The rules that come with the product. */
    public static RuleCatalogue ours() {
        SortedMap<String, Rule> rules = new TreeMap<>();
        for (String code : OURS) {
            rules.put(code, parse(code, resource(code + ".yml"), resource(code + ".sql")));
        }
        return new RuleCatalogue(rules);
    }

    private static Rule parse(String code, String yml, String sql) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> described = YAML.readValue(yml, Map.class);
            described.put("sql", sql);
            Rule rule = YAML.convertValue(described, Rule.class);
            if (!rule.rule().equals(code)) {
                throw AbastoException.unusable(code + ".yml names the rule " + rule.rule());
            }
            return rule;
        } catch (JacksonException failure) {
            throw AbastoException.unusable(
                    "The rule file %s.yml cannot be used: %s".formatted(code, failure.getOriginalMessage()), failure);
        }
    }

    private static String resource(String name) {
        try (InputStream bytes = RuleCatalogue.class.getResourceAsStream("/rules/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no rule file " + name);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot read the rule file " + name, failure);
        }
    }

    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * A rule by its code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("There is no rule " + code);
        }
        return rule;
    }

    /** Code to version, as run.json keeps it. */
    public SortedMap<String, Integer> versions() {
        SortedMap<String, Integer> versions = new TreeMap<>();
        rules.forEach((code, rule) -> versions.put(code, rule.version()));
        return versions;
    }

    /** Makes the tables {@code rules} and {@code suppressions} that the reconciling SQL joins. */
    void describeTo(Session session) {
        session.run(
                "rules",
                "create table rules (rule varchar, is_condition boolean, evidence varchar,"
                        + " counts_pieces boolean, version integer)");
        session.run(
                "rules",
                "insert into rules values "
                        + rules.values().stream()
                                .map(rule -> "(%s, %s, '%s', %s, %d)"
                                        .formatted(
                                                Session.literal(rule.rule()),
                                                rule.isCondition(),
                                                rule.evidence().name(),
                                                rule.countsPieces(),
                                                rule.version()))
                                .collect(Collectors.joining(", ")));
        session.run("suppressions", "create table suppressions (rule varchar, suppressed varchar)");
        for (Rule rule : rules.values()) {
            for (String suppressed : rule.suppresses()) {
                session.run(
                        "suppressions",
                        "insert into suppressions values (%s, %s)"
                                .formatted(Session.literal(rule.rule()), Session.literal(suppressed)));
            }
        }
    }
}
