package mx.abasto.jobs.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Settings.Repository;
import mx.abasto.common.model.Settings.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * Reads {@code abasto.yml} (contract section 3). Every key may also be given as an environment variable
 * ({@code ABASTO_LAKE}), which wins. What cannot be used is refused with its key and what it should be.
 */
final class ConfigurationFile {
    private static final String CANONICAL = "canonical";

    /** The keys as they are written; what is absent is null and gets its default. */
    record Keys(
            @Nullable String lake,
            @Nullable String work,
            @Nullable String reference,
            @Nullable Integer transitDays,
            @Nullable Integer graceDays,
            @Nullable Integer lookbackDays,
            @Nullable Integer correctionWindowNights,
            @Nullable Integer retireDays,
            @Nullable String memory,
            @Nullable Integer threads,
            @Nullable RepositoryKeys repository,
            @Nullable List<SourceKeys> sources) {}

    record RepositoryKeys(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    record SourceKeys(
            @Nullable String name,
            @Nullable String uri,
            @Nullable String profile,
            @Nullable List<String> sites) {}

    private final Path file;

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the configuration.
     *
     * @throws AbastoException (UNUSABLE) if it cannot be used
     */
    static Settings read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw AbastoException.unusable("There is no configuration file " + file
                    + ". Name one with --config FILE; a first one is made by" + " generate.");
        }
        ConfigurationFile configuration = new ConfigurationFile(absolute);
        return configuration.settings(configuration.keys());
    }

    private Keys keys() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load(file.getFileName().toString(), new FileSystemResource(file))
                    .forEach(environment.getPropertySources()::addLast);
            ConfigurationPropertySources.attach(environment);
            return Binder.get(environment)
                    .bind(
                            "abasto",
                            Bindable.of(Keys.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
                    .orElseThrow(() -> unusable("has no key abasto: nothing is configured", null));
        } catch (BindException failure) {
            throw unusable("cannot be used: " + reason(failure), failure);
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof AbastoException known) {
                throw known;
            }
            throw unusable("is not readable YAML: " + failure.getMessage(), failure);
        }
    }

    private static String reason(BindException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause
                instanceof
                org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException unknown) {
            List<String> names = unknown.getUnboundProperties().stream()
                    .map(property -> property.getName() + " (" + property.getOrigin() + ")")
                    .toList();
            return "it has keys that are not known: " + String.join(", ", names);
        }
        return "%s: %s".formatted(failure.getName(), cause.getMessage());
    }

    private Settings settings(Keys keys) {
        Path work = local(required("work", keys.work()));
        return new Settings(
                place(required("lake", keys.lake())),
                work,
                place(required("reference", keys.reference())),
                or(keys.transitDays(), 7),
                or(keys.graceDays(), 1),
                or(keys.lookbackDays(), 7),
                or(keys.correctionWindowNights(), 35),
                or(keys.retireDays(), 100),
                keys.memory() == null ? "4GB" : keys.memory(),
                or(keys.threads(), 2),
                repository(keys.repository(), work),
                sources(keys.sources()));
    }

    private static int or(@Nullable Integer value, int byDefault) {
        return value == null ? byDefault : value;
    }

    private static Repository repository(@Nullable RepositoryKeys keys, Path work) {
        if (keys == null || keys.url() == null) {
            // Without WRITE_DELAY=0 a killed process loses the last half second of what it did.
            return new Repository(
                    "jdbc:h2:file:" + work.resolve("repository").resolve("abasto") + ";WRITE_DELAY=0", "sa", "");
        }
        return new Repository(keys.url(), keys.user(), keys.password());
    }

    private List<Source> sources(@Nullable List<SourceKeys> keys) {
        if (keys == null || keys.isEmpty()) {
            throw unusable("names no abasto.sources: say where extracts come from", null);
        }
        Set<String> names = new HashSet<>();
        return keys.stream().map(source -> source(source, names)).toList();
    }

    private Source source(SourceKeys keys, Set<String> names) {
        String name = required("sources[].name", keys.name());
        if (!names.add(name)) {
            throw unusable("has two sources of the name " + name + ": give each its own", null);
        }
        if (keys.profile() != null && !keys.profile().equals(CANONICAL)) {
            throw unusable(
                    "gives the source %s the profile %s, which is not known; the one there is: %s"
                            .formatted(name, keys.profile(), CANONICAL),
                    null);
        }
        String uri = required("sources[].uri", keys.uri());
        return new Source(name, hasScheme(uri) ? uri : absolute(uri), keys.sites() == null ? List.of() : keys.sites());
    }

    private URI place(String address) {
        try {
            return URI.create(hasScheme(address) ? address : absolute(address));
        } catch (IllegalArgumentException failure) {
            throw unusable("has an address that is none: " + address, failure);
        }
    }

    /** A path relative to the configuration's folder as an address; {@code {date}} stays as it is. */
    private String absolute(String path) {
        return local(path.replace("{date}", "@date@")).toUri().toString().replace("@date@", "{date}");
    }

    private Path local(String path) {
        if (path.startsWith("file:")) {
            return Path.of(URI.create(path));
        }
        Path folder = file.getParent();
        return folder == null ? Path.of(path) : folder.resolve(path).normalize();
    }

    private static boolean hasScheme(String address) {
        return address.matches("[a-z][a-z0-9+.-]+:.*");
    }

    private String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw unusable("has no abasto." + key, null);
        }
        return value;
    }

    private AbastoException unusable(String what, @Nullable Throwable cause) {
        String message = "%s %s. Correct it and run the same command again.".formatted(file.getFileName(), what);
        return cause == null ? AbastoException.unusable(message) : AbastoException.unusable(message, cause);
    }

    /** The environment's properties that the job context needs. */
    static Map<String, Object> contextProperties(Settings settings) {
        Repository repository = settings.repository();
        return Map.of(
                "spring.datasource.url",
                repository.url(),
                "spring.datasource.username",
                repository.user() == null ? "" : repository.user(),
                "spring.datasource.password",
                repository.password() == null ? "" : repository.password(),
                "spring.datasource.hikari.maximum-pool-size",
                "4",
                "spring.batch.job.enabled",
                "false",
                "spring.batch.jdbc.initialize-schema",
                "always");
    }
}
