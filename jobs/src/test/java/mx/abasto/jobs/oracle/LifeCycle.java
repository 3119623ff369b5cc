package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** NEW, PERSISTING, RESOLVED, SUPERSEDED, REOPENED: what the nights make of findings (contract section 5, Discrepancies). */
final class LifeCycle {

    static final int REOPEN_NIGHTS = 35;

    private Map<String, Discrepancy> open = new TreeMap<>();
    private final Map<String, Discrepancy> ended = new HashMap<>();

    /** @param leftOut what would be found, had a rule before not caught it */
    List<Discrepancy> track(LocalDate night, Reference reference, List<Finding> findings, List<Finding> leftOut) {
        Set<String> superseded = leftOut.stream().map(Finding::id).collect(Collectors.toSet());
        Map<String, Discrepancy> listed = new TreeMap<>();
        Map<String, Discrepancy> stillOpen = new TreeMap<>();
        for (Finding finding : findings) {
            // AMBIGUOUS: two findings of one identity on one night (a file's name in two folders): the first is listed.
            if (listed.containsKey(finding.id())) {
                continue;
            }
            Discrepancy discrepancy = finding.rule().isEvent()
                    ? Discrepancy.listed(night, finding, "NEW", night, reference)
                    : condition(night, finding, reference);
            listed.put(finding.id(), discrepancy);
            if (!finding.rule().isEvent()) {
                stillOpen.put(finding.id(), discrepancy);
            }
        }
        open.forEach((id, last) -> {
            if (!stillOpen.containsKey(id)) {
                Discrepancy end = last.endedOn(night, superseded.contains(id) ? "SUPERSEDED" : "RESOLVED");
                listed.put(id, end);
                ended.put(id, end);
            }
        });
        open = stillOpen;
        return new ArrayList<>(listed.values());
    }

    private Discrepancy condition(LocalDate night, Finding finding, Reference reference) {
        Discrepancy last = open.get(finding.id());
        if (last != null) {
            return Discrepancy.listed(night, finding, "PERSISTING", last.firstSeenOn(), reference);
        }
        // AMBIGUOUS: "within 35 nights" counts from the night listed as RESOLVED or SUPERSEDED, the 35th included.
        Discrepancy end = ended.get(finding.id());
        if (end != null && !end.night().plusDays(REOPEN_NIGHTS).isBefore(night)) {
            return Discrepancy.listed(night, finding, "REOPENED", end.firstSeenOn(), reference);
        }
        return Discrepancy.listed(night, finding, "NEW", night, reference);
    }
}
