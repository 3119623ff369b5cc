package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@code abasto.yml} that runs the network as it stands (contract section 3). */
public final class ConfigurationFile {

    /** Nights that the other side's extract may lag; truth.csv counts on it. */
    static final int GRACE_DAYS = 1;

    private ConfigurationFile() {}

    static void write(GeneratorOptions options, Path file) {
        String text = """
                # Paths are seen from this file's own folder.
                abasto:
                  lake: "%s"
                  work: "%s"
                  reference: reference
                  transit-days: %d
                  grace-days: %d
                  sources:
                    - name: network
                      uri: extracts/{date}
                      profile: canonical
                """.formatted(options.lake(), options.work(), Routes.DEFAULT_TRANSIT_DAYS, GRACE_DAYS);
        write(file, text);
    }

    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": is there room, and may you write there?", e);
        }
    }
}
