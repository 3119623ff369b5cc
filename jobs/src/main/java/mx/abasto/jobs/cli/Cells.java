package mx.abasto.jobs.cli;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values of the engine as values of ours: texts, whole numbers, decimals, truth values, lists and maps. */
final class Cells {
    private static final int READABLE_DECIMALS = 2;

    private Cells() {}

    static List<String> columnsOf(ResultSet rows) throws SQLException {
        ResultSetMetaData described = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= described.getColumnCount(); column++) {
            columns.add(described.getColumnName(column));
        }
        return columns;
    }

    /** The values of the row at which a result stands. */
    static List<@Nullable Object> ofRow(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<@Nullable Object> cells = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            cells.add(of(rows.getObject(column)));
        }
        return cells;
    }

    /** A value, dates as ISO texts; the engine's structures as maps. */
    static @Nullable Object of(@Nullable Object value) throws SQLException {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Array array) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : (Object[]) array.getArray()) {
                items.add(of(item));
            }
            return items;
        }
        if (value instanceof DuckDBStruct struct) {
            return fields(struct.getMap());
        }
        if (value instanceof Map<?, ?> map) {
            return fields(map);
        }
        return value.toString();
    }

    private static Map<String, @Nullable Object> fields(Map<?, ?> map) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : map.entrySet()) {
            fields.put(String.valueOf(field.getKey()), of(field.getValue()));
        }
        return fields;
    }

    /** A value as a person reads it: thousands apart, two decimals, nothing for NULL. */
    static String readable(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            int decimals = Math.min(Math.max(0, decimal.scale()), READABLE_DECIMALS);
            return String.format(Locale.ROOT, "%,." + decimals + "f", decimal);
        }
        return value instanceof Number number ? String.format(Locale.ROOT, "%,d", number) : value.toString();
    }
}
