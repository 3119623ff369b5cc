package mx.abasto.common.files;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/**
 * The character set that this process names files in. Java takes it from the locale; under {@code LANG=C} it is ASCII, and
 * a folder with an {@code ñ} cannot be named.
 */
public final class FileNameCharset {
    private static final String PROPERTY = "sun.jnu.encoding";
    private static final char UNREADABLE = '\uFFFD';

    private FileNameCharset() {}

    /** Why one of these paths, as this process was told them, cannot be used, and what to do; empty if all can. */
    public static Optional<String> problemOf(List<String> paths) {
        return paths.stream()
                .filter(path -> path.indexOf(UNREADABLE) >= 0 && !isComplete())
                .findFirst()
                .map(FileNameCharset::problemOf);
    }

    /** What to say of a path that cannot be named, and what to do. */
    public static String problemOf(InvalidPathException failure) {
        return isComplete()
                ? "'%s' is no path: %s. Correct it and run the same command again."
                        .formatted(failure.getInput(), failure.getReason())
                : problemOf(failure.getInput());
    }

    private static String problemOf(String path) {
        return ("'%s' has characters that this process cannot name files with: its locale names them in %s. Set the"
                        + " environment variable LC_ALL to a locale of UTF-8, such as C.UTF-8, and run the same command"
                        + " again.")
                .formatted(path, System.getProperty(PROPERTY));
    }

    /** Whether every character can be in a file's name. */
    private static boolean isComplete() {
        String name = System.getProperty(PROPERTY, "UTF-8");
        return Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode("ñ你\uD83D\uDC8A");
    }
}
