package mx.abasto.jobs.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.files.Place;

/** A place as one on another machine is seen: no file of it lies on this one. */
public record Elsewhere(Place place) implements Place {
    @Override
    public String address() {
        return place.address();
    }

    @Override
    public boolean exists(String name) throws IOException {
        return place.exists(name);
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        return place.list(folder);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return place.open(name);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return place.create(name);
    }

    @Override
    public void renameToFree(String folder, String newName) throws IOException {
        place.renameToFree(folder, newName);
    }

    @Override
    public void delete(String name) throws IOException {
        place.delete(name);
    }

    @Override
    public Optional<Path> local(String name) {
        return Optional.empty();
    }
}
