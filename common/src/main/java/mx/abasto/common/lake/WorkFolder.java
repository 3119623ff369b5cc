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
 * whole; so a step's folder exists, or the step has to run. May be deleted at any time between runs. What is written aside
 * is named by the token of who holds the lake: a process that was paused, and taken over, goes on beside its heir.
 */
public final class WorkFolder {
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
    public Path begin(String step, LakeHold hold) throws IOException {
        Path aside = aside(step, hold);
        Folders.delete(aside);
        for (Path other : Folders.list(root)) {
            String name = other.getFileName().toString();
            if (Aside.is(name) && Aside.isOfEarlier(name, hold)) {
                Folders.delete(other);
            }
        }
        return Files.createDirectories(aside);
    }

    /**
     * Gives a step's folder its name: its output is whole from here on, and on the disk. After a power cut a step that
     * looks done is done.
     *
     * @throws AbastoException (FAILED) if another has taken over the lake; nothing is done then
     */
    public void finish(String step, LakeHold hold) throws IOException {
        Folders.sync(aside(step, hold));
        hold.requireHeld();
        Files.move(aside(step, hold), root.resolve(step), StandardCopyOption.ATOMIC_MOVE);
        Folders.syncOne(root);
    }

    /**
     * Makes a step that is done one that has to run again; nothing happens if it is not done.
     *
     * @throws AbastoException (FAILED) if another has taken over the lake; nothing is done then
     */
    public void drop(String step, LakeHold hold) throws IOException {
        if (!isDone(step)) {
            return;
        }
        Path aside = aside(step, hold);
        Folders.delete(aside);
        hold.requireHeld();
        Files.move(root.resolve(step), aside, StandardCopyOption.ATOMIC_MOVE);
        Folders.syncOne(root);
        Folders.delete(aside);
    }

    private Path aside(String step, LakeHold hold) {
        return root.resolve(Aside.name(step, hold));
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
                if (!Aside.is(step.getFileName().toString())) {
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

    /**
     * Removes it, with all that it holds.
     *
     * @throws AbastoException (FAILED) if another has taken over the lake, and maybe the folder; nothing is done then
     */
    public void delete(LakeHold hold) throws IOException {
        hold.requireHeld();
        Folders.delete(root);
    }
}
