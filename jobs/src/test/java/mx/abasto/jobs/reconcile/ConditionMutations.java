package mx.abasto.jobs.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be changed of an SQL text's conditions: dropped, in part or whole, joined otherwise, turned round. */
final class ConditionMutations {
    private static final Set<String> AFTER_A_CONDITION =
            Set.of("where", "group", "order", "having", "union", "left", "inner", "right", "full", "cross", "then");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=", "is", "in", "not", "exists");
    private static final Map<String, String> OTHER = Map.of("and", "or", "or", "and");

    private final SqlText text;
    private final List<SqlMutant> mutants = new ArrayList<>();

    private ConditionMutations(SqlText text) {
        this.text = text;
    }

    static List<SqlMutant> of(SqlText text) {
        ConditionMutations mutations = new ConditionMutations(text);
        for (int at = 0; at < text.size(); at++) {
            mutations.startingAt(at);
        }
        return mutations.mutants;
    }

    private void startingAt(int at) {
        int end = text.next(at, AFTER_A_CONDITION);
        switch (text.token(at).text()) {
            case "where", "having" -> {
                mutants.add(text.dropped(at, end));
                condition(at + 1, end);
            }
            case "on" -> {
                mutants.add(text.replaced(at + 1, end, "true"));
                condition(at + 1, end);
            }
            case "when" -> {
                mutants.add(text.replaced(at + 1, end, "true"));
                mutants.add(text.replaced(at + 1, end, "false"));
                condition(at + 1, end);
            }
            default -> {}
        }
    }

    private void condition(int first, int end) {
        for (String connector : List.of("or", "and")) {
            List<Integer> starts = text.starts(first, end, connector);
            if (starts.size() > 2) {
                joined(starts, connector);
                return;
            }
        }
        if (text.reads(first, "not") && !text.reads(first + 1, "exists")) {
            mutants.add(text.dropped(first, first + 1));
            if (text.reads(first + 1, "(")) {
                condition(first + 1, end);
            }
        } else if (text.reads(first, "not")) {
            mutants.add(text.dropped(first, first + 1));
        } else if (text.reads(first, "(") && text.closing(first) == end - 1) {
            condition(first + 1, end - 1);
        } else if (isBare(first, end)) {
            mutants.add(text.prefixed(first, end, "not "));
        }
    }

    private boolean isBare(int first, int end) {
        int depth = text.token(first).depth();
        for (int at = first; at < end; at++) {
            if (text.token(at).depth() == depth && text.isOneOf(at, COMPARISONS)) {
                return false;
            }
        }
        return true;
    }

    private void joined(List<Integer> starts, String connector) {
        for (int operand = 0; operand + 1 < starts.size(); operand++) {
            boolean isLast = operand + 2 == starts.size();
            int first = starts.get(operand);
            int next = starts.get(operand + 1);
            mutants.add(isLast ? text.dropped(first - 1, next) : text.dropped(first, next));
            if (!isLast) {
                mutants.add(text.replaced(next - 1, next, OTHER.getOrDefault(connector, connector)));
            }
            condition(first, isLast ? next : next - 1);
        }
    }
}
