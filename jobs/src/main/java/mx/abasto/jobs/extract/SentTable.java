package mx.abasto.jobs.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;

/** A delivered file as a table: the names of its columns, then its records. Each is taken once, in this order. */
interface SentTable extends Closeable {

    /**
     * The names of the columns.
     *
     * @throws UnreadableFileException if it has none
     */
    HeaderNames header() throws IOException;

    /**
     * The data records.
     *
     * @param needed the columns whose cells are looked at; those of others may be empty
     * @throws UnreadableFileException if a needed column is of a kind that is not read
     */
    Records records(BitSet needed) throws IOException;

    /** How many data records the file has, told by other code than that which reads them; certain at their end. */
    long counted();
}
