package mx.abasto.jobs.oracle.week;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.oracle.OracleDiff;
import mx.abasto.jobs.oracle.PublishedRows;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;

/** Holds a published revision of a week against the oracle's, every cell, and its suggestions against what must hold. */
final class WeekComparison {

    private static final int DIFFERENCES_SHOWN = 5;
    private static final List<String> DATASETS = List.of(
            "key_inventory", "key_summary", "site_summary", "discrepancies", "transfer_suggestions", "restatement");

    private final CasesSeen cases;

    /** @param cases where it is noted what was compared */
    WeekComparison(CasesSeen cases) {
        this.cases = cases;
    }

    /** The first differences of each dataset, in words; none when both agree. */
    List<String> differences(WeekOracle oracle, Path lake) throws Exception {
        String revision = "%s revision %d, ".formatted(oracle.week().name(), oracle.revision());
        Path published = lake.resolve(
                "weekly/week=%s/revision=%d".formatted(oracle.week().name(), oracle.revision()));
        Map<String, List<Row>> expected = oracle.datasets();
        cases.see(expected, oracle.cases());
        List<String> differences = new ArrayList<>();
        for (String dataset : DATASETS) {
            List<Map<String, @Nullable Object>> found = PublishedRows.of(published.resolve(dataset));
            List<Row> rows = expected.getOrDefault(dataset, List.of());
            if (dataset.equals("restatement")) {
                RestatedMovements.align(rows, found);
            }
            differences.addAll(OracleDiff.of(dataset).differences(rows, found, DIFFERENCES_SHOWN));
            if (dataset.equals("transfer_suggestions")) {
                differences.addAll(SuggestionProof.broken(oracle.suggestions().market(), found));
            }
        }
        return differences.stream().map(revision::concat).toList();
    }
}
