package mx.abasto.common.sql;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Properties;
import mx.abasto.common.model.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the engine may use.
 *
 * @param memory of its buffers, such as {@code 4GB}; it spills past it
 * @param threads how many it works with
 * @param spill the folder that it spills to
 * @param spillMax how much it may spill, such as {@code 20GB}; nine tenths of what is free there if null
 */
public record EngineLimits(
        String memory, int threads, Path spill, @Nullable String spillMax) {
    public EngineLimits {
        requireNonNull(memory, "memory is null");
        requireNonNull(spill, "spill is null");
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be 1 or more");
        }
    }

    /** Limits that spill as much as there is room. */
    public EngineLimits(String memory, int threads, Path spill) {
        this(memory, threads, spill, null);
    }

    /** Those configured, spilling into the work folder. */
    public static EngineLimits of(Settings settings) {
        return in(settings.work().resolve("spill"), settings);
    }

    /** Those configured, spilling into another folder. */
    public static EngineLimits in(Path folder, Settings settings) {
        return new EngineLimits(settings.memory(), settings.threads(), folder, settings.spill());
    }

    /** The options of an engine that keeps to them, and fetches nothing from a network. */
    Properties options() {
        Properties options = new Properties();
        options.setProperty("threads", Integer.toString(threads));
        options.setProperty("memory_limit", memory);
        options.setProperty("temp_directory", spill.toString());
        options.setProperty("autoinstall_known_extensions", "false");
        options.setProperty("autoload_known_extensions", "false");
        return options;
    }
}
