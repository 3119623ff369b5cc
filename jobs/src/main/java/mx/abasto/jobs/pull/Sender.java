package mx.abasto.jobs.pull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A source being asked what it has for a night. {@link #close()} may be called at any time from another thread; what is
 * then being done fails soon. Errors as of {@link Origin}.
 */
interface Sender extends Closeable {

    /** What it offers for the night and its lookback days, as it is now. */
    List<DeliveredFile> offers() throws IOException;

    /** The bytes of a file that it offers, as {@link Origin#open} gives them. */
    InputStream open(DeliveredFile file) throws IOException;
}
