package mx.abasto.jobs.oracle.week;

import java.util.ArrayList;
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

    /** What no row of a dataset shows. */
    static final List<String> CASES = List.of("late file with only its header", "Sunday with a bad stock row");

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

    /** Those of {@link #CASES} and {@link SuggestionCases#ALL} that came up, each as often as it did. */
    List<String> cases() {
        List<String> cases = new ArrayList<>(suggestions().cases());
        for (Night night : known.of(week)) {
            night.rows("files").stream()
                    .filter(file -> file.is("status", "EMPTY") && week.has(file.date("delivered_for")))
                    .filter(file -> file.date("delivered_for").isBefore(night.date()))
                    .forEach(file -> cases.add(CASES.get(0)));
        }
        Night sunday = known.night(week.end()).orElseThrow();
        sunday.rows("extracts").stream()
                .filter(row -> row.is("extract", "stock") && row.is("status", "DELIVERED"))
                .filter(row -> !known.coverage().isWholeStockKnown(sunday, row.name("clues")))
                .forEach(row -> cases.add(CASES.get(1)));
        return cases;
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
