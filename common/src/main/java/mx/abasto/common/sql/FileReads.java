package mx.abasto.common.sql;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table functions by which the engine reads files: the only place that names one. A read takes the named files and
 * nothing else: no column is inferred from a folder that is called {@code key=value}, and a character that is a
 * wildcard to the engine stands for itself.
 */
public final class FileReads {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");
    private static final String NO_INFERENCE = "hive_partitioning = false";

    private FileReads() {}

    /** Reads Parquet files. */
    public static String parquet(List<Path> files) {
        return "read_parquet([%s], %s)".formatted(names(files), NO_INFERENCE);
    }

    /** As {@link #parquet}, with a further column {@code filename}. */
    static String namedParquet(List<Path> files) {
        return "read_parquet([%s], %s, filename = true)".formatted(names(files), NO_INFERENCE);
    }

    /** Reads what {@link StagedRows} wrote, as a dataset's columns. */
    static String staged(Dataset dataset, List<Path> files) {
        String columns = dataset.columns().stream()
                .map(column -> Session.literal(column.name()) + ": "
                        + Session.literal(column.type().sql()))
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                read_csv([%s], %s, columns = %s, auto_detect = false,
                header = false, delim = '\\t', quote = '', escape = '', new_line = '\\n', nullstr = '',
                max_line_size = 16777216, buffer_size = 67108864)
                """.formatted(names(files), NO_INFERENCE, columns);
    }

    /** What the engine's setting {@code allowed_paths} must list for these files: as they are read, and as they are. */
    static String allowed(List<Path> files) {
        return literals(files.stream()
                .map(Path::toString)
                .flatMap(file -> Stream.of(file, escaped(file)))
                .distinct()
                .toList());
    }

    private static String names(List<Path> files) {
        return literals(
                files.stream().map(Path::toString).map(FileReads::escaped).toList());
    }

    private static String literals(Collection<String> texts) {
        return texts.stream().map(Session::literal).collect(Collectors.joining(", "));
    }

    private static String escaped(String file) {
        return WILDCARD.matcher(file).replaceAll("[$0]");
    }
}
