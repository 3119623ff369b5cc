package mx.abasto.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.ExtractFileName;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.TextCut;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a profile's SQL expressions over rows of a file: in an engine of its own, in memory, that reaches nothing
 * outside of it. All columns of the file are trimmed text there, NULL where a cell is empty, named as the expressions
 * name them.
 */
final class ExpressionEngine implements Closeable {
    private static final String ROW = "\"row of the batch\"";
    private static final int SHOWN_CHARS_MAX = 80;

    /** The result of an expression for a row: a text, null, or why there is none. */
    record Result(@Nullable String text, boolean isFailed) {}

    private final List<String> columns = new ArrayList<>(); // the contract's, one for each expression
    private final List<RowExpression> expressions = new ArrayList<>();
    private final BitSet typed = new BitSet();
    private final Map<String, Integer> cellByName = new LinkedHashMap<>();
    private @Nullable DuckDBConnection engine;

    private ExpressionEngine() {}

    /**
     * The expressions of a profile, over a file with these columns; no engine is started for none.
     *
     * @throws UnreadableFileException if one cannot be used on the file, such as one that names a column it lacks
     */
    static ExpressionEngine of(Profile profile, ExtractFileName name, HeaderNames header) throws IOException {
        ExpressionEngine all = new ExpressionEngine();
        Extract extract = ColumnMapping.extractOf(name);
        Map<String, ColumnOrigin> origins = profile.columnsOf(extract);
        for (ExtractColumn column : extract.columns()) {
            if (origins.get(column.name()) instanceof ColumnOrigin.Expression expression) {
                all.add(column.name(), expression.sql(), header, new ExpressionFault(profile, extract, header));
            }
        }
        return all;
    }

    private void add(String column, String sql, HeaderNames header, ExpressionFault fault) throws IOException {
        try {
            DuckDBConnection started = engine == null ? started() : engine;
            engine = started;
            RowExpression expression = RowExpression.of(sql, started);
            for (String name : expression.names()) {
                int cell = header.cellOf(name);
                if (cell >= 0) {
                    cellByName.put(name, cell);
                }
            }
            makeTable(started);
            try (PreparedStatement bound =
                    started.prepareStatement("select (%s\n) from sent".formatted(expression.sql()))) {
                typed.set(
                        columns.size(),
                        !bound.getMetaData().getColumnTypeName(1).equals("VARCHAR"));
            }
            columns.add(column);
            expressions.add(expression);
            try (Statement statement = started.createStatement();
                    ResultSet none = statement.executeQuery(query())) {
                none.next();
            }
        } catch (SQLException | IllegalArgumentException | UnreadableFileException failure) {
            close();
            throw fault.of(column, sql, reason(failure));
        }
    }

    private static DuckDBConnection started() throws SQLException {
        Properties options = new Properties();
        options.setProperty("threads", "1");
        options.setProperty("memory_limit", "256MB");
        options.setProperty("enable_external_access", "false");
        options.setProperty("autoinstall_known_extensions", "false");
        options.setProperty("autoload_known_extensions", "false");
        DuckDBConnection engine = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", options);
        try (Statement statement = engine.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("set lock_configuration = true");
        }
        return engine;
    }

    /** Names that differ in case only are one column to the engine. */
    private void makeTable(DuckDBConnection started) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        cellByName.keySet().forEach(name -> definitions.putIfAbsent(HeaderNames.normal(name), name));
        cellByName.keySet().retainAll(List.copyOf(definitions.values()));
        try (Statement statement = started.createStatement()) {
            statement.execute("create or replace table sent (%s integer%s)"
                    .formatted(
                            ROW,
                            cellByName.keySet().stream()
                                    .map(name -> ", \"" + name.replace("\"", "\"\"") + "\" varchar")
                                    .collect(Collectors.joining())));
        }
    }

    /** The engine's words, without what it says around them. */
    private static String reason(Exception failure) {
        String words = String.valueOf(failure.getMessage());
        int start = words.lastIndexOf("\nError: ");
        return (start < 0 ? words : words.substring(start + "\nError: ".length()))
                .lines()
                .findFirst()
                .orElse("");
    }

    int size() {
        return expressions.size();
    }

    /** The place of a contract column's expression among them. */
    int indexOf(String column) {
        return columns.indexOf(column);
    }

    /** Whether an expression gives numbers, dates and the like rather than texts. */
    boolean isTyped(int expression) {
        return typed.get(expression);
    }

    /** The cells of the file that expressions are made of. */
    BitSet needed() {
        BitSet needed = new BitSet();
        cellByName.values().forEach(needed::set);
        return needed;
    }

    /** The results for rows given by their cells, by row and expression. */
    Result[][] evaluate(List<List<String>> rows) throws UnreadableFileException {
        Result[][] results = new Result[rows.size()][expressions.size()];
        if (rows.isEmpty()) {
            return results;
        }
        try (Statement statement = open().createStatement()) {
            statement.execute("truncate sent");
            append(rows);
        } catch (SQLException failure) {
            throw new UnreadableFileException("the sql of its columns failed: " + reason(failure));
        }
        try {
            take(query(), results);
        } catch (SQLException oneOfThem) {
            for (int row = 0; row < rows.size(); row++) {
                evaluateAlone(row, results);
            }
        }
        return results;
    }

    private void evaluateAlone(int row, Result[][] results) {
        try {
            take(query() + " offset " + row + " limit 1", results);
        } catch (SQLException failure) {
            for (int index = 0; index < expressions.size(); index++) {
                results[row][index] = failed(index);
            }
        }
    }

    private DuckDBConnection open() {
        if (engine == null) {
            throw new IllegalStateException("there are no expressions to evaluate");
        }
        return engine;
    }

    private void append(List<List<String>> rows) throws SQLException {
        try (DuckDBAppender appender = open().createAppender(DuckDBConnection.DEFAULT_SCHEMA, "sent")) {
            for (int row = 0; row < rows.size(); row++) {
                appender.beginRow();
                appender.append(row);
                for (int cell : cellByName.values()) {
                    String text = Blanks.trimmed(rows.get(row).get(cell));
                    if (text.isEmpty()) {
                        appender.appendNull();
                    } else {
                        appender.append(text);
                    }
                }
                appender.endRow();
            }
        }
    }

    /** A result stands in a list, so that one that is null is told from one that failed. */
    private String query() {
        StringBuilder outer = new StringBuilder("select " + ROW);
        StringBuilder inner = new StringBuilder("select " + ROW);
        for (int index = 0; index < expressions.size(); index++) {
            outer.append(", \"result %1$d\" is null, \"result %1$d\"[1]".formatted(index));
            inner.append(", try([cast((%s\n) as varchar)]) as \"result %d\""
                    .formatted(expressions.get(index).sql(), index));
        }
        return "%s from (%s from sent) order by %s".formatted(outer, inner, ROW);
    }

    private void take(String query, Result[][] results) throws SQLException {
        try (Statement statement = open().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Result[] ofRow = results[rows.getInt(1)];
                for (int index = 0; index < expressions.size(); index++) {
                    ofRow[index] = rows.getBoolean(2 * index + 2)
                            ? failed(index)
                            : new Result(rows.getString(2 * index + 3), false);
                }
            }
        }
    }

    /** What failed is told by the expression: the engine's words may hold the text of a column that is dropped. */
    private Result failed(int index) {
        String sql = expressions.get(index).sql();
        return new Result(TextCut.shortened(sql, SHOWN_CHARS_MAX + 1), true);
    }

    @Override
    public void close() throws IOException {
        try {
            if (engine != null) {
                engine.close();
                engine = null;
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
