package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.OwnFileSystem;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.Source;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/** Folders of a file system on servers that Hadoop knows: HDFS, an object store. */
final class HadoopOrigin implements Origin {
    private final Source source;
    private final Patience patience;
    private volatile @Nullable FileSystem opened;

    HadoopOrigin(Source source) {
        this.source = source;
        // It is one of many over the same sockets: only an interrupt ends what it waits for.
        this.patience = new Patience(source.limits().silence(), () -> {});
    }

    @Override
    public List<Offer> list(URI folder) throws IOException {
        return ask(folder, place -> Offer.filesOf(place.list("")));
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        return new ServedStream(patience, ask(folder, place -> place.open(name)));
    }

    /** What is asked of the file system. */
    private interface Question<T> {
        T ask(Place place) throws IOException;
    }

    private <T> T ask(URI folder, Question<T> question) throws IOException {
        return patience.await(() -> {
            try {
                return question.ask(HadoopPlace.in(fileSystem(folder), folder));
            } catch (IOException failure) {
                throw meant(failure);
            } catch (IllegalArgumentException unknownHost) {
                throw new IOException(unknownHost.getMessage(), unknownHost);
            }
        });
    }

    private FileSystem fileSystem(URI address) throws IOException {
        FileSystem open = opened;
        if (open == null) {
            open = OwnFileSystem.open(
                    address, source.limits().silence(), source.access().user());
            opened = open;
        }
        return open;
    }

    private IOException meant(IOException failure) {
        // Hadoop's messages go on with the server's stack trace.
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        if (failure instanceof AccessControlException) {
            return new RefusedException(line + "; set the source's user to one that may read it", failure);
        }
        if (failure instanceof UnsupportedFileSystemException) {
            return new RefusedException(line + "; its Hadoop libraries are not on the class path", failure);
        }
        return failure instanceof SocketTimeoutException ? failure : new IOException(line, failure);
    }

    @Override
    public void close() throws IOException {
        patience.close();
        FileSystem open = opened;
        if (open != null) {
            open.close();
        }
    }
}
