package mx.abasto.jobs.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a dataset's rows as the oracle and the product have them: as multisets, on the oracle's columns, told apart
 * by the dataset's key. Columns that only the product has (explanations, evidence) are not looked at.
 */
public final class OracleDiff {

    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("files", List.of("file", "extract")),
            Map.entry("extracts", List.of("clues", "extract")),
            Map.entry("quarantine", List.of("file", "extract", "row_no")),
            Map.entry(
                    "movements",
                    List.of("kind", "clues", "document_no", "line_no", "clave", "lot", "file", "row_no", "reversal")),
            Map.entry("counts", List.of("business_date", "clues", "clave", "lot")),
            Map.entry("stock_balance", List.of("clues", "clave", "lot")),
            Map.entry("key_day", List.of("clues", "clave")),
            Map.entry("lots", List.of("clave", "lot", "expires_on")),
            Map.entry("shipments", List.of("origin_clues", "shipment_no", "clave", "lot")),
            Map.entry("orders", List.of("order_no", "clave")),
            Map.entry("prescriptions", List.of("prescription_no", "clave")),
            Map.entry("discrepancies", List.of("rule", "clues", "counterpart_clues", "clave", "lot", "document_no")),
            Map.entry("key_inventory", List.of("clues", "clave")),
            Map.entry("key_summary", List.of("scope", "scope_id", "clave")),
            Map.entry("site_summary", List.of("clues")),
            Map.entry("transfer_suggestions", List.of("clave", "taker_clues", "giver_clues", "lot")),
            Map.entry("restatement", List.of("restated_week", "clues", "clave", "column")));

    private final String dataset;
    private final List<String> key;
    private final Set<String> ignored;
    private final Set<String> onlyNamed;

    private OracleDiff(String dataset, List<String> key, Set<String> ignored, Set<String> onlyNamed) {
        this.dataset = dataset;
        this.key = key;
        this.ignored = ignored;
        this.onlyNamed = onlyNamed;
    }

    public static OracleDiff of(String dataset) {
        List<String> key = KEYS.get(dataset);
        if (key == null) {
            throw new IllegalArgumentException("no dataset " + dataset + " among " + KEYS.keySet());
        }
        return new OracleDiff(dataset, key, Set.of(), Set.of());
    }

    /** Leaves columns out of the comparison; a key column left out no longer tells rows apart. */
    public OracleDiff ignoring(String... columns) {
        Set<String> all = new HashSet<>(ignored);
        all.addAll(List.of(columns));
        return new OracleDiff(
                dataset, key.stream().filter(k -> !all.contains(k)).toList(), all, onlyNamed);
    }

    /** Compares some columns only for being NULL or not. */
    public OracleDiff whetherNull(String... columns) {
        return new OracleDiff(dataset, key, ignored, Set.of(columns));
    }

    /** At most {@code limit} differences in words, and how many more there are; none when both agree. */
    public List<String> differences(
            Collection<? extends Map<String, ? extends @Nullable Object>> oracle,
            Collection<? extends Map<String, ? extends @Nullable Object>> product,
            int limit) {
        Set<String> columns = new LinkedHashSet<>(key);
        oracle.stream().limit(1).forEach(r -> columns.addAll(r.keySet()));
        columns.removeAll(ignored);
        List<String> all = new ArrayList<>();
        product.stream().limit(1).forEach(r -> columns.stream()
                .filter(c -> !r.containsKey(c))
                .forEach(c -> all.add(dataset + ": the product has no column " + c)));
        Map<String, List<Map<String, String>>> wanted = group(oracle, columns);
        Map<String, List<Map<String, String>>> found = group(product, columns);
        Set<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        for (String each : keys) {
            compare(each, wanted.getOrDefault(each, List.of()), found.getOrDefault(each, List.of()), all);
        }
        if (all.size() <= limit) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, limit));
        first.add(dataset + ": and " + (all.size() - limit) + " more differences");
        return first;
    }

    private void compare(
            String rowKey, List<Map<String, String>> wanted, List<Map<String, String>> found, List<String> all) {
        List<Map<String, String>> missing = new ArrayList<>(wanted);
        List<Map<String, String>> extra = new ArrayList<>(found);
        // List.remove takes one equal row away at a time: what is left differs.
        found.forEach(missing::remove);
        wanted.forEach(extra::remove);
        int pairs = Math.min(missing.size(), extra.size());
        for (int i = 0; i < pairs; i++) {
            Map<String, String> oracle = missing.get(i);
            Map<String, String> product = extra.get(i);
            StringBuilder text = new StringBuilder(dataset + " {" + rowKey + "}:");
            oracle.forEach((column, value) -> {
                if (!value.equals(product.get(column))) {
                    text.append(" %s oracle=%s product=%s;".formatted(column, value, product.get(column)));
                }
            });
            all.add(text.toString());
        }
        missing.stream().skip(pairs).forEach(r -> all.add(dataset + " {" + rowKey + "}: only oracle has " + r));
        extra.stream().skip(pairs).forEach(r -> all.add(dataset + " {" + rowKey + "}: only product has " + r));
    }

    private Map<String, List<Map<String, String>>> group(
            Collection<? extends Map<String, ? extends @Nullable Object>> rows, Set<String> columns) {
        TreeMap<String, List<Map<String, String>>> groups = new TreeMap<>();
        for (Map<String, ? extends @Nullable Object> row : rows) {
            Map<String, String> plain = new LinkedHashMap<>();
            columns.forEach(c -> plain.put(c, onlyNamed.contains(c) && row.get(c) != null ? "some" : text(row.get(c))));
            List<String> parts = new ArrayList<>();
            key.forEach(c -> parts.add(c + "=" + plain.get(c)));
            groups.computeIfAbsent(String.join(", ", parts), k -> new ArrayList<>())
                    .add(plain);
        }
        return groups;
    }

    /** One text for equal values of different Java types: 1 and 1L and 1.0000, java.sql.Date and LocalDate. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString());
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(OracleDiff::text).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((k, v) -> sorted.put(String.valueOf(k), text(v)));
            return sorted.toString();
        }
        return value.toString();
    }
}
