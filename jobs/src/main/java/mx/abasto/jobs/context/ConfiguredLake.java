package mx.abasto.jobs.context;

import java.nio.file.Files;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;

/** The lake that a configuration names. */
public final class ConfiguredLake {
    private ConfiguredLake() {}

    /**
     * The lake; reading it needs no lock.
     *
     * @throws AbastoException (UNUSABLE) if what is there is not a folder
     */
    public static Lake of(Settings settings) {
        HadoopPlace place = HadoopPlace.at(settings.lake());
        place.local("").ifPresent(path -> {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw AbastoException.unusable(
                        "The lake %s is a file, not a folder. Correct abasto.lake in abasto.yml.".formatted(path));
            }
        });
        return new Lake(place, settings.work().resolve("cache"));
    }
}
