package mx.abasto.jobs.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;

/** The rules that a night is held against, in the order of their codes. Immutable. */
public final class RuleCatalogue {
    private static final List<String> OURS = List.of(
            "DSP-01", "DSP-02", "DSP-03", "DSP-04", "DSP-05", "EXT-01", "EXT-02", "EXT-03", "EXT-04", "EXT-05",
            "EXT-06", "LOT-01", "LOT-02", "ORD-01", "ORD-02", "ORD-03", "REF-01", "REF-02", "REF-03", "SHP-01",
            "SHP-02", "SHP-03", "SHP-04", "SHP-05", "SHP-06", "SHP-07", "SHP-08", "SHP-09", "SIG-01", "SIG-02",
            "STK-01", "STK-02", "STK-03", "STK-04");

    /** Where a rule comes from. */
    public enum Origin {
        /** It comes with the product. */
        OURS,
        /** It is one of one's own. */
        EXTRA,
        /** It is one of one's own, in the place of one that comes with the product. */
        OVERRIDING
    }

    private final SortedMap<String, Rule> rules;
    private final List<RuleText> extra;

    private RuleCatalogue(SortedMap<String, Rule> rules, List<RuleText> extra) {
        this.rules = rules;
        this.extra = extra;
    }

    /** The rules that come with the product. */
    public static RuleCatalogue ours() {
        SortedMap<String, Rule> rules = new TreeMap<>();
        for (String code : OURS) {
            rules.put(code, new RuleText("rules", code, resource(code + ".yml"), resource(code + ".sql")).rule());
        }
        return new RuleCatalogue(rules, List.of());
    }

    /**
     * The rules that are configured: those that come with the product, and those of one's own added or in their place.
     *
     * @param limits of the engine that looks at the SQL of those of one's own
     * @throws AbastoException (UNUSABLE) if one of them cannot be used, with its file, line and cause
     */
    public static RuleCatalogue of(Settings settings, EngineLimits limits) {
        RuleCatalogue ours = ours();
        if (settings.extraRules() == null) {
            return ours;
        }
        List<RuleText> extra = RuleFolder.read(settings.extraRules());
        SortedMap<String, Rule> rules = new TreeMap<>(ours.rules);
        extra.forEach(text -> rules.put(text.code(), text.rule()));
        extra.forEach(text -> requireKnownSuppressed(text, rules));
        RuleShape.require(extra, limits);
        return new RuleCatalogue(rules, extra);
    }

    private static void requireKnownSuppressed(RuleText text, SortedMap<String, Rule> rules) {
        for (String suppressed : text.rule().suppresses()) {
            if (!rules.containsKey(suppressed)) {
                throw text.unusable("yml", null, "it suppresses " + suppressed + ", which is no rule", null);
            }
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

    /** A rule by its code. */
    public Optional<Rule> find(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /** Code to version, as run.json keeps it. */
    public SortedMap<String, Integer> versions() {
        SortedMap<String, Integer> versions = new TreeMap<>();
        rules.forEach((code, rule) -> versions.put(code, rule.version()));
        return versions;
    }

    /** The codes of those that are conditions, as run.json keeps them. */
    public SortedSet<String> conditions() {
        return rules.values().stream()
                .filter(Rule::isCondition)
                .map(Rule::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Origin origin(String code) {
        if (extra.stream().noneMatch(text -> text.code().equals(code))) {
            return Origin.OURS;
        }
        return OURS.contains(code) ? Origin.OVERRIDING : Origin.EXTRA;
    }

    /** What tells this catalogue from one with other words or SQL. */
    public String fingerprint() {
        return Hashes.sha256(rules.values().toString());
    }

    /** The files of rules of one's own, as run.json keeps what went into a run: {@code rules/CODE.sql}, without rows. */
    public List<RunJson.Item> inputs() {
        List<RunJson.Item> inputs = new ArrayList<>();
        for (RuleText text : extra) {
            inputs.add(input(text.code() + ".sql", text.sql()));
            inputs.add(input(text.code() + ".yml", text.yml()));
        }
        return inputs;
    }

    private static RunJson.Item input(String file, String text) {
        return new RunJson.Item("rules/" + file, text.getBytes(StandardCharsets.UTF_8).length, Hashes.sha256(text), 0);
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
