package mx.abasto.jobs.extract;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.TextDistance;

/** Why an expression of a profile cannot be used on a file, in words for who wrote it. */
final class ExpressionFault {
    private static final int COLUMNS_NAMED_MAX = 40;

    private static final Pattern NO_COLUMN = Pattern.compile("Referenced column \"(.*)\" not found");
    private static final Pattern NO_TABLE = Pattern.compile("Referenced table \"(.*)\" not found");
    private static final Pattern NO_FUNCTION = Pattern.compile("Function with name (\\S+) does not exist");
    private static final Pattern NO_TYPE = Pattern.compile("Type with name (\\S+) does not exist");
    private static final Pattern NO_SUCH_ARGUMENTS =
            Pattern.compile("No function matches the given name and argument types '(\\S+?)\\((.*)\\)'");
    private static final Pattern SEVERAL_ROWS = Pattern.compile("GROUP BY|aggregate|UNNEST", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGING = Pattern.compile("volatile", Pattern.CASE_INSENSITIVE);

    private final Profile profile;
    private final Extract extract;
    private final HeaderNames header;

    ExpressionFault(Profile profile, Extract extract, HeaderNames header) {
        this.profile = profile;
        this.extract = extract;
        this.header = header;
    }

    /**
     * What is wrong.
     *
     * @param column of the contract that the expression gives
     * @param engineWords what the engine says of it
     */
    UnreadableFileException of(String column, String sql, String engineWords) {
        return new UnreadableFileException(
                "the profile %s computes %s of %s by the sql '%s', which %s; the file has the columns %s"
                        .formatted(profile.name(), column, extract.label(), sql, problem(engineWords), columns()));
    }

    private String problem(String engineWords) {
        Matcher words = NO_COLUMN.matcher(engineWords);
        if (words.find()) {
            return "names the column %s, which the file does not have%s"
                    .formatted(words.group(1), meant(words.group(1)));
        }
        words = NO_TABLE.matcher(engineWords);
        if (words.find()) {
            return "names a table, %s, and there is none: write the column alone".formatted(words.group(1));
        }
        words = NO_FUNCTION.matcher(engineWords);
        if (words.find()) {
            return words.group(1).endsWith("__postfix")
                    ? "ends with %s and nothing behind it"
                            .formatted(words.group(1).replace("__postfix", ""))
                    : "calls the function %s, which there is not".formatted(words.group(1));
        }
        words = NO_TYPE.matcher(engineWords);
        if (words.find()) {
            return "names the type %s, which there is not; there are integer, decimal(14,4), date, varchar and others"
                    .formatted(words.group(1));
        }
        words = NO_SUCH_ARGUMENTS.matcher(engineWords);
        if (words.find()) {
            boolean isSign = !Character.isLetter(words.group(1).charAt(0));
            String fault = words.group(2).contains("VARCHAR") && isSign
                    ? "reckons with texts by %s: the columns of a file are texts; write cast(%s as integer)"
                            .formatted(words.group(1), anyColumn())
                    : "calls %s with what it does not take (%s)".formatted(words.group(1), words.group(2));
            return fault;
        }
        if (SEVERAL_ROWS.matcher(engineWords).find()) {
            return "looks beyond its row: only the columns of one row may be used, one value from each";
        }
        if (CHANGING.matcher(engineWords).find()) {
            return "gives another value each time: the same file must give the same rows on any day";
        }
        return "the SQL engine refuses: " + engineWords;
    }

    /** The column of the file that is nearest to a name, where one is near. */
    private String meant(String name) {
        return IntStream.range(0, header.width())
                .mapToObj(header::name)
                .map(String::strip)
                .filter(known -> TextDistance.between(name, known) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String known) -> TextDistance.between(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .map(" (%s is near)"::formatted)
                .orElse("");
    }

    private String anyColumn() {
        return header.width() == 0 ? "A" : quoted(header.name(0).strip());
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : '"' + name + '"';
    }

    private String columns() {
        List<String> names = IntStream.range(0, header.width())
                .mapToObj(cell -> header.name(cell).replaceAll("\\s+", " ").strip())
                .toList();
        String named = names.stream().limit(COLUMNS_NAMED_MAX).collect(Collectors.joining(", "));
        return names.size() > COLUMNS_NAMED_MAX
                ? "%s and %d more".formatted(named, names.size() - COLUMNS_NAMED_MAX)
                : named;
    }
}
