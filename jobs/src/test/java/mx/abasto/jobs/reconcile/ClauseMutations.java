package mx.abasto.jobs.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be changed of an SQL text's clauses: joins, branches of a union, windows, distinct, columns swapped. */
final class ClauseMutations {
    private static final Set<String> AFTER_A_BRANCH = Set.of("union");
    private static final Set<String> AFTER_AN_ITEM = Set.of("order", "filter", "rows");

    private final SqlText text;
    private final List<SqlMutant> mutants = new ArrayList<>();

    private ClauseMutations(SqlText text) {
        this.text = text;
    }

    static List<SqlMutant> of(SqlText text) {
        ClauseMutations mutations = new ClauseMutations(text);
        for (int at = 0; at < text.size(); at++) {
            mutations.startingAt(at);
        }
        return mutations.mutants;
    }

    private void startingAt(int at) {
        switch (text.token(at).text()) {
            case "left" -> joins(at, "inner", "right");
            case "inner" -> joins(at, "left", "right");
            case "union" -> unions(at);
            case "partition" -> items(at, at + 2, text.next(at, AFTER_AN_ITEM));
            case "order" -> order(at);
            case "select" -> distinct(at);
            case "expected_quantity" -> swaps(at, "actual_quantity");
            case "clues" -> swaps(at, "counterpart_clues");
            default -> {}
        }
    }

    private void joins(int at, String... others) {
        if (text.reads(at + 1, "join")) {
            for (String other : others) {
                mutants.add(text.replaced(at, at + 1, other));
            }
        }
    }

    /** Drops the branch after it, and, of the first union of a chain, the one before. */
    private void unions(int at) {
        boolean keepsAll = text.reads(at + 1, "all");
        mutants.add(text.dropped(at, text.next(at, AFTER_A_BRANCH)));
        if (!keepsAll) {
            mutants.add(text.replaced(at, at + 1, "union all"));
        }
        int depth = text.token(at).depth();
        int start = at;
        while (start > 0
                && text.token(start - 1).depth() >= depth
                && !(text.token(start).depth() == depth && text.reads(start - 1, "union"))
                && !(text.token(start).depth() == depth && text.reads(start, "select"))) {
            start--;
        }
        if (!text.reads(start - 1, "union") && !text.reads(start - 1, "all")) {
            mutants.add(text.dropped(start, at + (keepsAll ? 2 : 1)));
        }
    }

    private void order(int at) {
        if (text.token(at).depth() == 0 || !text.reads(at + 1, "by")) {
            return;
        }
        int end = text.next(at, AFTER_AN_ITEM);
        items(at, at + 2, end);
        List<Integer> starts = text.starts(at + 2, end, ",");
        for (int item = 0; item + 1 < starts.size(); item++) {
            int itemEnd = starts.get(item + 1) - (item + 2 == starts.size() ? 0 : 1);
            mutants.add(
                    text.reads(itemEnd - 1, "desc")
                            ? text.dropped(itemEnd - 1, itemEnd)
                            : text.replaced(
                                    itemEnd - 1,
                                    itemEnd,
                                    text.token(itemEnd - 1).text() + " desc"));
        }
    }

    /** Drops each of a clause's items, or the clause if it has only one. */
    private void items(int clause, int first, int end) {
        List<Integer> starts = text.starts(first, end, ",");
        if (starts.size() == 2) {
            mutants.add(text.dropped(clause, end));
            return;
        }
        for (int item = 0; item + 1 < starts.size(); item++) {
            boolean isLast = item + 2 == starts.size();
            mutants.add(
                    isLast
                            ? text.dropped(starts.get(item) - 1, end)
                            : text.dropped(starts.get(item), starts.get(item + 1)));
        }
    }

    private void distinct(int at) {
        if (text.reads(at + 1, "distinct")) {
            mutants.add(text.dropped(at + 1, at + 2));
        }
    }

    /** Puts two columns of one select in each other's place, by their aliases or, where they have none, themselves. */
    private void swaps(int at, String other) {
        int end = text.next(at, Set.of("from"));
        for (int right = at + 1; right < end; right++) {
            if (text.reads(right, other) && isColumn(at) && isColumn(right)) {
                if (!isNothing(at) || !isNothing(right)) {
                    mutants.add(text.swapped(at, right));
                }
                return;
            }
        }
    }

    private boolean isColumn(int at) {
        return text.reads(at - 1, "as")
                || (text.reads(at - 1, ".") && (text.reads(at + 1, ",") || text.reads(at + 1, "from")));
    }

    /** Whether a column is {@code cast(null as …)}: two of them are alike. */
    private boolean isNothing(int at) {
        return text.reads(at - 7, "cast", "(", "null", "as");
    }
}
