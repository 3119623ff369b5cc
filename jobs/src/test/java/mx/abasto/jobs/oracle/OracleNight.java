package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says that one published night holds: the rows of each nightly dataset of section 5, in no
 * particular order. Left out: rule_version, explanations and evidence of discrepancies.
 */
public record OracleNight(LocalDate night, Map<String, List<Map<String, @Nullable Object>>> datasets) {

    public OracleNight {
        datasets = Map.copyOf(datasets);
    }

    public Set<String> names() {
        return datasets.keySet();
    }

    public List<Map<String, @Nullable Object>> rows(String dataset) {
        List<Map<String, @Nullable Object>> rows = datasets.get(dataset);
        if (rows == null) {
            throw new IllegalArgumentException("no dataset " + dataset + " among " + datasets.keySet());
        }
        return rows;
    }
}
