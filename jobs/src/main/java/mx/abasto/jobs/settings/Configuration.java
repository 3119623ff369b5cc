package mx.abasto.jobs.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;

/**
 * A configuration that was read.
 *
 * @param file where it was read from
 * @param keys as they are written, the scheduler's among them, which are not checked yet
 * @param settings what the jobs need, checked
 */
public record Configuration(Path file, ConfigurationKeys keys, Settings settings) {
    public Configuration {
        requireNonNull(file, "file is null");
        requireNonNull(keys, "keys is null");
        requireNonNull(settings, "settings is null");
    }

    /** What to throw for a key that cannot be used: UNUSABLE, with the file and what to do. */
    public AbastoException unusable(String problem) {
        return ConfigurationFile.unusable(file, problem, null);
    }
}
