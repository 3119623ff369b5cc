package mx.abasto.jobs.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.reconcile.Rule.Example;
import org.jspecify.annotations.Nullable;

/** The relations that a rule may read, filled with nothing but an example's rows. Whoever opens it closes it. */
final class GivenExample implements AutoCloseable {
    private static final String NIGHT = "night";

    private static final Map<String, String> NIGHT_UNLESS_GIVEN = Map.of(
            "business_date", "2025-01-10",
            "week_start", "2025-01-06",
            "transit_days", "7",
            "grace_days", "1",
            "window_nights", "35",
            "retire_days", "100");

    private final Session session;
    private final List<Map<String, @Nullable Object>> expect;

    private GivenExample(Session session, List<Map<String, @Nullable Object>> expect) {
        this.session = session;
        this.expect = expect;
    }

    /**
     * Opens a session with the example's rows.
     *
     * @throws AbastoException if a relation does not take them
     */
    static GivenExample open(EngineLimits limits, Example example) {
        Session session = Session.open(limits);
        try {
            RuleRelations.createEmpty(session);
            GivenExample given = in(session, example);
            ReconcileStep.derived(session);
            return given;
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** Puts the example's rows into a session whose relations are empty; nothing is derived from them. */
    static GivenExample in(Session session, Example example) {
        insert(session, NIGHT, night(example));
        for (Map.Entry<String, Object> relation : example.given().entrySet()) {
            if (!relation.getKey().equals(NIGHT)) {
                for (Object row : (List<?>) relation.getValue()) {
                    insert(session, relation.getKey(), (Map<?, ?>) row);
                }
            }
        }
        return new GivenExample(session, example.expect());
    }

    private static Map<Object, Object> night(Example example) {
        Map<Object, Object> night = new LinkedHashMap<>(NIGHT_UNLESS_GIVEN);
        if (example.given().get(NIGHT) instanceof Map<?, ?> given) {
            night.putAll(given);
        }
        return night;
    }

    private static void insert(Session session, String relation, Map<?, ?> row) {
        String columns = row.keySet().stream().map(name -> "\"" + name + '"').collect(Collectors.joining(", "));
        String values = row.values().stream()
                .map(value -> value == null ? "null" : Session.literal(value.toString()))
                .collect(Collectors.joining(", "));
        session.run(relation, "insert into \"%s\" (%s) values (%s)".formatted(relation, columns, values));
    }

    Session session() {
        return session;
    }

    /** What is wrong with the rows that a rule's SQL finds here, over several lines. Empty if they are those expected. */
    Optional<String> failureOf(String sql) throws SQLException {
        List<Map<String, @Nullable String>> found = found(sql);
        boolean holds = found.size() == expect.size()
                && expect.stream().allMatch(row -> found.stream().anyMatch(candidate -> agrees(candidate, row)));
        return holds ? Optional.empty() : Optional.of(listed("Expected", expect) + "\n" + listed("Found", found));
    }

    /** Only the columns that the example names are compared; a name that no candidate has is a slip of the pen. */
    private static boolean agrees(Map<String, @Nullable String> candidate, Map<String, @Nullable Object> expected) {
        return candidate.keySet().containsAll(expected.keySet())
                && expected.entrySet().stream().allMatch(cell -> String.valueOf(cell.getValue())
                        .equals(String.valueOf(candidate.get(cell.getKey()))));
    }

    private static String listed(String what, List<? extends Map<String, ?>> rows) {
        return rows.isEmpty()
                ? what + ": no row"
                : rows.stream().map(Object::toString).collect(Collectors.joining("\n  ", what + ":\n  ", ""));
    }

    private List<Map<String, @Nullable String>> found(String sql) throws SQLException {
        List<Map<String, @Nullable String>> found = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnName(column), rows.getString(column));
                }
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public void close() {
        session.close();
    }
}
