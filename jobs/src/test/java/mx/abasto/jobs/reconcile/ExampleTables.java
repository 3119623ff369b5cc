package mx.abasto.jobs.reconcile;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.ReferenceDatasets;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;
import mx.abasto.jobs.reconcile.Rule.Example;
import org.jspecify.annotations.Nullable;

/** The relations that a rule may read, as empty tables of their declared shapes, filled with an example's rows. */
final class ExampleTables {
    private static final Map<String, String> NIGHT = Map.of(
            "business_date", "2025-01-10",
            "week_start", "2025-01-06",
            "transit_days", "7",
            "grace_days", "1",
            "window_nights", "35",
            "retire_days", "100");

    private ExampleTables() {}

    /** What a rule's SQL finds among an example's rows. */
    static List<Map<String, @Nullable String>> candidates(Rule rule, Example example, Path spill) throws SQLException {
        try (Session session = Session.open(new EngineLimits("512MB", 1, spill))) {
            create(session);
            insert(session, "night", List.of(night(example)));
            for (Map.Entry<String, Object> relation : example.given().entrySet()) {
                if (!relation.getKey().equals("night")) {
                    insert(session, relation.getKey(), rows(relation.getValue()));
                }
            }
            ReconcileStep.derived(session);
            return rowsOf(session, rule.sql());
        }
    }

    private static void create(Session session) {
        for (Dataset dataset : NightlyDatasets.ALL) {
            session.view(dataset, List.of());
            session.view("last_" + dataset.name(), dataset, List.of());
        }
        ReferenceDatasets.ALL.forEach(dataset -> session.view(dataset, List.of()));
        session.view(WorkDatasets.COUNT_REPORTS, List.of());
        session.view(WorkDatasets.CONTROL_CHECKS, List.of());
        session.view(WorkDatasets.PREVIOUS_LINES, List.of());
        session.view("earlier_lines", NightlyDatasets.LINES, List.of());
        session.view("earlier_site_days", NightlyDatasets.SITE_DAY, List.of());
        session.view("open_discrepancies", NightlyDatasets.DISCREPANCIES, List.of());
        session.run(
                "night",
                "create table night (business_date date, week_start date, transit_days integer, grace_days integer,"
                        + " window_nights integer, retire_days integer)");
    }

    private static Map<String, Object> night(Example example) {
        Map<String, Object> night = new LinkedHashMap<>(NIGHT);
        Object given = example.given().get("night");
        if (given != null) {
            rows(List.of(given)).forEach(night::putAll);
        }
        return night;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object given) {
        return (List<Map<String, Object>>) given;
    }

    private static void insert(Session session, String relation, List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            String columns = row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            String values = row.values().stream()
                    .map(value -> Session.literal(value.toString()))
                    .collect(Collectors.joining(", "));
            session.run(relation, "insert into \"%s\" (%s) values (%s)".formatted(relation, columns, values));
        }
    }

    private static List<Map<String, @Nullable String>> rowsOf(Session session, String sql) throws SQLException {
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
}
