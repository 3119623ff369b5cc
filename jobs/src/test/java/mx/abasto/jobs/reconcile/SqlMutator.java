package mx.abasto.jobs.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every mutant of an SQL text: the text with one thing changed that a slip of the pen might change. */
final class SqlMutator {
    private SqlMutator() {}

    /** In the order of their places; of two that come to the same text, the first. */
    static List<SqlMutant> mutants(String sql) {
        SqlText text = new SqlText(sql);
        Map<String, SqlMutant> mutants = new LinkedHashMap<>();
        Stream.of(PointMutations.of(text), ConditionMutations.of(text), ClauseMutations.of(text))
                .flatMap(List::stream)
                .sorted((left, right) -> left.line() != right.line()
                        ? Integer.compare(left.line(), right.line())
                        : Integer.compare(left.column(), right.column()))
                .filter(mutant -> !mutant.sql().equals(sql))
                .forEach(mutant -> mutants.putIfAbsent(mutant.sql(), mutant));
        return new ArrayList<>(mutants.values());
    }
}
