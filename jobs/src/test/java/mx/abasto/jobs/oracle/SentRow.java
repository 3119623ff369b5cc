package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row as a sender writes it: its extract, and the texts of its cells by column. */
record SentRow(Shape shape, Map<String, String> cells) {

    SentRow {
        cells = Map.copyOf(cells);
    }

    /** @param cells column, text, column, text … */
    static SentRow of(Shape shape, String... cells) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            byColumn.put(cells[i], cells[i + 1]);
        }
        return new SentRow(shape, byColumn);
    }

    SentRow with(String column, String text) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, text);
        return new SentRow(shape, changed);
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(String column) {
        return shape.has(column);
    }

    long quantity() {
        return Long.parseLong(cell(shape.summed()));
    }

    String key() {
        List<String> key = new ArrayList<>(List.of(shape.extract()));
        shape.key().forEach(column -> key.add(cell(column)));
        return String.join("|", key);
    }

    Cell stockCell() {
        return new Cell(cell("clues"), cell("clave"), cell("lot"));
    }

    /** What it adds to its cell's stock. */
    long effect() {
        if (cell("cancelled").equals("true")) {
            return 0;
        }
        return switch (shape.extract()) {
            case "receipts", "adjustments" -> quantity();
            case "distributions", "dispensations", "consumptions" -> -quantity();
            default -> 0;
        };
    }

    static String header(Shape shape) {
        return String.join(",", shape.columns().stream().map(Column::name).toList());
    }

    String line() {
        return String.join(
                ",", shape.columns().stream().map(c -> cell(c.name())).toList());
    }
}
