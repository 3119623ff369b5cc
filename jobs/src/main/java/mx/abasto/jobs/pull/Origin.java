package mx.abasto.jobs.pull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import mx.abasto.common.files.Place;
import org.jspecify.annotations.Nullable;

/**
 * A server, or this machine, as files are fetched from it. Nothing is ever written or deleted there.
 *
 * <p>Not for several threads at once, but for {@link #close()}: it may be called at any time from another thread, and
 * what is then being done fails with {@link IOException} soon. Every method fails with {@link RefusedException} for
 * what trying again will not mend, and with another {@link IOException} for what it may; no server keeps a method
 * waiting for longer than the source's {@code silence}. Messages never hold a password.
 */
interface Origin extends Closeable {

    /**
     * A file that lies in a folder.
     *
     * @param bytes −1 if the server does not say
     * @param modifiedAt null if the server does not say
     */
    record Offer(String name, long bytes, @Nullable Instant modifiedAt) {

        /** The files among what stands in a place. */
        static List<Offer> filesOf(List<Place.Entry> entries) {
            return entries.stream()
                    .filter(entry -> !entry.isFolder())
                    .map(entry -> new Offer(entry.name(), entry.bytes(), entry.modifiedAt()))
                    .toList();
        }
    }

    /** The files directly in a folder, folders left out, in no order; empty where there is no such folder. */
    List<Offer> list(URI folder) throws IOException;

    /** Those of the named files that lie in a folder: for servers that can be asked for a file but give no list. */
    default List<Offer> find(URI folder, Collection<String> names) throws IOException {
        return list(folder).stream()
                .filter(offer -> names.contains(offer.name()))
                .toList();
    }

    /**
     * The bytes of a file. The caller closes the stream before it calls anything else. A stream that ends early by the
     * server's fault throws rather than end.
     */
    InputStream open(URI folder, String name) throws IOException;
}
