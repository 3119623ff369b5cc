package mx.abasto.jobs.pull;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;

/** A real server, started for tests on a free port of this machine, with faults that can be switched on. */
abstract class ServerFixture implements Closeable {
    static final String USER = "abasto";
    static final String PASSWORD = "contraseña-2025";

    private final Path root;
    private final Faults faults = new Faults();

    /** @param root what the server gives out */
    ServerFixture(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Faults faults() {
        return faults;
    }

    abstract String scheme();

    abstract int port();

    /** What to present to be let in. */
    Source.Access access() {
        return access(PASSWORD);
    }

    Source.Access access(String password) {
        return new Source.Access(USER, new Secret(password), null, null, null, null, null);
    }

    /** The address of a folder. */
    URI uri(String folder) {
        try {
            return new URI(scheme(), null, "localhost", port(), "/" + folder, null, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** A source that fetches from this server. */
    Source source(String folder, Source.Access access, Duration silence) {
        Source.Limits usual = Source.Limits.DEFAULT;
        Source.Limits limits = new Source.Limits(
                usual.time(), silence, usual.settle(), usual.attempts(), usual.retryWait(), usual.fileBytesMax());
        return new Source(
                "units",
                uri(folder).toString(),
                List.of(),
                Profile.CANONICAL,
                access,
                List.of(),
                Map.of(),
                limits,
                false);
    }

    /** Lays a file down; folders on the way are made. */
    void put(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    void makeFolder(String path) throws IOException {
        Files.createDirectories(root.resolve(path));
    }

    void cutHalfway(int times) throws IOException {
        faults.cutHalfway(times);
    }

    void hang() throws IOException {
        faults.hang();
    }

    void hangHalfway() throws IOException {
        faults.hangHalfway();
    }

    void heal() throws IOException {
        faults.heal();
    }

    /** Waits until the thread waits for this server in vain. */
    void awaitHung(Thread caller) throws InterruptedException {
        faults.awaitHung();
    }
}
