package mx.abasto.jobs.oracle.week;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.oracle.Row;

/** The week's last state of each discrepancy, and on how many nights it was listed (contract section 7). */
final class WeekDiscrepancies {

    private WeekDiscrepancies() {}

    static List<Row> of(Lake lake, Week week, int revision) {
        Map<String, List<Fact>> listed = new HashMap<>();
        for (Night night : lake.of(week)) {
            night.rows("discrepancies")
                    .forEach(row -> listed.computeIfAbsent(row.name("discrepancy_id"), id -> new ArrayList<>())
                            .add(row));
        }
        List<Row> rows = new ArrayList<>();
        listed.values().forEach(states -> {
            Row row = new Row().with("week", week.name()).with("revision", revision);
            row.putAll(states.get(states.size() - 1).cells());
            rows.add(row.with("nights_seen", states.size()));
        });
        return rows;
    }
}
