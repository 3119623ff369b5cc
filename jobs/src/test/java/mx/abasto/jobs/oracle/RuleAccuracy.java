package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the product's rules find and miss, held against the oracle's findings: one finding is a night ×
 * discrepancy_id × status. Several tests may add to one.
 */
final class RuleAccuracy {

    /** @param found by both; @param missed by the product; @param falseOnes only the product has them */
    record Score(long found, long missed, long falseOnes) {

        Score plus(Score other) {
            return new Score(found + other.found, missed + other.missed, falseOnes + other.falseOnes);
        }

        /** How many of the product's findings are the oracle's too. */
        String precision() {
            return ratio(found, found + falseOnes);
        }

        /** How many of the oracle's findings the product has. */
        String recall() {
            return ratio(found, found + missed);
        }

        private static String ratio(long part, long whole) {
            return whole == 0
                    ? "–"
                    : BigDecimal.valueOf(part)
                            .divide(BigDecimal.valueOf(whole), 3, RoundingMode.DOWN)
                            .toPlainString();
        }
    }

    private final SortedMap<String, Score> scores = new TreeMap<>();
    private int networks;
    private int nights;

    RuleAccuracy() {
        for (Rule rule : Rule.values()) {
            scores.put(rule.code(), new Score(0, 0, 0));
        }
    }

    void beginNetwork() {
        networks++;
    }

    /** One night's `discrepancies`. */
    void add(
            Collection<? extends Map<String, ? extends @Nullable Object>> oracle,
            Collection<? extends Map<String, ? extends @Nullable Object>> product) {
        nights++;
        Map<String, Set<String>> wanted = byRule(oracle);
        Map<String, Set<String>> listed = byRule(product);
        Set<String> rules = new HashSet<>(wanted.keySet());
        rules.addAll(listed.keySet());
        for (String rule : rules) {
            Set<String> missed = new HashSet<>(wanted.getOrDefault(rule, Set.of()));
            Set<String> falseOnes = new HashSet<>(listed.getOrDefault(rule, Set.of()));
            Set<String> found = new HashSet<>(missed);
            found.retainAll(falseOnes);
            missed.removeAll(found);
            falseOnes.removeAll(found);
            scores.merge(rule, new Score(found.size(), missed.size(), falseOnes.size()), Score::plus);
        }
    }

    private static Map<String, Set<String>> byRule(
            Collection<? extends Map<String, ? extends @Nullable Object>> discrepancies) {
        Map<String, Set<String>> byRule = new TreeMap<>();
        for (Map<String, ? extends @Nullable Object> row : discrepancies) {
            byRule.computeIfAbsent(String.valueOf(row.get("rule")), r -> new HashSet<>())
                    .add(row.get("discrepancy_id") + " " + row.get("status"));
        }
        return byRule;
    }

    Score score(String rule) {
        return scores.getOrDefault(rule, new Score(0, 0, 0));
    }

    /** A Markdown table, one row per rule. */
    List<String> table() {
        List<String> lines = new ArrayList<>(
                List.of("| rule | findings | missed | false | precision | recall |", "|---|---:|---:|---:|---:|---:|"));
        Score[] all = {new Score(0, 0, 0)};
        scores.forEach((rule, score) -> {
            lines.add(row("`" + rule + "`", score));
            all[0] = all[0].plus(score);
        });
        lines.add(row("all", all[0]));
        return lines;
    }

    private static String row(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %s |",
                name,
                score.found() + score.missed(),
                score.missed(),
                score.falseOnes(),
                score.precision(),
                score.recall());
    }

    /** The page of the documentation. */
    void write(Path page, String command) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# What each rule finds and misses",
                "",
                String.format(
                        Locale.ROOT,
                        "The product and the oracle, a second implementation of the data contract that shares no code with it,"
                                + " ran over %d random networks, %d nights in all.",
                        networks,
                        nights),
                "One finding is a discrepancy on one night with one status. `missed`: only the oracle lists it. `false`:"
                        + " only the product lists it.",
                "Precision = found ÷ (found + false). Recall = found ÷ (found + missed). Both are rounded down.",
                ""));
        lines.addAll(table());
        lines.addAll(List.of("", "This command writes the page anew:", "", "```sh", command, "```"));
        Files.writeString(page, String.join("\n", lines) + "\n");
    }
}
