package mx.abasto.common.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A dataset: its name, its columns in order, and how its rows are sorted. Declared once; writers conform, and the
 * publisher checks every file against it.
 *
 * @param sortedBy leading sort columns; the remaining ones follow in order, so that the order is total
 */
public record Dataset(String name, List<Column> columns, List<String> sortedBy) {

    /** A column of a dataset. */
    public record Column(String name, ColumnType type) {}

    public Dataset {
        columns = List.copyOf(columns);
        sortedBy = List.copyOf(sortedBy);
        for (String column : sortedBy) {
            if (columns.stream().noneMatch(candidate -> candidate.name().equals(column))) {
                throw new IllegalArgumentException(name + " is sorted by " + column + ", which it does not have");
            }
        }
    }

    /** Starts a dataset's declaration. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** {@code cast(a as BIGINT) as a, …}: what makes any relation with these columns conform. */
    public String conformingColumns() {
        return columns.stream()
                .map(column -> "cast(%s as %s) as %s"
                        .formatted(quoted(column.name()), column.type().sql(), quoted(column.name())))
                .collect(Collectors.joining(", "));
    }

    /** {@code a VARCHAR, b BIGINT, …}: the columns of an empty table of this shape. */
    public String columnDefinitions() {
        return columns.stream()
                .map(column -> quoted(column.name()) + " " + column.type().sql())
                .collect(Collectors.joining(", "));
    }

    /** A total order over the rows: the sort columns, then all the others. */
    public String totalOrder() {
        List<String> order = new ArrayList<>(sortedBy);
        columns.stream().map(Column::name).filter(name -> !order.contains(name)).forEach(order::add);
        return order.stream().map(name -> quoted(name) + " nulls first").collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** Collects a dataset's columns in order. */
    public static final class Builder {
        private final String name;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds columns of one type. */
        public Builder with(ColumnType type, String... names) {
            for (String column : names) {
                columns.add(new Column(column, type));
            }
            return this;
        }

        /** Adds all columns of another dataset. */
        public Builder withAllOf(Dataset other) {
            columns.addAll(other.columns());
            return this;
        }

        public Dataset sortedBy(String... names) {
            return new Dataset(name, columns, List.of(names));
        }
    }
}
