package mx.abasto.jobs.settings;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Settings.Repository;
import mx.abasto.jobs.settings.ConfigurationKeys.RepositoryKeys;
import mx.abasto.jobs.settings.ConfigurationKeys.RuleKeys;
import org.jspecify.annotations.Nullable;

/** From the keys of a configuration to settings: defaults filled in, paths seen from its own folder, values checked. */
final class ConfiguredSettings {
    private final ConfiguredPaths paths;

    ConfiguredSettings(Path file) {
        this.paths = new ConfiguredPaths(file);
    }

    Settings of(ConfigurationKeys keys) {
        Map<String, Profile> profiles = new ConfiguredProfiles(paths).of(keys.profiles());
        Path work = paths.work(paths.required("work", keys.work()));
        return new Settings(
                paths.folder(),
                paths.place("lake", paths.required("lake", keys.lake())),
                work,
                paths.place("reference", paths.required("reference", keys.reference())),
                requireNonNullElse(keys.transitDays(), 7),
                requireNonNullElse(keys.graceDays(), 1),
                requireNonNullElse(keys.lookbackDays(), 7),
                requireNonNullElse(keys.correctionWindowNights(), 35),
                requireNonNullElse(keys.retireDays(), 100),
                size("memory", requireNonNullElse(keys.memory(), "4GB")),
                requireNonNullElse(keys.threads(), 2),
                repository(keys.repository(), work),
                new ConfiguredSources(paths, profiles, keys.pull()).of(keys.sources()),
                profiles,
                extraRules(keys.rules()),
                language(requireNonNullElse(keys.language(), "es")),
                keys.keepNights(),
                keys.spill() == null ? null : size("spill", keys.spill()));
    }

    private @Nullable Path extraRules(@Nullable RuleKeys keys) {
        return keys == null || keys.extra() == null ? null : paths.local(keys.extra());
    }

    private Language language(String text) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> paths.unusable("abasto.language is '" + text + "'; it must be es or en"));
    }

    private String size(String key, String text) {
        if (!text.matches("(?i)[1-9]\\d*(\\.\\d+)? ?[KMGT]i?B")) {
            throw paths.unusable("abasto." + key + " is '" + text + "'; it must be a size such as 4GB or 800MB");
        }
        return text;
    }

    private static Repository repository(@Nullable RepositoryKeys keys, Path work) {
        if (keys == null || keys.url() == null) {
            // Without WRITE_DELAY=0 a killed process loses the last half second of what it did. Who opened it closes
            // it, not a hook of its own while a step is being ended.
            return new Repository(
                    "jdbc:h2:file:" + work.resolve("repository").resolve("abasto")
                            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE",
                    "sa",
                    new Secret(""));
        }
        String password = keys.password();
        return new Repository(keys.url(), keys.user(), password == null ? null : new Secret(password));
    }
}
