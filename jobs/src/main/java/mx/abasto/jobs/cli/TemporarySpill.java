package mx.abasto.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.abasto.common.files.Folders;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.EngineLimits;

/** A folder for the engine's spill, for commands that write nothing else. Gone when closed. */
record TemporarySpill(Path folder) implements AutoCloseable {

    static TemporarySpill make() {
        try {
            return new TemporarySpill(Files.createTempDirectory("abasto-spill"));
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot make a temporary folder: " + failure.getMessage() + ". Make room in the temporary folder.",
                    failure);
        }
    }

    /** The configured limits, spilling here. */
    EngineLimits limits(Settings settings) {
        return EngineLimits.in(folder, settings);
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException leftBehind) {
            throw AbastoException.failed(
                    "Cannot remove the temporary folder %s: %s. Remove it by hand."
                            .formatted(folder, leftBehind.getMessage()),
                    leftBehind);
        }
    }
}
