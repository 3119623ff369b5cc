package mx.abasto.jobs.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Extract;
import org.jspecify.annotations.Nullable;

/** Paths and addresses of a configuration, seen from its own folder, and how it is refused. */
final class ConfiguredPaths {
    private static final Pattern DATE = Pattern.compile("\\{date(:[^}]+)?}");

    private final Path file;

    ConfiguredPaths(Path file) {
        this.file = file;
    }

    /** The folder of the configuration. */
    Path folder() {
        return file.resolveSibling("").normalize();
    }

    Path local(String path) {
        return path.startsWith("file:")
                ? Path.of(URI.create(path))
                : file.resolveSibling(path).normalize();
    }

    URI place(String key, String address) {
        try {
            return URI.create(address(address));
        } catch (IllegalArgumentException failure) {
            throw ConfigurationFile.unusable(
                    file, "abasto.%s is '%s', which is no address".formatted(key, address), failure);
        }
    }

    /**
     * An address, or a path relative to the configuration's folder as one; places for a date stay as they are. Without
     * a slash at its end, which Java gives to folders that exist: a place is called the same before and after it is
     * made.
     */
    String address(String text) {
        String address = hasScheme(text) ? text : addressOfPath(text);
        return address.replaceFirst("(?<=[^/:])/+$", "");
    }

    private String addressOfPath(String text) {
        Matcher dates = DATE.matcher(text);
        String address = local(dates.replaceAll("@date@")).toUri().toString();
        dates.reset();
        while (dates.find()) {
            address = address.replaceFirst("@date@", Matcher.quoteReplacement(dates.group()));
        }
        return address;
    }

    private static boolean hasScheme(String address) {
        return address.matches("[a-z][a-z0-9+.-]+:.*");
    }

    String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw unusable("it has no abasto." + key);
        }
        return value;
    }

    /** The extract of a label, as a key that {@code where} has. */
    Extract extract(String where, String label) {
        return Extract.labelled(label)
                .orElseThrow(() -> unusable("%s name the extract %s, which is not known; there are %s"
                        .formatted(
                                where,
                                label,
                                String.join(
                                        ", ",
                                        Arrays.stream(Extract.values())
                                                .map(Extract::label)
                                                .toList()))));
    }

    AbastoException unusable(String problem) {
        return ConfigurationFile.unusable(file, problem, null);
    }
}
