package mx.abasto.jobs.report.page;

/**
 * A table's cell.
 *
 * @param small a second line, or empty
 * @param rank what it is sorted by where that is not its text, or empty
 * @param mark the style of a mark around its text, or empty
 */
record Cell(String text, String small, String rank, String mark) {

    static Cell of(String text) {
        return new Cell(text, "", "", "");
    }

    static Cell of(String text, String small) {
        return new Cell(text, small, "", "");
    }

    Cell rankedBy(String value) {
        return new Cell(text, small, value, mark);
    }

    Cell markedAs(String style) {
        return new Cell(text, small, rank, style);
    }

    boolean hasSmall() {
        return !small.isEmpty();
    }

    boolean hasRank() {
        return !rank.isEmpty();
    }

    boolean hasMark() {
        return !mark.isEmpty();
    }
}
