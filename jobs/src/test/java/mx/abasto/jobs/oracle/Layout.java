package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one extract is found in the files of a profile (contract section 3, `profiles`).
 *
 * @param prefix the pattern of its files is {@code prefix_{who}_{date:yyyyMMdd}.csv}
 * @param headers by contract column; a column that is not named has the header of its own name
 * @param constants by contract column
 * @param lookups by contract column: the file in the reference folder that its texts are looked up in
 */
public record Layout(
        String extract,
        String prefix,
        Map<String, String> headers,
        Map<String, String> constants,
        Map<String, String> lookups) {

    static final Layout PLAIN = new Layout("", "", Map.of(), Map.of(), Map.of());
    private static final Pattern NAME = Pattern.compile("([a-z]+)_([A-Za-z0-9-]+)_(\\d{8})\\.csv");

    public Layout {
        headers = Map.copyOf(headers);
        constants = Map.copyOf(constants);
        lookups = Map.copyOf(lookups);
    }

    String header(String column) {
        return headers.getOrDefault(column, column);
    }

    Optional<FileName> name(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        return matcher.matches() && matcher.group(1).equals(prefix)
                ? FileName.of(fileName, extract, matcher.group(2), matcher.group(3), "")
                : Optional.empty();
    }

    /** What the profile says of its columns in {@code abasto.yml}. */
    List<String> columnsInYaml() {
        List<String> lines = new ArrayList<>();
        headers.forEach((column, header) -> {
            String lookup = lookups.get(column);
            lines.add(column + ": " + (lookup == null ? header : "{ lookup: " + lookup + ", from: " + header + " }"));
        });
        constants.forEach((column, value) -> lines.add(column + ": { value: " + value + " }"));
        Collections.sort(lines);
        return lines;
    }
}
