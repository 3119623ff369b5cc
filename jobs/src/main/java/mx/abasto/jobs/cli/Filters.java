package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows have to be: each condition names columns of ours and binds the values that were asked for. */
final class Filters {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** One of the columns is one of the values; nothing is asked where there are none. */
    Filters with(@Nullable List<?> wanted, String... columns) {
        if (wanted == null || wanted.isEmpty()) {
            return this;
        }
        String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        List<String> sides = new ArrayList<>();
        for (String column : columns) {
            sides.add(column + " in (" + marks + ")");
            wanted.forEach(value -> values.add(value.toString()));
        }
        conditions.add(sides.stream().collect(Collectors.joining(" or ", "(", ")")));
        return this;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** The conditions in SQL. */
    String sql() {
        return isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** What stands for each question mark, in order. */
    List<String> values() {
        return List.copyOf(values);
    }
}
