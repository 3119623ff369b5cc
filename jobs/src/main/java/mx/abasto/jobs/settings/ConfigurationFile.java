package mx.abasto.jobs.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads {@code abasto.yml} (contract section 3). Every key may also be given as an environment variable
 * ({@code ABASTO_LAKE}), which wins. What cannot be used is refused with its line and what it should be.
 */
public final class ConfigurationFile {
    private static final String ROOT = "abasto";

    private final Path file;

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the configuration.
     *
     * @throws AbastoException (UNUSABLE) if it cannot be used
     */
    public static Settings read(Path file) {
        return open(file).settings();
    }

    /**
     * Reads the configuration, for one who needs keys that the jobs do not.
     *
     * @throws AbastoException (UNUSABLE) if it cannot be used
     */
    public static Configuration open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw AbastoException.unusable((Files.isDirectory(absolute)
                                    ? "%s is a folder, not a configuration file."
                                    : "There is no configuration file %s.")
                            .formatted(absolute)
                    + " Name one with --config FILE; abasto generate makes a first one.");
        }
        ConfigurationFile configuration = new ConfigurationFile(absolute);
        ConfigurationKeys keys = configuration.keys();
        return new Configuration(absolute, keys, new ConfiguredSettings(absolute).of(keys));
    }

    /** What to throw when a configuration cannot be used. */
    static AbastoException unusable(Path file, String problem, @Nullable Throwable cause) {
        String message = "%s: %s. Correct it and run the same command again.".formatted(file, problem);
        return cause == null ? AbastoException.unusable(message) : AbastoException.unusable(message, cause);
    }

    private ConfigurationKeys keys() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load(ROOT, new FileSystemResource(file))
                    .forEach(environment.getPropertySources()::addLast);
            ConfigurationPropertySources.attach(environment);
            ConfigurationKeys keys = Binder.get(environment)
                    .bind(
                            ROOT,
                            Bindable.of(ConfigurationKeys.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
                    .orElse(null);
            if (keys == null || keys.namesNoPlace()) {
                throw unusable(file, "it has no key abasto, under which everything stands", null);
            }
            return keys;
        } catch (BindException failure) {
            throw unusable(file, problem(failure), failure);
        } catch (MarkedYAMLException failure) {
            throw unusable(
                    file,
                    "line %d is not YAML: %s"
                            .formatted(failure.getProblemMark().getLine() + 1, oneLine(failure.getProblem())),
                    failure);
        } catch (IOException failure) {
            throw unusable(file, "it cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String problem(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                ConfigurationProperty first =
                        unknown.getUnboundProperties().iterator().next();
                String key = first.getName().toString();
                return "%s is not a key that is known (%s); there are %s"
                        .formatted(key, where(first.getOrigin()), String.join(", ", ConfigurationKeys.besides(key)));
            }
        }
        ConfigurationProperty property = failure.getProperty();
        if (property == null) {
            return failure.getName() + " must have keys under it";
        }
        return "%s is '%s' (%s); it must be %s"
                .formatted(
                        property.getName(),
                        property.getValue(),
                        where(property.getOrigin()),
                        expected(failure.getTarget().getType().resolve(Object.class)));
    }

    private static String where(@Nullable Origin stated) {
        Origin origin = stated instanceof PropertySourceOrigin wrapped ? wrapped.getOrigin() : stated;
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            return "line " + (text.getLocation().getLine() + 1);
        }
        return String.valueOf(origin);
    }

    private static String expected(Class<?> type) {
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Double.class) {
            return "a number such as 0.95";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a time such as 30s or 10m";
        }
        if (type == DataSize.class) {
            return "a size such as 500MB or 8GB";
        }
        return type == String.class ? "a text" : "a key with others under it";
    }
}
