package mx.abasto.jobs.settings;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;
import mx.abasto.common.model.FilePattern;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Profile.NumberFormat;
import mx.abasto.common.model.Profile.RepeatedCounts;
import mx.abasto.jobs.extract.DateForms;
import mx.abasto.jobs.extract.FileNameParts;
import mx.abasto.jobs.extract.RowExpression;
import mx.abasto.jobs.settings.ConfigurationKeys.ProfileKeys;
import org.jspecify.annotations.Nullable;

/** From the keys under {@code profiles} to profiles, values checked. */
final class ConfiguredProfiles {
    private final ConfiguredPaths paths;

    ConfiguredProfiles(ConfiguredPaths paths) {
        this.paths = paths;
    }

    /** All profiles by name, the contract's own among them. */
    Map<String, Profile> of(@Nullable Map<String, ProfileKeys> keys) {
        Map<String, Profile> profiles = new TreeMap<>();
        profiles.put(Profile.CANONICAL_NAME, Profile.CANONICAL);
        requireNonNullElse(keys, Map.<String, ProfileKeys>of()).forEach((name, profile) -> {
            if (profiles.put(name, profile(name, profile)) != null) {
                throw paths.unusable("the profile " + name + " is the contract's own and cannot be another;"
                        + " give yours another name");
            }
        });
        return profiles;
    }

    private Profile profile(String name, ProfileKeys keys) {
        try {
            return new Profile(
                    name,
                    charset(requireNonNullElse(keys.charset(), "UTF-8")),
                    character("delimiter", requireNonNullElse(keys.delimiter(), ",")),
                    character("quote", requireNonNullElse(keys.quote(), "\"")),
                    dateFormats(requireNonNullElse(keys.dateFormats(), Profile.CANONICAL.dateFormats())),
                    numbers(keys.thousands(), keys.decimal()),
                    new HashSet<>(requireNonNullElse(keys.nulls(), List.of())),
                    files(name, keys.files()),
                    columns(name, keys.columns()),
                    repeated(requireNonNullElse(keys.repeated(), "conflict")));
        } catch (IllegalArgumentException outOfBounds) {
            throw paths.unusable("the profile " + name + ": " + outOfBounds.getMessage());
        }
    }

    private static List<String> dateFormats(List<String> patterns) {
        DateForms.of(patterns); // refuses those that give no date
        return patterns;
    }

    private static RepeatedCounts repeated(String word) {
        return switch (word) {
            case "conflict" -> RepeatedCounts.CONFLICT;
            case "add" -> RepeatedCounts.ADD;
            default ->
                throw new IllegalArgumentException(
                        "its repeated is '%s'; it must be conflict, or add if rows of one cell in one count are to be added"
                                .formatted(word));
        };
    }

    private static Charset charset(String name) {
        if (name.equalsIgnoreCase("utf-8")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "its charset is '%s', which is not known; there are, among others, UTF-8, windows-1252, ISO-8859-1, UTF-16LE, IBM850"
                            .formatted(name),
                    unknown);
        }
    }

    private static char character(String key, String text) {
        String plain = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
        if (plain.length() != 1) {
            throw new IllegalArgumentException("its %s is '%s'; it must be one character, or tab".formatted(key, text));
        }
        return plain.charAt(0);
    }

    /** A foreign export writes {@code 1,200.00} unless it says otherwise; an empty sign means that there is none. */
    private static NumberFormat numbers(@Nullable String thousands, @Nullable String decimal) {
        return new NumberFormat(
                sign("thousands", thousands, NumberFormat.MEXICAN.thousands()),
                sign("decimal", decimal, NumberFormat.MEXICAN.decimal()));
    }

    private static @Nullable Character sign(String key, @Nullable String text, @Nullable Character otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.isEmpty()) {
            return null;
        }
        char character = character(key, text);
        if (Character.isLetterOrDigit(character) || character == '-' || character == '+') {
            throw new IllegalArgumentException(
                    "its %s is '%s'; it must be a sign such as a point or a comma".formatted(key, text));
        }
        return character;
    }

    private Map<Extract, FilePattern> files(String name, @Nullable Map<String, String> keys) {
        Map<Extract, FilePattern> files = new EnumMap<>(Extract.class);
        requireNonNullElse(keys, Map.<String, String>of())
                .forEach((label, pattern) -> files.put(
                        paths.extract("the files of the profile " + name, label),
                        at("files." + label, () -> FilePattern.of(pattern))));
        return files;
    }

    /** What a key says; a refusal names the key. */
    private static <T> T at(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refusal) {
            throw new IllegalArgumentException(key + ": " + refusal.getMessage(), refusal);
        }
    }

    private Map<Extract, Map<String, ColumnOrigin>> columns(
            String name, @Nullable Map<String, Map<String, Object>> keys) {
        Map<Extract, Map<String, ColumnOrigin>> columns = new EnumMap<>(Extract.class);
        requireNonNullElse(keys, Map.<String, Map<String, Object>>of()).forEach((label, origins) -> {
            Extract extract = paths.extract("the columns of the profile " + name, label);
            Map<String, ColumnOrigin> ofExtract = new HashMap<>();
            origins.forEach((column, stated) -> ofExtract.put(
                    columnOf(extract, column),
                    at("columns.%s.%s".formatted(label, column), () -> origin(column, stated))));
            columns.put(extract, Map.copyOf(ofExtract));
        });
        return columns;
    }

    /** Environment variables know no underscore within a name, so it does not count. */
    private static String columnOf(Extract extract, String column) {
        for (ExtractColumn known : extract.columns()) {
            if (plain(known.name()).equals(plain(column))) {
                return known.name();
            }
        }
        throw new IllegalArgumentException("%s has no column %s; there are %s"
                .formatted(
                        extract.label(),
                        column,
                        String.join(
                                ", ",
                                extract.columns().stream()
                                        .map(ExtractColumn::name)
                                        .toList())));
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "");
    }

    private static ColumnOrigin origin(String column, Object stated) {
        if (!(stated instanceof Map<?, ?> keys)) {
            return new ColumnOrigin.Header(String.valueOf(stated));
        }
        Map<String, String> texts = new HashMap<>();
        keys.forEach((key, text) -> texts.put(plain(String.valueOf(key)), String.valueOf(text)));
        String from = texts.remove("from");
        if (texts.size() == 1 && (from != null) == texts.containsKey("lookup")) {
            Map.Entry<String, String> only = texts.entrySet().iterator().next();
            ColumnOrigin origin = origin(only.getKey(), only.getValue(), String.valueOf(from));
            if (origin != null) {
                return origin;
            }
        }
        throw new IllegalArgumentException("its column " + column + " must be the name of a header, or one of"
                + " { value: TEXT }, { lookup: FILE, from: HEADER }, { row-number: true },"
                + " { file-name: who, date, seq or a regular expression }, { sql: EXPRESSION }");
    }

    private static @Nullable ColumnOrigin origin(String kind, String text, String from) {
        return switch (kind) {
            case "header" -> new ColumnOrigin.Header(text);
            case "value" -> new ColumnOrigin.Constant(text);
            case "lookup" -> new ColumnOrigin.Lookup(lookupFile(text), from);
            case "rownumber" -> text.equals("true") ? new ColumnOrigin.RowNumber() : null;
            case "filename" -> {
                FileNameParts.check(text);
                yield new ColumnOrigin.FileNamePart(text);
            }
            case "sql" -> new ColumnOrigin.Expression(RowExpression.of(text).sql());
            default -> null;
        };
    }

    /** Named from the reference folder or the configuration's own, and never out of them. */
    private static String lookupFile(String name) {
        if (name.isBlank() || name.startsWith("/") || name.contains("..") || name.contains(":")) {
            throw new IllegalArgumentException(
                    "its lookup '%s' must be the name of a file in the reference folder or beside abasto.yml"
                            .formatted(name));
        }
        return name;
    }
}
