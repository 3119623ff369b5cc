package mx.abasto.jobs.context;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Place;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.DatedAddress;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Source;

/** What can be seen to be wrong before anything is started. */
public final class Preflight {
    private Preflight() {}

    /**
     * Looks at the places that a run needs.
     *
     * @throws AbastoException (UNUSABLE) naming the one that cannot be used
     */
    public static void check(Settings settings) {
        ConfiguredLake.of(settings);
        if (!exists(HadoopPlace.at(settings.reference()))) {
            throw AbastoException.unusable(
                    "There is no folder %s, where the reference data should be.".formatted(settings.reference())
                            + " Correct abasto.reference in abasto.yml, or put them there.");
        }
        try {
            Files.createDirectories(settings.work());
        } catch (IOException failure) {
            throw AbastoException.unusable(
                    "The work folder %s cannot be made: %s. Correct abasto.work in abasto.yml."
                            .formatted(settings.work(), reason(failure)),
                    failure);
        }
    }

    /**
     * Which sources have no folder for a night. Their extracts count as missing, which is no reason to stop; but it is
     * better known before a night is published that never changes.
     */
    public static List<String> missingSources(Settings settings, LocalDate night) {
        return settings.sources().stream()
                .filter(source -> !source.isDatabase())
                .filter(source -> addressOf(source, night).getScheme().equals("file"))
                .filter(source -> !exists(HadoopPlace.at(addressOf(source, night))))
                .map(source -> "The source %s has no folder %s: its extracts count as missing on %s."
                        .formatted(source.name(), addressOf(source, night), night))
                .toList();
    }

    private static URI addressOf(Source source, LocalDate night) {
        return URI.create(DatedAddress.on(source.uri(), night));
    }

    private static boolean exists(Place place) {
        try {
            return place.exists("");
        } catch (IOException unreachable) {
            return false;
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileAlreadyExistsException
                ? "there is a file of that name"
                : String.valueOf(failure.getMessage());
    }
}
