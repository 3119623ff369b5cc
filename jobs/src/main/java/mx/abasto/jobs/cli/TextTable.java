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
 * width asks for it. Of columns that do not fit even then, the least important first, those that tell rows apart stand
 * under their rows, with the numbers where there is such a line anyway; the others are left out, and named below.
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
        List<Column> beneath = beneath(shown);
        Map<Column, Integer> widths = ColumnWidths.of(shown, rows, width);
        out.println(line(widths, Column::header));
        out.println(widths.values().stream().map("─"::repeat).collect(Collectors.joining(GAP)));
        for (Map<String, @Nullable Object> row : rows) {
            out.println(line(widths, column -> column.text(row)));
            under(row, beneath);
            note(row);
        }
        List<Column> leftOut = new ArrayList<>(layout.columns());
        leftOut.removeIf(
                column -> shown.contains(column) || beneath.contains(column) || ColumnWidths.isEmpty(column, rows));
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

    /** The columns that stand under the rows, in the layout's order. */
    private List<Column> beneath(List<Column> shown) {
        List<Column> others = new ArrayList<>(layout.columns());
        others.removeIf(column -> shown.contains(column) || ColumnWidths.isEmpty(column, rows));
        if (others.stream().noneMatch(Column::isKey)) {
            return List.of();
        }
        return others.stream()
                .filter(column -> column.isKey() || column.isNumber())
                .toList();
    }

    private void under(Map<String, @Nullable Object> row, List<Column> beneath) {
        List<String> parts = beneath.stream()
                .filter(column -> !column.text(row).isEmpty())
                .map(column -> column.header() + " " + column.text(row))
                .toList();
        if (!parts.isEmpty()) {
            Wrapped.joined(parts, " · ", width - INDENT.length()).forEach(line -> out.println(INDENT + line));
        }
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
