package mx.abasto.jobs.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows are printed: the header first, then each row, then the end. */
interface RowOutput {

    /** The columns' names, in the order of every row's cells. */
    void header(List<String> columns);

    /** A row of cells as {@link Cells} gives them. */
    void row(List<@Nullable Object> cells);

    /** Everything is printed by then. */
    void end();
}
