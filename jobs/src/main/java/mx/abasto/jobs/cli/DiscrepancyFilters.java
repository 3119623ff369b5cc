package mx.abasto.jobs.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mx.abasto.jobs.reconcile.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which discrepancies are wanted. Each option takes several values; several options all have to hold. */
final class DiscrepancyFilters {

    /** Where a discrepancy stands in its life (contract section 5). */
    enum Status {
        NEW,
        PERSISTING,
        REOPENED,
        RESOLVED,
        SUPERSEDED
    }

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            split = ",",
            converter = Arguments.Capitals.class,
            description = "The rule, such as SHP-03.")
    private @Nullable List<String> rules;

    @Option(
            names = "--family",
            paramLabel = "LETTERS",
            split = ",",
            converter = Arguments.Capitals.class,
            description = "The rule's letters, such as SHP.")
    private @Nullable List<String> families;

    @Option(names = "--severity", paramLabel = "WORD", split = ",", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable List<Severity> severities;

    @Option(names = "--status", paramLabel = "WORD", split = ",", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable List<Status> statuses;

    @Option(
            names = "--state",
            paramLabel = "NN",
            split = ",",
            converter = Arguments.State.class,
            description = "The state of the site or of its counterpart: INEGI code, 20 for Oaxaca.")
    private @Nullable List<String> states;

    @Option(
            names = "--clues",
            paramLabel = "CLUES",
            split = ",",
            converter = Arguments.Site.class,
            description = "The site, or its counterpart: the other side of a shipment.")
    private @Nullable List<String> sites;

    @Option(
            names = "--clave",
            paramLabel = "CLAVE",
            split = ",",
            converter = Arguments.Key.class,
            description = "The clave.")
    private @Nullable List<String> claves;

    @Option(names = "--lot", paramLabel = "LOT", description = "The lot, exactly as it is written.")
    private @Nullable List<String> lots;

    @Option(
            names = "--document",
            paramLabel = "NO",
            description = "The document, as the rule has it: shipment, prescription, order, extract or file.")
    private @Nullable List<String> documents;

    /** As conditions on the columns of contract section 5. */
    Filters asked() {
        return new Filters()
                .with(rules, "rule")
                .with(families, "family")
                .with(severities, "severity")
                .with(statuses, "status")
                .with("state", states, prefixes(), "substr(clues, 1, 2)", "substr(counterpart_clues, 1, 2)")
                .with(sites, "clues", "counterpart_clues")
                .with(claves, "clave")
                .with(lots, "lot")
                .with("document", documents, documents, "document_no");
    }

    private @Nullable List<String> prefixes() {
        return states == null
                ? null
                : states.stream()
                        .map(state -> States.prefixOf(state).orElseThrow())
                        .toList();
    }

    /** What is wrong with the rules and families that are named, where a night was held against these rules. */
    @Nullable
    String unknownAmong(Collection<String> known) {
        for (String rule : rules == null ? List.<String>of() : rules) {
            if (!known.contains(rule)) {
                return "There is no rule %s; see abasto rules list. There are %s."
                        .formatted(rule, String.join(", ", known));
            }
        }
        Set<String> letters = new TreeSet<>();
        known.forEach(rule -> letters.add(rule.substring(0, rule.indexOf('-'))));
        for (String family : families == null ? List.<String>of() : families) {
            if (!letters.contains(family)) {
                return "There is no family of rules %s; there are %s.".formatted(family, String.join(", ", letters));
            }
        }
        return null;
    }
}
