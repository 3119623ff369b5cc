package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;

/** Folders of any file system that Hadoop knows: this machine's, HDFS, an object store. */
final class HadoopOrigin implements Origin {

    @Override
    public List<Offer> list(URI folder) throws IOException {
        return place(folder).list("").stream()
                .filter(entry -> !entry.isFolder())
                .map(HadoopOrigin::offer)
                .toList();
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        return place(folder).open(name);
    }

    private static Offer offer(Place.Entry entry) {
        return new Offer(entry.name(), entry.bytes(), entry.modifiedAt());
    }

    private static Place place(URI folder) throws IOException {
        try {
            return HadoopPlace.at(folder);
        } catch (AbastoException unreachable) {
            throw new IOException(unreachable.getMessage(), unreachable);
        }
    }

    @Override
    public void close() {
        // Hadoop keeps its file systems open for all that use them.
    }
}
