package mx.abasto.jobs.reconcile;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A rule's two files as they stand.
 *
 * @param place where they lie, such as a folder's path: what a refusal names them under
 */
record RuleText(String place, String code, String yml, String sql) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final List<String> KEYS = Arrays.stream(Rule.class.getRecordComponents())
            .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .filter(key -> !key.equals("sql"))
            .toList();

    /**
     * The rule that they describe. Whether its SQL runs is not looked at.
     *
     * @throws AbastoException (UNUSABLE) with the file, the line where it is known, and what is wrong
     */
    Rule rule() {
        Map<String, Integer> lineByKey = lineByKey();
        for (Map.Entry<String, Integer> key : lineByKey.entrySet()) {
            if (!KEYS.contains(key.getKey())) {
                throw unusable("yml", key.getValue(), unknown(key.getKey(), KEYS), null);
            }
        }
        Rule rule = parsed(lineByKey);
        if (!rule.rule().equals(code)) {
            throw unusable(
                    "yml", lineByKey.get("rule"), "it names the rule " + rule.rule() + ", unlike its file", null);
        }
        try {
            Explanation.requireFillable(rule);
        } catch (IllegalArgumentException failure) {
            throw unusable("yml", lineByKey.get("explanation"), String.valueOf(failure.getMessage()), failure);
        }
        return rule;
    }

    /** The keys at the description's top, and the line of each. */
    private Map<String, Integer> lineByKey() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        try (JsonParser parser = YAML.createParser(yml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().getNestingDepth() == 1) {
                    lines.put(
                            parser.currentName(), parser.currentTokenLocation().getLineNr());
                }
            }
            return lines;
        } catch (JacksonException failure) {
            throw unusable("yml", lineOf(failure), problem(failure), failure);
        }
    }

    private Rule parsed(Map<String, Integer> lineByKey) {
        try {
            Rule rule = YAML.readerFor(Rule.class)
                    .with(new InjectableValues.Std().addValue("sql", sql))
                    .readValue(yml);
            if (rule == null) {
                throw unusable("yml", null, "it is empty", null);
            }
            return rule;
        } catch (JacksonException failure) {
            // What lacks a key has ended by the time that it is seen.
            boolean isAtItsLine = !(failure.getCause() instanceof IllegalArgumentException);
            Integer line = failure.getPath().isEmpty()
                    ? null
                    : lineByKey.get(failure.getPath().get(0).getPropertyName());
            throw unusable("yml", isAtItsLine ? lineOf(failure) : line, problem(failure), failure);
        }
    }

    private static @Nullable Integer lineOf(JacksonException failure) {
        int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
        return line < 1 ? null : (Integer) line;
    }

    private static String unknown(String key, Collection<?> known) {
        return "%s is not a key that is known; there are %s"
                .formatted(key, known.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    private static String problem(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (failure instanceof InvalidFormatException misfit
                && misfit.getTargetType().isEnum()) {
            return "'%s' must be one of %s"
                    .formatted(
                            misfit.getValue(),
                            Arrays.stream(misfit.getTargetType().getEnumConstants())
                                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        String words = failure.getCause() instanceof IllegalArgumentException refusal
                ? refusal.getMessage()
                : failure.getOriginalMessage();
        // The lines that are indented show the place, which is known.
        return String.valueOf(words)
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    /** What to throw when one of the two cannot be used. */
    AbastoException unusable(String extension, @Nullable Integer line, String problem, @Nullable Throwable cause) {
        String message = "The rule file %s/%s.%s cannot be used%s: %s. Correct it and run the same command again."
                .formatted(place, code, extension, line == null ? "" : " (line " + line + ")", problem);
        return cause == null ? AbastoException.unusable(message) : AbastoException.unusable(message, cause);
    }
}
