package mx.abasto.jobs.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is a small disk of its own, where this machine allows to mount one. */
final class SmallDisk {
    private final Path folder;

    SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts a disk of so many megabytes in the folder's place; false where that is not allowed. */
    boolean mount(int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return isDone("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    }

    /** Takes it away, with all that it holds. */
    void unmount() throws IOException, InterruptedException {
        if (!isDone("umount", folder.toString())) {
            throw new IOException("Cannot unmount " + folder);
        }
    }

    private static boolean isDone(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
