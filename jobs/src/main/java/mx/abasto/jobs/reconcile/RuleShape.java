package mx.abasto.jobs.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;

/** Holds the SQL of rules to the relations that they may read and to the one shape that they give. */
final class RuleShape {
    private static final List<String> KEYS = List.of("clues", "counterpart_clues", "clave", "lot", "document_no");
    private static final String SEVERITY = "severity";
    private static final List<String> NUMBERS = List.of("expected_quantity", "actual_quantity");

    /** A column that is always NULL is described as INTEGER. */
    private static final Pattern TEXT = Pattern.compile("VARCHAR|INTEGER");

    private static final Pattern NUMBER =
            Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*");
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");

    private RuleShape() {}

    /**
     * Binds each rule's SQL, and reads no row.
     *
     * @throws AbastoException (UNUSABLE) with the file, the line where the engine names one, and what is wrong
     */
    static void require(List<RuleText> rules, EngineLimits limits) {
        if (rules.isEmpty()) {
            return;
        }
        try (Session session = Session.open(limits)) {
            RuleRelations.createEmpty(session);
            ReconcileStep.derived(session);
            rules.forEach(rule -> require(rule, session));
        }
    }

    private static void require(RuleText rule, Session session) {
        Map<String, String> types = described(rule, session);
        TreeSet<String> missing = new TreeSet<>(KEYS);
        missing.addAll(NUMBERS);
        boolean weighsFindings = rule.rule().weighsFindings();
        if (weighsFindings) {
            missing.add(SEVERITY);
        }
        missing.removeAll(types.keySet());
        if (!missing.isEmpty()) {
            throw rule.unusable("sql", null, "it does not give " + String.join(", ", missing), null);
        }
        types.forEach((column, type) -> {
            boolean isWeight = weighsFindings && column.equals(SEVERITY);
            if (!KEYS.contains(column) && !NUMBERS.contains(column) && !isWeight) {
                throw rule.unusable(
                        "sql",
                        null,
                        "it gives %s besides %s, %s"
                                .formatted(column, String.join(", ", KEYS), String.join(", ", NUMBERS)),
                        null);
            }
            boolean isNumber = NUMBERS.contains(column);
            if (!(isNumber ? NUMBER : TEXT).matcher(type).matches()) {
                throw rule.unusable(
                        "sql",
                        null,
                        "its %s is %s; it must be a %s".formatted(column, type, isNumber ? "number" : "text"),
                        null);
            }
        });
    }

    private static Map<String, String> described(RuleText rule, Session session) {
        Map<String, String> types = new LinkedHashMap<>();
        // As a night has it: within another select, whose first line is not the file's.
        try (Statement statement = session.connection().createStatement();
                ResultSet columns =
                        statement.executeQuery("describe select * from (\n" + rule.sql() + "\n) as found")) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
            return types;
        } catch (SQLException failure) {
            String words = String.valueOf(failure.getMessage());
            Matcher line = LINE.matcher(words);
            throw rule.unusable(
                    "sql",
                    line.find() ? (Integer) (Integer.parseInt(line.group(1)) - 1) : null,
                    reason(words),
                    failure);
        }
    }

    /** The engine's words, without what it says around them. */
    private static String reason(String words) {
        int start = words.lastIndexOf("\nError: ");
        return (start < 0 ? words : words.substring(start + "\nError: ".length()))
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[!.]+$", "");
    }
}
