package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.files.HadoopPlace;

/** Folders of this machine. */
final class LocalOrigin implements Origin {
    private final Map<URI, HadoopPlace> places = new HashMap<>();

    @Override
    public List<Offer> list(URI folder) throws IOException {
        return Offer.filesOf(place(folder).list(""));
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        return place(folder).open(name);
    }

    /** Thousands of files lie in a folder, and a place takes longer to make than a small file to read. */
    private HadoopPlace place(URI folder) {
        return places.computeIfAbsent(folder, HadoopPlace::at);
    }

    @Override
    public void close() {
        // There is nothing to hang up on.
    }
}
