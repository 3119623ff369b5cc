package mx.abasto.jobs.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import mx.abasto.common.model.ExtractFileName;

/** The part of a file's name that a column gets (contract section 3, profiles). */
public final class FileNameParts {
    private FileNameParts() {}

    /**
     * Checks a part before any file is there.
     *
     * @throws IllegalArgumentException in plain words, if it is no part of a name
     */
    public static void check(String part) {
        if (!isNamed(part)) {
            try {
                if (Pattern.compile(part).matcher("").groupCount() == 0) {
                    throw new IllegalArgumentException(
                            "its file-name '%s' has no group; put what the column is to get between ( and ), or write who, date or seq"
                                    .formatted(part));
                }
            } catch (PatternSyntaxException failure) {
                throw new IllegalArgumentException(
                        "its file-name '%s' is no regular expression: %s; or write who, date or seq"
                                .formatted(part, failure.getDescription()),
                        failure);
            }
        }
    }

    private static boolean isNamed(String part) {
        return part.equals("who") || part.equals("date") || part.equals("seq");
    }

    /** The part of a name; empty if the name does not have it. */
    static String of(String part, ExtractFileName name) {
        switch (part) {
            case "who" -> {
                return name.who();
            }
            case "date" -> {
                return name.date().toString();
            }
            case "seq" -> {
                return Long.toString(name.seq());
            }
            default -> {
                Matcher matcher = Pattern.compile(part).matcher(name.name());
                String found = matcher.find() ? matcher.group(1) : null;
                return found == null ? "" : found;
            }
        }
    }
}
