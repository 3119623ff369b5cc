package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** NEW, PERSISTING, RESOLVED, REOPENED: what the nights make of findings (contract section 5, Discrepancies). */
final class LifeCycle {

    static final int REOPEN_NIGHTS = 35;

    private final Reference reference;
    private Map<String, Discrepancy> open = new TreeMap<>();
    private final Map<String, Discrepancy> resolved = new HashMap<>();

    LifeCycle(Reference reference) {
        this.reference = reference;
    }

    /** Conditions listed last night as holding. */
    List<Finding> open(Rule rule) {
        return open.values().stream()
                .map(Discrepancy::finding)
                .filter(f -> f.rule() == rule)
                .toList();
    }

    List<Discrepancy> track(LocalDate night, List<Finding> findings) {
        Map<String, Discrepancy> listed = new TreeMap<>();
        Map<String, Discrepancy> stillOpen = new TreeMap<>();
        for (Finding finding : findings) {
            // AMBIGUOUS: two findings of one identity on one night (a file's name in two folders): the first is listed.
            if (listed.containsKey(finding.id())) {
                continue;
            }
            Discrepancy discrepancy = finding.rule().isEvent()
                    ? Discrepancy.listed(night, finding, "NEW", night, reference)
                    : condition(night, finding);
            listed.put(finding.id(), discrepancy);
            if (!finding.rule().isEvent()) {
                stillOpen.put(finding.id(), discrepancy);
            }
        }
        // AMBIGUOUS: a condition that precedence leaves out tonight no longer holds, and is RESOLVED.
        open.forEach((id, last) -> {
            if (!stillOpen.containsKey(id)) {
                Discrepancy end = last.resolvedOn(night);
                listed.put(id, end);
                resolved.put(id, end);
            }
        });
        open = stillOpen;
        return new ArrayList<>(listed.values());
    }

    private Discrepancy condition(LocalDate night, Finding finding) {
        Discrepancy last = open.get(finding.id());
        if (last != null) {
            return Discrepancy.listed(night, finding, "PERSISTING", last.firstSeenOn(), reference);
        }
        // AMBIGUOUS: "within 35 nights" counts from the night listed as RESOLVED, the 35th included.
        Discrepancy end = resolved.get(finding.id());
        if (end != null && !end.night().plusDays(REOPEN_NIGHTS).isBefore(night)) {
            return Discrepancy.listed(night, finding, "REOPENED", end.firstSeenOn(), reference);
        }
        return Discrepancy.listed(night, finding, "NEW", night, reference);
    }
}
