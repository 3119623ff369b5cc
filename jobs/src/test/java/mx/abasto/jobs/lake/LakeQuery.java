package mx.abasto.jobs.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks SQL of a lake's published Parquet without the product: a table a dataset, with {@code run} naming the folder. */
public final class LakeQuery implements AutoCloseable {
    private final Connection connection;

    /** Nightly datasets under their names, weekly ones under {@code week_} and theirs. */
    public LakeQuery(Path lake) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Map<String, List<String>> selects = new TreeMap<>();
        for (PublishedRun run : PublishedRun.all(lake)) {
            boolean isWeek = run.runJson().has("week");
            String label = run.runJson().get(isWeek ? "week" : "business_date").asString();
            for (PublishedRun.Output output : run.outputs()) {
                selects.computeIfAbsent((isWeek ? "week_" : "") + output.dataset(), name -> new ArrayList<>())
                        .add("select *, '%s' as run from read_parquet('%s', hive_partitioning = false)"
                                .formatted(label, output.file()));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, List<String>> table : selects.entrySet()) {
                statement.execute("create table \"%s\" as %s"
                        .formatted(
                                table.getKey(),
                                table.getValue().stream().collect(Collectors.joining(" union all by name "))));
            }
        }
    }

    /** The rows of a query, each by column name; dates and numbers as text, null as null. */
    public List<Map<String, String>> rows(String sql) throws SQLException {
        List<Map<String, String>> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    row.put(rows.getMetaData().getColumnName(column), String.valueOf(rows.getString(column)));
                }
                found.add(row);
            }
        }
        return found;
    }

    /** The one number that a query gives. */
    public long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0).values().iterator().next());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
