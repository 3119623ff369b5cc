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
    private static final Pattern NOT_FILLED = Pattern.compile("\\$\\{([^}:]+)");

    /** The SQL engine takes a backslash for the end of a folder's name; nothing shows a control character. */
    private static final Pattern UNUSABLE = Pattern.compile("[\\\\\\p{Cntrl}]");

    /** The address of the job repository, which lies in the work folder, ends at a semicolon. */
    private static final Pattern UNUSABLE_IN_WORK = Pattern.compile("[;\\\\\\p{Cntrl}]");

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

    /** The work folder. */
    Path work(String path) {
        Path work = local(filled("abasto.work", path));
        requireUsable("abasto.work", work, UNUSABLE_IN_WORK);
        return work;
    }

    URI place(String key, String text) {
        String address = filled("abasto." + key, text);
        try {
            if (!hasScheme(address) || address.startsWith("file:")) {
                requireUsable("abasto." + key, local(address), UNUSABLE);
            }
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
        String mark = markOutside(text);
        String address = local(dates.replaceAll(mark)).toUri().toString();
        dates.reset();
        while (dates.find()) {
            address = address.replaceFirst(mark, Matcher.quoteReplacement(dates.group()));
        }
        return address;
    }

    /** What holds the place of a date while a path is made an address; no part of the path has it. */
    private String markOutside(String text) {
        String mark = "@date@";
        while (text.contains(mark) || file.toString().contains(mark)) {
            mark = "@" + mark;
        }
        return mark;
    }

    /** What is left of a place for an environment variable was not filled: the variable is not set. */
    String filled(String what, String text) {
        Matcher place = NOT_FILLED.matcher(text);
        if (place.find()) {
            throw unusable(
                    "%s is to come from the environment variable %s, which is not set".formatted(what, place.group(1)));
        }
        return text;
    }

    private void requireUsable(String key, Path path, Pattern unusable) {
        Matcher found = unusable.matcher(path.toString());
        if (found.find()) {
            int letter = found.group().codePointAt(0);
            String character = Character.isISOControl(letter) ? Character.getName(letter) : found.group();
            throw unusable(
                    "%s is the path '%s', which has the character %s, which no path here may have; use a folder of another name"
                            .formatted(key, path, character));
        }
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
