package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one file that have the same key (contract section 2, KEY_CONFLICT). */
final class RepeatedKeys {

    private RepeatedKeys() {}

    static List<ReadRow> judged(List<ReadRow> rows, boolean addsRepeated) {
        Map<String, List<ReadRow>> byKey = new HashMap<>();
        for (ReadRow row : rows) {
            Line line = row.line();
            if (line != null) {
                byKey.computeIfAbsent(line.key(), k -> new ArrayList<>()).add(row);
            }
        }
        Set<Cell> quarantined = rows.stream()
                .filter(r -> r.fault() != null)
                .map(ReadRow::cell)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> conflicts = new HashSet<>();
        Map<String, Line> counts = new HashMap<>();
        byKey.forEach((key, same) -> {
            Line first = Objects.requireNonNull(same.get(0).line());
            if (!first.extract().equals("stock")) {
                if (same.stream().anyMatch(r -> !first.hasContentOf(Objects.requireNonNull(r.line())))) {
                    conflicts.add(key);
                }
            } else if (!addsRepeated) {
                if (same.size() > 1) {
                    conflicts.add(key);
                }
            } else {
                Line count = sum(same);
                if (Cells.quantity(String.valueOf(count.number("quantity"))).isEmpty()
                        || quarantined.contains(same.get(0).cell())) {
                    conflicts.add(key);
                } else {
                    counts.put(key, count);
                }
            }
        });
        return rows.stream().map(row -> judged(row, conflicts, counts)).toList();
    }

    private static ReadRow judged(ReadRow row, Set<String> conflicts, Map<String, Line> counts) {
        Line line = row.line();
        if (line == null) {
            return row;
        }
        Line count = counts.get(line.key());
        return conflicts.contains(line.key()) ? row.inConflict() : count == null ? row : row.as(count);
    }

    /** One count: the sum, under the lowest row_no, with the expiry of the last that names one. */
    private static Line sum(List<ReadRow> same) {
        Line first = Objects.requireNonNull(same.get(0).line());
        Map<String, Object> values = new HashMap<>(first.values());
        long sum = 0;
        for (ReadRow row : same) {
            @Nullable Line line = row.line();
            sum += Objects.requireNonNull(line).number("quantity");
            Object expiresOn = line.values().get("expires_on");
            if (expiresOn != null) {
                values.put("expires_on", expiresOn);
            }
        }
        values.put("quantity", sum);
        return new Line(first.shape(), values, first.file(), first.rowNo());
    }
}
