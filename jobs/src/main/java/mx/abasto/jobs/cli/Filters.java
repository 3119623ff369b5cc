package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows have to be: each condition names columns of ours and binds the values that were asked for. */
final class Filters {

    /** One of the conditions: in SQL, with the values of its question marks, and as it was asked. */
    private record Condition(String sql, List<String> values, String asked) {}

    private final List<Condition> conditions;

    Filters() {
        this(new ArrayList<>());
    }

    private Filters(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** One of the columns is one of the values; nothing is asked where there are none. */
    Filters with(@Nullable List<?> wanted, String... columns) {
        return with(columns[0], wanted, wanted, columns);
    }

    /**
     * One of the columns is one of the values, which people know under other names.
     *
     * @param what the option is called
     * @param stated the values as they were asked for
     */
    Filters with(String what, @Nullable List<?> stated, @Nullable List<?> wanted, String... columns) {
        if (stated == null || wanted == null || wanted.isEmpty()) {
            return this;
        }
        String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        List<String> sides = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            sides.add(column + " in (" + marks + ")");
            wanted.forEach(value -> values.add(value.toString()));
        }
        conditions.add(new Condition(
                sides.stream().collect(Collectors.joining(" or ", "(", ")")),
                values,
                what + " " + stated.stream().map(Object::toString).collect(Collectors.joining(" or "))));
        return this;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Each condition on its own. */
    List<Filters> each() {
        return conditions.stream()
                .map(condition -> new Filters(List.of(condition)))
                .toList();
    }

    /** The conditions in SQL. */
    String sql() {
        return isEmpty() ? "true" : conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }

    /** What stands for each question mark, in order. */
    List<String> values() {
        return conditions.stream()
                .flatMap(condition -> condition.values().stream())
                .toList();
    }

    /** The conditions as they were asked. */
    String asked() {
        return conditions.stream().map(Condition::asked).collect(Collectors.joining(" and "));
    }
}
