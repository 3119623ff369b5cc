package mx.abasto.jobs.report.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list of rows that the page's script sorts, searches and folds. Its first column heads each row.
 *
 * @param id of its section; its texts are {@code id_title}, {@code id_lead} and {@code id_none}
 * @param rest what it says of the rows that are not on the page
 */
record PageTable(String id, String title, String lead, String none, List<Head> columns, List<Line> rows, String rest) {

    /** A column's head. */
    record Head(String label, String kind) {}

    /** A row: its first cell, and the others. */
    record Line(Cell head, List<Cell> cells) {}

    /**
     * The table of a script's rows, whose column {@code rows_in_all} says how many there would be without a limit.
     *
     * @param leadValues fill in its lead
     */
    static PageTable of(
            PageWords words,
            String id,
            String dataset,
            List<PageRow> rows,
            List<Column> columns,
            String... leadValues) {
        return new PageTable(
                id,
                words.text(id + "_title"),
                words.text(id + "_lead", leadValues),
                words.text(id + "_none"),
                columns.stream()
                        .map(column -> new Head(
                                words.text("col_" + column.key()),
                                column.kind().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                rows.stream().map(row -> line(row, columns)).toList(),
                rest(new Figures(words), dataset, rows));
    }

    private static Line line(PageRow row, List<Column> columns) {
        List<Cell> cells =
                columns.stream().map(column -> column.cell().apply(row)).toList();
        return new Line(cells.get(0), cells.subList(1, cells.size()));
    }

    private static String rest(Figures figures, String dataset, List<PageRow> rows) {
        String shown = figures.whole(rows.size());
        String inAll = rows.isEmpty() ? shown : figures.whole(rows.get(0).number("rows_in_all"));
        return shown.equals(inAll)
                ? figures.words().count("rest_all", shown)
                : figures.words().text("rest_some", shown, inAll, dataset);
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    /** What its columns want of the style sheet: numbers to the right, and on a phone each cell's label. */
    String style() {
        return IntStream.range(0, columns.size())
                .mapToObj(index ->
                        style(columns.get(index), "#%s table.rows tr > :nth-child(%d)".formatted(id, index + 1)))
                .collect(Collectors.joining());
    }

    private static String style(Head column, String selector) {
        String set =
                switch (column.kind()) {
                    case "number" -> "text-align: right; white-space: nowrap;";
                    case "day" -> "white-space: nowrap;";
                    default -> "";
                };
        String aligned = set.isEmpty()
                ? ""
                : "@media print, (min-width: 48rem) { %s:is(td) { %s } %s:is(th) { text-align: %s; } }\n"
                        .formatted(selector, set, selector, column.kind().equals("number") ? "right" : "left");
        return aligned
                + "@media screen and (max-width: 47.99rem) { %s:is(td)::before { content: \"%s\"; } }\n"
                        .formatted(selector, column.label().replaceAll("[\\\\\"<]", "\\\\$0"));
    }
}
