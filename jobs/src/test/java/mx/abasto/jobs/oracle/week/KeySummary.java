package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.abasto.jobs.oracle.Row;
import org.jspecify.annotations.Nullable;

/** The key inventory by state, region and nation (contract section 7): sums, and rates made of sums. */
final class KeySummary {

    private static final List<String> NAMES = List.of("week", "week_start", "week_end", "revision");
    private static final List<String> ITEM = List.of("description", "group", "programme");
    private static final List<String> SUMS = List.of(
            "opening",
            "received_supplier",
            "received_transfer",
            "distributed",
            "dispensed",
            "consumed",
            "adjusted",
            "prior_period",
            "closing",
            "counted",
            "variance",
            "in_transit",
            "expired",
            "expiring_30",
            "expiring_90",
            "expiring_180",
            "stockout_days",
            "prescribed",
            "filled",
            "value",
            "nights_reported",
            "open_discrepancies");

    private KeySummary() {}

    static List<Row> of(List<Row> inventory) {
        Map<String, List<Row>> scopes = new TreeMap<>();
        for (Row row : inventory) {
            add(scopes, "NATION", "MX", row);
            add(scopes, "STATE", row.get("state"), row);
            add(scopes, "REGION", row.get("region"), row);
        }
        List<Row> all = new ArrayList<>();
        scopes.forEach((scope, rows) -> all.add(summary(scope.split("\\|", -1), rows)));
        return all;
    }

    private static void add(Map<String, List<Row>> scopes, String scope, @Nullable Object id, Row row) {
        if (id != null) {
            scopes.computeIfAbsent(scope + "|" + id + "|" + row.get("clave"), s -> new ArrayList<>())
                    .add(row);
        }
    }

    private static Row summary(String[] scope, List<Row> rows) {
        Row first = rows.get(0);
        Row summary = new Row();
        NAMES.forEach(column -> summary.with(column, first.get(column)));
        summary.with("scope", scope[0]).with("scope_id", scope[1]).with("clave", scope[2]);
        ITEM.forEach(column -> summary.with(column, first.get(column)));
        SUMS.forEach(column -> summary.with(column, sum(rows, column)));
        BigDecimal amc = sum(rows.stream().filter(KeySummary::usesUp).toList(), "amc");
        long lacking = having(rows, "OUT");
        long silent = having(rows, "NOT_REPORTED");
        return summary.with("amc", amc)
                .with("months_of_stock", Rate.ofDemand(pieces(summary, "closing"), amc))
                .with("fill_rate", Rate.of(pieces(summary, "filled"), pieces(summary, "prescribed"), 4))
                .with("sites_holding", rows.size() - lacking - silent)
                .with("sites_lacking", lacking)
                .with("sites_not_reported", silent);
    }

    /** What a warehouse hands on is used up by who gets it. A site that sites.csv lacks is no warehouse. */
    private static boolean usesUp(Row row) {
        return !String.valueOf(row.get("kind")).endsWith("_WAREHOUSE");
    }

    private static long having(List<Row> rows, String status) {
        return rows.stream()
                .filter(row -> status.equals(row.get("stock_status")))
                .count();
    }

    private static BigDecimal pieces(Row summary, String column) {
        return new BigDecimal(new BigInteger(String.valueOf(summary.get(column))));
    }

    static @Nullable BigDecimal sum(List<Row> rows, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return Rate.sum(values);
    }
}
