package mx.abasto.schedules.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that Prometheus reads (format 0.0.4), read as strictly as {@code promtool check metrics} does: every sample
 * belongs to a metric with HELP and TYPE before it, no metric is interrupted, no sample comes twice, names are legal,
 * counters end with _total and nothing else does, units are base units.
 */
final class Exposition {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");
    private static final Pattern NOT_BASE_UNIT = Pattern.compile(
            "(^|.*_)(milliseconds|minutes|hours|days|weeks|kilobytes|megabytes|bits|percent|ms)(_.*|$)");

    private final Map<String, String> helps = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Double> samples = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private String current = "";

    private Exposition() {}

    /** Reads a text; what is wrong with it fails with the line. */
    static Exposition parse(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the text does not end with a line's end");
        }
        Exposition exposition = new Exposition();
        for (String line : text.split("\n")) {
            if (line.startsWith("#")) {
                exposition.comment(line);
            } else {
                exposition.sample(line);
            }
        }
        return exposition;
    }

    private void comment(String line) {
        Matcher comment = COMMENT.matcher(line);
        require(comment.matches(), "no HELP and no TYPE", line);
        String name = comment.group(2);
        begin(name, line);
        Map<String, String> known = comment.group(1).equals("HELP") ? helps : types;
        require(known.put(name, comment.group(3)) == null, "twice", line);
        if (comment.group(1).equals("TYPE")) {
            String type = comment.group(3);
            require(TYPES.contains(type), "no type", line);
            require(type.equals("counter") == name.endsWith("_total"), "_total is for counters", line);
            require(!NOT_BASE_UNIT.matcher(name).matches(), "no base unit", line);
        }
    }

    private void begin(String name, String line) {
        if (!name.equals(current)) {
            ended.add(current);
            current = name;
            require(!ended.contains(name), "interrupted", line);
        }
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), "no sample", line);
        String name = sample.group(1);
        String family = family(name);
        begin(family, line);
        require(helps.containsKey(family) && types.containsKey(family), "HELP and TYPE come before", line);
        String labels = sample.group(2) == null ? "" : String.join(",", labels(sample.group(2), line));
        double value = Double.parseDouble(sample.group(3).replace("+Inf", "Infinity"));
        require(samples.put(labels.isEmpty() ? name : name + "{" + labels + "}", value) == null, "twice", line);
    }

    /** Of a summary or histogram, its count, sum and buckets belong to it. */
    private String family(String name) {
        String stem = name.replaceFirst("_(count|sum|bucket)$", "");
        String type = types.getOrDefault(stem, "");
        return type.equals("summary") || type.equals("histogram") ? stem : name;
    }

    private static List<String> labels(String text, String line) {
        List<String> labels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (label.find() && label.start() == end) {
            require(names.add(label.group(1)), "a label twice", line);
            labels.add(label.group(1) + "=" + label.group(2));
            end = label.end();
        }
        require(end == text.length(), "no labels", line);
        return labels;
    }

    private static void require(boolean holds, String problem, String line) {
        if (!holds) {
            throw new AssertionError(problem + ": " + line);
        }
    }

    /** The samples, as {@code name{label=value}}. */
    Map<String, Double> samples() {
        return samples;
    }
}
