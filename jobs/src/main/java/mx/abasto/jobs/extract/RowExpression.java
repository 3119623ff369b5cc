package mx.abasto.jobs.extract;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mx.abasto.common.sql.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An SQL expression over one row of a file (contract section 3, profiles).
 *
 * @param sql as it is written
 * @param names all that it names and that may be columns
 */
public record RowExpression(String sql, Set<String> names) {
    private static final String OPENING = "select (";

    private static final Set<String> CLOCKS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "get_current_time",
            "get_current_timestamp",
            "localtime",
            "localtimestamp",
            "now",
            "today",
            "transaction_timestamp");

    public RowExpression {
        requireNonNull(sql, "sql is null");
        names = Set.copyOf(names);
    }

    /**
     * Reads an expression before any file is there.
     *
     * @throws IllegalArgumentException in plain words, if it is none, or asks for more than a row
     */
    public static RowExpression of(String sql) {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
            return of(sql, engine);
        } catch (SQLException failure) {
            throw new IllegalArgumentException(
                    "its sql '%s' could not be looked at: %s".formatted(sql, failure.getMessage()), failure);
        }
    }

    static RowExpression of(String sql, Connection engine) throws SQLException {
        JsonNode tree = tree(sql, engine);
        if (tree.get("error").asBoolean()) {
            throw new IllegalArgumentException(
                    "its sql '%s' is no expression: %s; write one such as trim(LOTE) or cast(CAJAS as integer) * 10"
                            .formatted(sql, problem(sql, tree)));
        }
        JsonNode node = tree.get("statements").get(0).get("node");
        boolean isOne = tree.get("statements").size() == 1
                && node.get("type").asString().equals("SELECT_NODE")
                && node.get("select_list").size() == 1
                && node.get("from_table").get("type").asString().equals("EMPTY");
        if (!isOne) {
            throw new IllegalArgumentException("its sql '%s' is more than one expression".formatted(sql));
        }
        Set<String> names = new TreeSet<>();
        look(sql, node.get("select_list").get(0), names);
        return new RowExpression(sql, names);
    }

    /** Where it cannot be read; the engine reads it within a bracket of ours, which is no part of it. */
    private static String problem(String sql, JsonNode tree) {
        String words = tree.path("error_message").asString("");
        if (words.startsWith("unterminated quoted")) {
            return "a quote is not closed";
        }
        int at = tree.path("position").asInt(Integer.MAX_VALUE) - OPENING.length();
        if (words.startsWith("syntax error")) {
            return at > sql.length() || at < 0
                    ? "it breaks off, or its brackets do not match"
                    : "it cannot be read from '%s' on".formatted(sql.substring(at));
        }
        return words;
    }

    /** The bracket on a line of its own keeps a comment at the expression's end from swallowing it. */
    private static JsonNode tree(String sql, Connection engine) throws SQLException {
        try (Statement statement = engine.createStatement();
                ResultSet row = statement.executeQuery(
                        "select json_serialize_sql(%s)".formatted(Session.literal(OPENING + sql + "\n)")))) {
            row.next();
            return JsonMapper.shared().readTree(row.getString(1));
        }
    }

    private static void look(String sql, JsonNode node, Set<String> names) {
        String kind = node.path("class").asString("");
        String function = node.path("function_name").asString("").toLowerCase(Locale.ROOT);
        if (kind.equals("SUBQUERY") || kind.equals("WINDOW") || kind.equals("STAR")) {
            throw new IllegalArgumentException(
                    "its sql '%s' looks beyond its row; only the columns of one row may be used".formatted(sql));
        }
        if (kind.equals("COLUMN_REF")) {
            node.get("column_names").forEach(name -> names.add(name.asString()));
        }
        boolean isClock = CLOCKS.contains(function)
                || (kind.equals("COLUMN_REF")
                        && node.get("column_names").size() == 1
                        && CLOCKS.contains(
                                node.get("column_names").get(0).asString().toLowerCase(Locale.ROOT)));
        if (isClock) {
            throw new IllegalArgumentException(
                    "its sql '%s' asks for the time of day; the same file must give the same rows on any day"
                            .formatted(sql));
        }
        node.forEach(child -> look(sql, child, names));
    }
}
