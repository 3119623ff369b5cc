package mx.abasto.jobs.report;

import java.util.List;

/**
 * A sheet that is a table: its relation has a row per scope × place, 1 being the worst, and says in {@code of_rows} how
 * many there would be without a cap. Its name is the text {@code sheet.<key>}, its order {@code order.<key>}.
 *
 * @param relation in the session; the name of its script
 * @param dataset the published one that holds what the cap leaves out
 * @param frozenColumns that stay in sight when one goes right
 */
record SheetPlan(
        String key, String relation, String dataset, SheetScope scope, int frozenColumns, List<SheetColumn> columns) {

    /** Which workbooks have the sheet. */
    enum SheetScope {
        EVERY_WORKBOOK,
        NATION_ONLY
    }

    SheetPlan {
        columns = List.copyOf(columns);
    }
}
