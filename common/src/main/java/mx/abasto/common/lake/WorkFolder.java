package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.files.Folders;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.sql.Dataset;

/**
 * The work folder of one run: a folder per step. A step writes aside, and its folder takes its name only when it is
 * whole; so a step's folder exists, or the step has to run. May be deleted at any time between runs.
 */
public final class WorkFolder {
    private static final String PARTIAL = ".partial";

    private final Path root;

    public WorkFolder(Path root) {
        this.root = requireNonNull(root, "root is null");
    }

    public Path root() {
        return root;
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** Whether a step's output is whole. */
    public boolean isDone(String step) {
        return Files.isDirectory(root.resolve(step));
    }

    /** An empty folder aside, for a step to write into. */
    public Path begin(String step) throws IOException {
        Path partial = root.resolve(step + PARTIAL);
        Folders.delete(partial);
        return Files.createDirectories(partial);
    }

    /** Gives a step's folder its name: its output is whole from here on. */
    public void finish(String step) throws IOException {
        Files.move(root.resolve(step + PARTIAL), root.resolve(step), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder of a step that is done. */
    public Path of(String step) {
        return root.resolve(step);
    }

    /**
     * The Parquet files of a dataset that a finished step wrote.
     *
     * @throws AbastoException if no finished step has it
     */
    public List<Path> files(Dataset dataset) {
        try {
            List<Path> files = new ArrayList<>();
            for (Path step : Folders.list(root)) {
                if (!step.getFileName().toString().endsWith(PARTIAL)) {
                    Folders.list(step.resolve(dataset.name())).stream()
                            .filter(file -> file.toString().endsWith(".parquet"))
                            .forEach(files::add);
                }
            }
            if (files.isEmpty()) {
                throw AbastoException.failed("No finished step of " + root + " has written the dataset "
                        + dataset.name() + ". Delete the folder and run the same command again.");
            }
            return files;
        } catch (IOException failure) {
            throw AbastoException.failed("Cannot read the work folder " + root + ": " + failure.getMessage(), failure);
        }
    }

    public void delete() throws IOException {
        Folders.delete(root);
    }
}
