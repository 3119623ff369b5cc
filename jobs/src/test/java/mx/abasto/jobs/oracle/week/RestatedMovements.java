package mx.abasto.jobs.oracle.week;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;

/** Which movements restate a figure, without their order; of more than 20 the contract does not say which are shown. */
final class RestatedMovements {

    private static final int SHOWN_MAX = 20;

    private RestatedMovements() {}

    /** Gives the product's rows the oracle's movements where they show enough of them and no others. */
    static void align(List<Row> oracle, List<Map<String, @Nullable Object>> product) {
        Map<String, List<String>> all = new HashMap<>();
        Map<String, Object> lists = new HashMap<>();
        oracle.forEach(row -> {
            all.put(key(row), texts(row.get("movements")));
            lists.put(key(row), String.valueOf(row.get("movements")));
            row.put("movements", lists.get(key(row)));
        });
        product.forEach(row -> {
            List<String> shown = texts(row.get("movements"));
            List<String> left = new ArrayList<>(all.getOrDefault(key(row), List.of()));
            boolean isEnough = shown.size() == Math.min(SHOWN_MAX, left.size());
            if (isEnough && shown.stream().allMatch(left::remove)) {
                row.put("movements", lists.get(key(row)));
            }
        });
    }

    private static String key(Map<String, ? extends @Nullable Object> row) {
        return row.get("restated_week") + "|" + row.get("clues") + "|" + row.get("clave") + "|" + row.get("column");
    }

    private static List<String> texts(@Nullable Object movements) {
        List<String> texts = new ArrayList<>();
        for (Object movement : movements instanceof Collection<?> list ? list : List.of()) {
            TreeMap<String, String> sorted = new TreeMap<>();
            ((Map<?, ?>) movement)
                    .forEach((column, value) -> sorted.put(String.valueOf(column), String.valueOf(value)));
            texts.add(sorted.toString());
        }
        return texts;
    }
}
