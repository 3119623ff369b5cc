package mx.abasto.common.files;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.model.AbastoException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A place on any file system that Hadoop knows. */
public final class HadoopPlace implements Place {
    /** Read once: its files are long. */
    static final Configuration CONFIGURATION = new Configuration();

    private final FileSystem fileSystem;
    private final Path root;

    private HadoopPlace(FileSystem fileSystem, Path root) {
        this.fileSystem = requireNonNull(fileSystem, "fileSystem is null");
        this.root = requireNonNull(root, "root is null");
    }

    /**
     * Opens the place of an address.
     *
     * @throws AbastoException if no file system knows the address, or it does not answer
     */
    public static HadoopPlace at(URI address) {
        try {
            return new HadoopPlace(fileSystemOf(address), new Path(address));
        } catch (IOException | IllegalArgumentException failure) {
            throw AbastoException.unusable(
                    "Cannot open " + address + ": " + failure.getMessage()
                            + ". Correct the address in abasto.yml, or check that the place can be reached.",
                    failure);
        }
    }

    /** The place of an address in a file system that its caller has opened, and closes. */
    public static HadoopPlace in(FileSystem fileSystem, URI address) {
        return new HadoopPlace(fileSystem, new Path(address));
    }

    private static FileSystem fileSystemOf(URI address) throws IOException {
        if (address.getScheme() == null || address.getScheme().equals("file")) {
            // The plain local file system leaves .crc files beside each file; the raw one does not.
            RawLocalFileSystem local = new RawLocalFileSystem();
            local.initialize(URI.create("file:///"), CONFIGURATION);
            return local;
        }
        return FileSystem.get(address, CONFIGURATION);
    }

    @Override
    public String address() {
        return root.toString();
    }

    private Path at(String name) {
        return name.isEmpty() ? root : new Path(root, name);
    }

    private boolean isLocal() {
        return fileSystem instanceof RawLocalFileSystem;
    }

    @Override
    public boolean exists(String name) throws IOException {
        return fileSystem.exists(at(name));
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        try {
            return Arrays.stream(fileSystem.listStatus(at(folder)))
                    .map(HadoopPlace::entry)
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
        } catch (FileNotFoundException absent) {
            return List.of();
        }
    }

    private static Entry entry(FileStatus status) {
        return new Entry(
                status.getPath().getName(),
                status.isDirectory() ? 0 : status.getLen(),
                status.isDirectory(),
                Instant.ofEpochMilli(status.getModificationTime()));
    }

    @Override
    public InputStream open(String name) throws IOException {
        // A plain file is read without Hadoop's stream around it: a night looks at hundreds of small ones.
        return isLocal() ? Files.newInputStream(localPath(name)) : fileSystem.open(at(name));
    }

    @Override
    public OutputStream create(String name) throws IOException {
        if (isLocal()) {
            // Hadoop starts a process of its own for each local file, to set its permissions.
            java.nio.file.Path file = localPath(name);
            Files.createDirectories(requireNonNull(file.getParent(), "parent is null"));
            return Files.newOutputStream(file);
        }
        return fileSystem.create(at(name), true);
    }

    @Override
    public void renameToFree(String folder, String newName) throws IOException {
        if (fileSystem.exists(at(newName))) {
            throw new FileAlreadyExistsException(at(newName).toString());
        }
        if (isLocal()) {
            java.nio.file.Path source = localPath(folder);
            java.nio.file.Path parent = requireNonNull(localPath(newName).getParent(), "parent is null");
            Files.createDirectories(parent);
            Folders.sync(source);
            Files.move(source, localPath(newName), StandardCopyOption.ATOMIC_MOVE);
            syncUp(parent);
        } else {
            fileSystem.mkdirs(at(newName).getParent());
            if (!fileSystem.rename(at(folder), at(newName))) {
                throw new IOException("The rename of " + at(folder) + " to " + at(newName) + " was refused");
            }
        }
    }

    @Override
    public void delete(String name) throws IOException {
        if (isLocal()) {
            // Hadoop's own needs commons-io, which is not among the libraries chosen.
            Folders.delete(localPath(name));
        } else {
            fileSystem.delete(at(name), true);
        }
    }

    @Override
    public Optional<java.nio.file.Path> local(String name) {
        return isLocal() ? Optional.of(localPath(name)) : Optional.empty();
    }

    private java.nio.file.Path localPath(String name) {
        return java.nio.file.Path.of(at(name).toUri().getPath());
    }

    /** The folder that has the new name, and those above it within this place, which may be new themselves. */
    private void syncUp(java.nio.file.Path folder) throws IOException {
        java.nio.file.Path top = localPath("");
        for (java.nio.file.Path each = folder; each != null && each.startsWith(top); each = each.getParent()) {
            Folders.syncOne(each);
        }
    }
}
