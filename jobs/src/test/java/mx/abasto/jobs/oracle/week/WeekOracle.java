package mx.abasto.jobs.oracle.week;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import mx.abasto.jobs.oracle.Row;

/**
 * A revision of a week, all its datasets.
 *
 * @param known the nights that are published
 * @param revisions the last revision of every week that is published, this one among them
 */
record WeekOracle(Lake known, WeekReference reference, Week week, SortedMap<Week, Integer> revisions) {

    int revision() {
        return revisions.getOrDefault(week, 1);
    }

    List<Row> keyInventory() {
        return inventoryOf(week);
    }

    private List<Row> inventoryOf(Week of) {
        return new KeyInventory(known, reference, of, revisions.getOrDefault(of, 1)).rows();
    }

    Suggestions suggestions() {
        return suggestions(keyInventory());
    }

    private Suggestions suggestions(List<Row> inventory) {
        return new Suggestions(known, reference, week, revision(), inventory);
    }

    /** Rows by dataset. */
    Map<String, List<Row>> datasets() {
        List<Row> inventory = keyInventory();
        return Map.of(
                "key_inventory", inventory,
                "key_summary", KeySummary.of(inventory),
                "site_summary", new SiteSummary(known, reference, week, revision(), inventory).rows(),
                "discrepancies", WeekDiscrepancies.of(known, week, revision()),
                "transfer_suggestions", suggestions(inventory).rows(),
                "restatement", new Restatement(known, week, revision(), revisions, this::inventoryOf).rows());
    }
}
