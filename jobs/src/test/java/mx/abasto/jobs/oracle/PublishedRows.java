package mx.abasto.jobs.oracle;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Rows of a published dataset as the oracle writes its own: plain values by column. */
public final class PublishedRows {
    private PublishedRows() {}

    /** All rows of the Parquet files in a dataset's folder. */
    public static List<Map<String, @Nullable Object>> of(Path dataset) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        String query = "select * from read_parquet('%s/*.parquet', hive_partitioning = false)".formatted(dataset);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnName(column), plain(found.getObject(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array list) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (Object element : (Object[]) list.getArray()) {
                elements.add(plain(element));
            }
            return elements;
        }
        if (value instanceof DuckDBStruct struct) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            for (Map.Entry<String, Object> field : struct.getMap().entrySet()) {
                entry.put(field.getKey(), plain(field.getValue()));
            }
            return entry;
        }
        return value instanceof Date day ? day.toLocalDate() : value;
    }
}
