package mx.abasto.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after another, whatever form it is written in. Cells are counted from 0. */
interface Records extends Closeable {

    /** Moves to the next record; false at the end of the file. */
    boolean next() throws IOException;

    /** How many cells the record has; not to be relied upon when it is unclosed or too long. */
    int size();

    /** The cell's text as sent, without its quotes. */
    String cell(int index);

    /** The cell's text without the blanks around it; null if nothing is left. */
    @Nullable
    String trimmed(int index);

    /** Whether a quoted cell of the record does not end as one. */
    boolean isUnclosed();

    /** The cell whose quote is not closed: it holds the rest of its line. */
    int unclosedCell();

    /** Whether the record is longer than one may be, and was cut. */
    boolean isTooLong();

    /** Whether any cell can hold {@link StrictText#BAD}; false is certain. */
    boolean mayHaveBadText();

    /** Whether the text of a cell could not be computed: it says in short why not. */
    default boolean isFailed(int index) {
        return false;
    }
}
