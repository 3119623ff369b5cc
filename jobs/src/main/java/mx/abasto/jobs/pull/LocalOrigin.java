package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;

/** Folders of this machine. */
final class LocalOrigin implements Origin {

    @Override
    public List<Offer> list(URI folder) throws IOException {
        return Offer.filesOf(HadoopPlace.at(folder).list(""));
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        return HadoopPlace.at(folder).open(name);
    }

    @Override
    public void close() {
        // There is nothing to hang up on.
    }
}
