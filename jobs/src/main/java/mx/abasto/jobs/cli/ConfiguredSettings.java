package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Settings.Repository;
import mx.abasto.common.model.Settings.Source;
import mx.abasto.jobs.cli.ConfigurationKeys.RepositoryKeys;
import mx.abasto.jobs.cli.ConfigurationKeys.SourceKeys;
import org.jspecify.annotations.Nullable;

/** From the keys of a configuration to settings: defaults filled in, paths seen from its own folder, values checked. */
final class ConfiguredSettings {
    private static final String CANONICAL = "canonical";
    private static final String DATE = "{date}";

    private final Path file;

    ConfiguredSettings(Path file) {
        this.file = file;
    }

    Settings of(ConfigurationKeys keys) {
        Path work = local(required("work", keys.work()));
        return new Settings(
                place("lake", required("lake", keys.lake())),
                work,
                place("reference", required("reference", keys.reference())),
                requireNonNullElse(keys.transitDays(), 7),
                requireNonNullElse(keys.graceDays(), 1),
                requireNonNullElse(keys.lookbackDays(), 7),
                requireNonNullElse(keys.correctionWindowNights(), 35),
                requireNonNullElse(keys.retireDays(), 100),
                memory(requireNonNullElse(keys.memory(), "4GB")),
                requireNonNullElse(keys.threads(), 2),
                repository(keys.repository(), work),
                sources(keys.sources()));
    }

    private String memory(String text) {
        if (!text.matches("(?i)[1-9]\\d*(\\.\\d+)? ?[KMGT]i?B")) {
            throw unusable("abasto.memory is '" + text + "'; it must be a size such as 4GB or 800MB");
        }
        return text;
    }

    private static Repository repository(@Nullable RepositoryKeys keys, Path work) {
        if (keys == null || keys.url() == null) {
            // Without WRITE_DELAY=0 a killed process loses the last half second of what it did.
            return new Repository(
                    "jdbc:h2:file:" + work.resolve("repository").resolve("abasto")
                            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
                    "sa",
                    "");
        }
        return new Repository(keys.url(), keys.user(), keys.password());
    }

    private List<Source> sources(@Nullable List<SourceKeys> keys) {
        if (keys == null || keys.isEmpty()) {
            throw unusable("it names no abasto.sources: say where extracts come from");
        }
        Set<String> names = new HashSet<>();
        return keys.stream().map(source -> source(source, names)).toList();
    }

    private Source source(SourceKeys keys, Set<String> names) {
        String name = required("sources[].name", keys.name());
        if (!names.add(name)) {
            throw unusable("it has two sources of the name " + name + ": give each its own");
        }
        if (keys.profile() != null && !keys.profile().equals(CANONICAL)) {
            throw unusable("the source %s has the profile %s, which is not known; there is %s"
                    .formatted(name, keys.profile(), CANONICAL));
        }
        String uri = required("sources[].uri", keys.uri());
        // An address with {date} is none yet; with a date in its place it must be.
        place("sources[].uri", uri.replace(DATE, "2025-01-20"));
        return new Source(name, address(uri), requireNonNullElse(keys.sites(), List.of()));
    }

    private URI place(String key, String address) {
        try {
            return URI.create(address(address));
        } catch (IllegalArgumentException failure) {
            throw ConfigurationFile.unusable(
                    file, "abasto.%s is '%s', which is no address".formatted(key, address), failure);
        }
    }

    /**
     * An address, or a path relative to the configuration's folder as one; {@code {date}} stays as it is. Without a
     * slash at its end, which Java gives to folders that exist: a place is called the same before and after it is made.
     */
    private String address(String text) {
        String address = hasScheme(text)
                ? text
                : local(text.replace(DATE, "@date@")).toUri().toString().replace("@date@", DATE);
        return address.replaceFirst("(?<=[^/:])/+$", "");
    }

    private Path local(String path) {
        return path.startsWith("file:")
                ? Path.of(URI.create(path))
                : file.resolveSibling(path).normalize();
    }

    private static boolean hasScheme(String address) {
        return address.matches("[a-z][a-z0-9+.-]+:.*");
    }

    private String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw unusable("it has no abasto." + key);
        }
        return value;
    }

    private AbastoException unusable(String problem) {
        return ConfigurationFile.unusable(file, problem, null);
    }
}
