package mx.abasto.jobs.lake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files with DuckDB. */
final class DuckDbDump implements AutoCloseable {
    private final Connection connection;

    DuckDbDump() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    Dump of(Path file) throws SQLException {
        List<List<String>> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        String select = "select * from read_parquet('%s', hive_partitioning = false)".formatted(file);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet described = statement.executeQuery("describe " + select)) {
                while (described.next()) {
                    columns.add(List.of(described.getString(1), described.getString(2)));
                }
            }
            try (ResultSet cursor = statement.executeQuery(select)) {
                while (cursor.next()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        row.add(written(cursor.getObject(column)));
                    }
                    rows.add(cells(row));
                }
            }
        }
        return new Dump(columns, rows);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a cell may be null: that is what is compared
    static List<Object> cells(List<? extends @Nullable Object> cells) {
        return (List<Object>) cells;
    }

    private static @Nullable Object written(@Nullable Object value) throws SQLException {
        if (value == null) {
            return null;
        }
        if (value instanceof Array list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : (Object[]) list.getArray()) {
                items.add(written(item));
            }
            return items;
        }
        if (value instanceof Struct struct) {
            List<@Nullable Object> fields = new ArrayList<>();
            for (Object field : struct.getAttributes()) {
                fields.add(written(field));
            }
            return fields;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Date day ? day.toLocalDate().toString() : value.toString();
    }
}
