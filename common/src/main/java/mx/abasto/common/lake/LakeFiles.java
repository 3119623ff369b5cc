package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;

/** The files of published runs on this machine: where they lie, or copies of them. For use by several threads. */
final class LakeFiles {

    /** Whether a file's bytes are held against its run.json before it is handed out. */
    enum Trust {
        AS_FOUND,
        CHECKED
    }

    /** What a file looked like when it was checked: one that was written to since is checked again. */
    private record Stamp(long bytes, FileTime modifiedAt) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime());
        }
    }

    private final Place place;
    private final Path cache;
    private final Trust trust;
    private final Map<Path, Stamp> checked = new ConcurrentHashMap<>();

    LakeFiles(Place place, Path cache, Trust trust) {
        this.place = requireNonNull(place, "place is null");
        this.cache = requireNonNull(cache, "cache is null");
        this.trust = requireNonNull(trust, "trust is null");
    }

    LakeFiles withTrust(Trust other) {
        return new LakeFiles(place, cache, other);
    }

    Trust trust() {
        return trust;
    }

    /** Checks again what was checked before. */
    void forgetChecks() {
        checked.clear();
    }

    /**
     * A file of a published run.
     *
     * @throws AbastoException (UNUSABLE) if it is checked, or copied to this machine, and is not as it was published
     */
    Path onThisMachine(String folder, RunJson.Item item) {
        String name = folder + "/" + item.path();
        Optional<Path> local = place.local(name);
        Path file = local.orElseGet(() -> copied(name, item));
        if (trust == Trust.CHECKED) {
            requireAsPublished(name, file, item);
        }
        return file;
    }

    /** Removes the copy of a file, if there is one. */
    void forget(RunJson.Item item) throws IOException {
        Files.deleteIfExists(cache.resolve(item.sha256()));
    }

    private void requireAsPublished(String name, Path file, RunJson.Item item) {
        try {
            Stamp stamp = Stamp.of(file);
            if (!stamp.equals(checked.get(file))) {
                requireContent(name, Hashes.of(file), item);
                checked.put(file, stamp);
            }
        } catch (NoSuchFileException absent) {
            throw notAsPublished(name, "it is gone", absent);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static void requireContent(String name, Hashes.Content found, RunJson.Item item) {
        Optional<String> difference = PublishedFile.difference(found, item);
        if (difference.isPresent()) {
            throw notAsPublished(name, "it " + difference.get(), null);
        }
    }

    private static AbastoException notAsPublished(String name, String what, @Nullable Exception cause) {
        String message = ("%s is not the file that was published: %s. Nothing is built on it. Restore it from a backup;"
                        + " abasto verify says what else differs, and what depends on it.")
                .formatted(name, what);
        return cause == null ? AbastoException.unusable(message) : AbastoException.unusable(message, cause);
    }

    private Path copied(String name, RunJson.Item item) {
        Path copy = cache.resolve(item.sha256());
        if (Files.exists(copy)) {
            return copy;
        }
        try {
            Files.createDirectories(cache);
            Path partial = Files.createTempFile(cache, item.sha256(), ".partial");
            try (InputStream from = place.open(name);
                    OutputStream to = Files.newOutputStream(partial)) {
                requireContent(name, Hashes.copy(from, to), item);
            }
            return Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    AbastoException unreadable(IOException failure) {
        return AbastoException.failed(
                "Cannot read the lake " + place.address() + ": " + failure.getMessage()
                        + ". Check that it can be reached and run the same command again.",
                failure);
    }
}
