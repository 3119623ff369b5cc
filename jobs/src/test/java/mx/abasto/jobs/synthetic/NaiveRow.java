package mx.abasto.jobs.synthetic;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a CSV file; every column asked for must be there. */
record NaiveRow(Map<String, String> cells) {

    String text(String column) {
        return present(cells, column);
    }

    Set<String> columns() {
        return cells.keySet();
    }

    /** The key's value in a map that must have it. */
    static <K, V> V present(Map<K, V> map, K key) {
        @Nullable V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing for " + key + " among " + map.keySet());
        }
        return value;
    }
}
