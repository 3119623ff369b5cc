package mx.abasto.jobs.report.page;

import java.util.function.Function;

/**
 * A table's column.
 *
 * @param key its label is the text {@code col_key}
 */
record Column(String key, Kind kind, Function<PageRow, Cell> cell) {

    /** How a column is sorted and set. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    static Column text(String key, Function<PageRow, Cell> cell) {
        return new Column(key, Kind.TEXT, cell);
    }

    static Column number(String key, Function<PageRow, Cell> cell) {
        return new Column(key, Kind.NUMBER, cell);
    }

    static Column day(String key, Function<PageRow, Cell> cell) {
        return new Column(key, Kind.DAY, cell);
    }
}
