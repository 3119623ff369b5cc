package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table for a person at a terminal: header and rule line, numbers to the right, texts shortened with … where the
 * width asks for it. Columns that do not fit even then are left out, the least important first, and named below.
 */
final class TextTable implements RowOutput {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";

    /** Which of the rows' columns is shown, how, and whether a line of text stands under each row. */
    record Layout(List<Column> columns, @Nullable String noteColumn) {
        Layout {
            columns = List.copyOf(columns);
        }
    }

    private final PrintWriter out;
    private final int width;
    private final Layout layout;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private List<String> names = List.of();

    TextTable(PrintWriter out, int width, Layout layout) {
        this.out = out;
        this.width = width;
        this.layout = layout;
    }

    @Override
    public void header(List<String> columns) {
        names = columns;
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int index = 0; index < names.size(); index++) {
            row.put(names.get(index), cells.get(index));
        }
        rows.add(row);
    }

    @Override
    public void end() {
        List<Column> shown = ColumnWidths.fitting(layout.columns(), rows, width);
        Map<Column, Integer> widths = ColumnWidths.of(shown, rows, width);
        out.println(line(widths, Column::header));
        out.println(widths.values().stream().map("─"::repeat).collect(Collectors.joining(GAP)));
        for (Map<String, @Nullable Object> row : rows) {
            out.println(line(widths, column -> column.text(row)));
            note(row);
        }
        List<Column> leftOut = new ArrayList<>(layout.columns());
        leftOut.removeIf(column -> shown.contains(column) || ColumnWidths.isEmpty(column, rows));
        if (!leftOut.isEmpty()) {
            String heads = leftOut.stream()
                    .sorted(Comparator.comparingInt(Column::rank))
                    .map(Column::header)
                    .collect(Collectors.joining(", "));
            if (layout.noteColumn() == null) {
                out.println();
            }
            Wrapped.lines("Too narrow for: " + heads + ". --width shows more, --format csv all.", width)
                    .forEach(out::println);
        }
        out.flush();
    }

    private void note(Map<String, @Nullable Object> row) {
        if (layout.noteColumn() != null && row.get(layout.noteColumn()) instanceof String text) {
            Wrapped.lines(text, width - INDENT.length()).forEach(line -> out.println(INDENT + line));
            out.println();
        }
    }

    private static String line(Map<Column, Integer> widths, Function<Column, String> cells) {
        return widths.entrySet().stream()
                .map(entry -> entry.getKey().padded(cells.apply(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
