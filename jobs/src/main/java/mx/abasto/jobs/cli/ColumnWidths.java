package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How wide a table's columns are: as wide as their texts where that fits, the long texts shortened evenly if not. */
final class ColumnWidths {
    private static final int GAP = 2;

    private ColumnWidths() {}

    /** The columns that fit at their narrowest, those without content left out first, then the least important. */
    static List<Column> fitting(List<Column> columns, List<Map<String, @Nullable Object>> rows, int width) {
        List<Column> kept = new ArrayList<>(columns);
        while (kept.size() > 1 && !isWithin(width, kept, rows)) {
            kept.stream()
                    .max(Comparator.comparing((Column each) -> isEmpty(each, rows))
                            .thenComparingInt(Column::rank))
                    .ifPresent(kept::remove);
        }
        // What was left out for a wider column's sake may find room beside those that stay.
        for (Column column : columns.stream()
                .filter(each -> !kept.contains(each) && !isEmpty(each, rows))
                .sorted(Comparator.comparingInt(Column::rank))
                .toList()) {
            List<Column> wider = new ArrayList<>(columns);
            wider.removeIf(each -> !kept.contains(each) && !each.equals(column));
            if (isWithin(width, wider, rows)) {
                kept.clear();
                kept.addAll(wider);
            }
        }
        return kept;
    }

    private static boolean isWithin(int width, List<Column> columns, List<Map<String, @Nullable Object>> rows) {
        return columns.stream().mapToInt(each -> narrowest(each, rows) + GAP).sum() - GAP <= width;
    }

    /** Their widths: every one its narrowest, then one more for each in turn while there is room and need. */
    static Map<Column, Integer> of(List<Column> columns, List<Map<String, @Nullable Object>> rows, int width) {
        Map<Column, Integer> widths = new LinkedHashMap<>();
        Map<Column, Integer> wanted = new LinkedHashMap<>();
        for (Column column : columns) {
            widths.put(column, narrowest(column, rows));
            wanted.put(column, widest(column, rows));
        }
        int room = width - widths.values().stream().mapToInt(each -> each + GAP).sum() + GAP;
        boolean hasGrown = true;
        while (room > 0 && hasGrown) {
            hasGrown = false;
            for (Column column : columns) {
                int now = widths.getOrDefault(column, 0);
                if (room > 0 && now < wanted.getOrDefault(column, 0)) {
                    widths.put(column, now + 1);
                    room--;
                    hasGrown = true;
                }
            }
        }
        return widths;
    }

    static boolean isEmpty(Column column, List<Map<String, @Nullable Object>> rows) {
        return rows.stream().allMatch(row -> column.text(row).isEmpty());
    }

    private static int narrowest(Column column, List<Map<String, @Nullable Object>> rows) {
        int widest = widest(column, rows);
        return column.charsMin() == 0 ? widest : Math.min(widest, column.charsMin());
    }

    private static int widest(Column column, List<Map<String, @Nullable Object>> rows) {
        int widest = DisplayText.width(column.header());
        for (Map<String, @Nullable Object> row : rows) {
            widest = Math.max(widest, DisplayText.width(column.text(row)));
        }
        return widest;
    }
}
