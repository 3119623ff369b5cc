package mx.abasto.jobs.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.abasto.common.model.Extract;
import mx.abasto.jobs.run.TestPostgres;

/**
 * The plain CSV extracts of a network as tables: one an extract, its night and its place in it beside each row. A
 * column has a type where all its values have it.
 */
final class TabledExtracts implements AutoCloseable {
    private static final String IS_TYPED = "count(*) filter (where \"%1$s\" is not null and %2$s) = 0";

    private final Connection engine;
    private final Map<Extract, Map<String, String>> types = new LinkedHashMap<>();

    TabledExtracts(Path extracts) throws SQLException {
        engine = DriverManager.getConnection("jdbc:duckdb:");
        for (Extract extract : Extract.values()) {
            try (Statement statement = engine.createStatement()) {
                statement.execute("""
                        create table %1$s as
                        select
                            strptime(regexp_extract(filename, '_([0-9]{8})[_.]', 1), '%%Y%%m%%d')::date as night,
                            row_number() over () as place,
                            * exclude (filename)
                        from read_csv(
                            '%2$s/*/%1$s_*.csv', header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
                            all_varchar = true, filename = true, ignore_errors = true, union_by_name = true)
                        """.formatted(extract.label(), extracts));
            }
            types.put(extract, typesOf(extract));
        }
    }

    private Map<String, String> typesOf(Extract extract) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = engine.createStatement();
                ResultSet described = statement.executeQuery("describe " + extract.label())) {
            while (described.next()) {
                found.put(described.getString("column_name"), "text");
            }
        }
        found.keySet().removeAll(List.of("night", "place"));
        for (String column : found.keySet()) {
            found.put(column, typeOf(extract, column));
        }
        return found;
    }

    private String typeOf(Extract extract, String column) throws SQLException {
        if (isAll(extract, column, "try_cast(\"%1$s\" as date)::text is distinct from \"%1$s\"")) {
            return extract == Extract.RECEIPTS ? "timestamp" : "date";
        }
        if (isAll(extract, column, "try_cast(\"%1$s\" as bigint)::text is distinct from \"%1$s\"")) {
            return column.contains("quantity") ? "numeric(14, 2)" : "bigint";
        }
        return isAll(extract, column, "\"%1$s\" not in ('true', 'false')") ? "boolean" : "text";
    }

    private boolean isAll(Extract extract, String column, String isOther) throws SQLException {
        String others = isOther.formatted(column);
        try (Statement statement = engine.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + IS_TYPED.formatted(column, others) + " from " + extract.label())) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The types that columns have, of all extracts. */
    List<String> types() {
        return types.values().stream()
                .flatMap(each -> each.values().stream())
                .distinct()
                .toList();
    }

    long rows() throws SQLException {
        long rows = 0;
        for (Extract extract : types.keySet()) {
            try (Statement statement = engine.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + extract.label())) {
                row.next();
                rows += row.getLong(1);
            }
        }
        return rows;
    }

    /** Fills a PostgreSQL database with the tables. */
    void fill(String address) throws SQLException {
        try (Connection database = DriverManager.getConnection(address, TestPostgres.USER, "")) {
            database.setAutoCommit(false);
            for (Extract extract : types.keySet()) {
                fill(database, extract);
            }
            database.commit();
        }
    }

    private void fill(Connection database, Extract extract) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>(Map.of("night", "date"));
        columns.put("place", "bigint");
        columns.putAll(types.get(extract));
        String definitions = columns.entrySet().stream()
                .map(column -> "\"%s\" %s".formatted(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
        String values =
                columns.values().stream().map("cast(? as %s)"::formatted).collect(Collectors.joining(", "));
        try (Statement create = database.createStatement();
                Statement select = engine.createStatement();
                ResultSet rows = select.executeQuery("select * from " + extract.label())) {
            create.execute("create table %s (%s)".formatted(extract.label(), definitions));
            try (PreparedStatement insert =
                    database.prepareStatement("insert into %s values (%s)".formatted(extract.label(), values))) {
                while (rows.next()) {
                    for (int place = 1; place <= columns.size(); place++) {
                        insert.setString(place, rows.getString(place));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** The query of each extract, by its label. */
    Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        types.forEach((extract, columns) -> queries.put(
                extract.label(),
                "select %s from %s where night = :night order by place"
                        .formatted(String.join(", ", columns.keySet()), extract.label())));
        return queries;
    }

    /** Writes the rows of each of some nights to a labelled CSV file an extract, in a folder a night. */
    void write(Path folder, String label, List<LocalDate> nights) throws IOException, SQLException {
        for (LocalDate night : nights) {
            Path ofNight = Files.createDirectories(folder.resolve(night.toString()));
            for (Map.Entry<Extract, Map<String, String>> table : types.entrySet()) {
                String name = table.getKey().label();
                Path file = ofNight.resolve(
                        "%s_%s_%s.csv".formatted(name, label, DateTimeFormatter.BASIC_ISO_DATE.format(night)));
                String columns = table.getValue().keySet().stream()
                        .map("\"%s\""::formatted)
                        .collect(Collectors.joining(", "));
                try (Statement copy = engine.createStatement()) {
                    copy.execute(
                            "copy (select %s from %s where night = '%s' order by place) to '%s' (format csv, header)"
                                    .formatted(columns, name, night, file));
                }
                if (table.getKey() == Extract.STOCK && Files.readAllLines(file).size() == 1) {
                    // A database's count without rows is not taken.
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
