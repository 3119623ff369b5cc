package mx.abasto.common.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;

/**
 * An engine for queries that people write: views over files, and nothing else. Within its limits; reads no file that no
 * view names, writes none, changes nothing.
 */
public final class QueryEngine implements AutoCloseable {
    /** What the driver says before it says what is wrong. */
    private static final String PREAMBLE =
            "(?s)^Invalid Input Error: Attempting to execute an unsuccessful.*?\nError: ";

    private final Connection connection;
    private final List<Path> files = new ArrayList<>();

    /** Takes from a result what is wanted of it. */
    public interface Reading {
        void of(ResultSet rows) throws SQLException;
    }

    private QueryEngine(Connection connection) {
        this.connection = connection;
    }

    /** Opens an engine of its own. The caller closes it. */
    public static QueryEngine open(EngineLimits limits) {
        Properties options = limits.options();
        options.setProperty("jdbc_stream_results", "true");
        try {
            Files.createDirectories(limits.spill());
            QueryEngine engine = new QueryEngine(DriverManager.getConnection("jdbc:duckdb:", options));
            if (limits.spillMax() != null) {
                engine.run("set max_temp_directory_size = " + Session.literal(limits.spillMax()));
            }
            return engine;
        } catch (SQLException | IOException failure) {
            throw AbastoException.failed("The SQL engine did not start: " + failure.getMessage(), failure);
        }
    }

    /**
     * A view of a schema over files.
     *
     * @param columns what is selected of them; {@code filename} names the file that a row is of
     */
    public void view(String schema, Dataset dataset, String columns, List<Path> of) {
        files.addAll(of);
        String source = of.isEmpty()
                ? "(select null::varchar as filename, %s where false)".formatted(nothing(dataset))
                : FileReads.namedParquet(of);
        run("create schema if not exists " + schema);
        run("create view %s.%s as select %s from %s".formatted(schema, dataset.name(), columns, source));
    }

    private static String nothing(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> "null::%s as \"%s\"".formatted(column.type().sql(), column.name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Closes the door: from here on only these views' files can be reached, and no setting be changed.
     *
     * @param schemas where names without a schema are looked for, in this order
     */
    public void lock(String... schemas) {
        run("set search_path = " + Session.literal(String.join(",", schemas)));
        run("set allowed_paths = [" + FileReads.allowed(files) + "]");
        run("set enable_external_access = false");
        run("set lock_configuration = true");
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL engine refused a view: " + failure.getMessage(), failure);
        }
    }

    /**
     * Runs one query.
     *
     * @throws AbastoException (USAGE) if it is not one, or the engine refuses it
     */
    public void query(String sql, Reading reading) {
        requireOneQuery(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            reading.of(rows);
        } catch (SQLException failure) {
            throw refused(String.valueOf(failure.getMessage()).replaceFirst(PREAMBLE, ""));
        }
    }

    /** A file that a view names may be read; only a query is certain not to write to it. */
    private void requireOneQuery(String sql) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select
                    parsed ->> '$.error_type' as error_type,
                    parsed ->> '$.error_message' as error_message,
                    json_array_length(parsed, '$.statements') as statements
                from (select json_serialize_sql(cast(? as varchar)) as parsed)
                """)) {
            statement.setString(1, sql);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String type = row.getString("error_type");
                if ("parser".equals(type)) {
                    throw refused(row.getString("error_message"));
                }
                if (type != null || row.getLong("statements") != 1) {
                    throw refused("It is not one query; only a select (or with, from, values, describe) is run.");
                }
            }
        } catch (SQLException failure) {
            throw refused(String.valueOf(failure.getMessage()));
        }
    }

    private static AbastoException refused(String why) {
        return AbastoException.usage(
                "The SQL was refused: %s\nCorrect it and run the same command again.".formatted(why.strip()));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw AbastoException.failed("The SQL engine did not stop: " + failure.getMessage(), failure);
        }
    }
}
