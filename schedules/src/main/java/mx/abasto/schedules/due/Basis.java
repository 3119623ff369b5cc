package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;

/**
 * What a refusal depends on: the configuration's bytes, the reference data's names, sizes and times, and the day. As
 * long as it is the same, trying what was refused again would only be refused again.
 */
public final class Basis {
    private final Path configuration;
    private final Settings settings;

    public Basis(Path configuration, Settings settings) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** What refusals of a day depend on, as a text of 64 characters. */
    public String on(LocalDate day) {
        try {
            String reference = HadoopPlace.at(settings.reference()).list("").stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return Hashes.sha256(day + Files.readString(configuration) + reference);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "What the configuration names cannot be read: " + failure.getMessage(), failure);
        }
    }
}
