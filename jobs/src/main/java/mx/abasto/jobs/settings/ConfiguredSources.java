package mx.abasto.jobs.settings;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.model.DatedAddress;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.FilePattern;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;
import mx.abasto.common.model.Source.Access;
import mx.abasto.common.model.Source.Limits;
import mx.abasto.jobs.settings.ConfigurationKeys.PullKeys;
import mx.abasto.jobs.settings.ConfigurationKeys.SourceKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** From the keys under {@code sources} to sources, values checked. */
final class ConfiguredSources {
    private static final LocalDate ANY_DAY = LocalDate.of(2025, 1, 20);

    private final ConfiguredPaths paths;
    private final Map<String, Profile> profiles;
    private final Limits defaults;
    private final Set<String> names = new HashSet<>();

    ConfiguredSources(ConfiguredPaths paths, Map<String, Profile> profiles, @Nullable PullKeys pull) {
        this.paths = paths;
        this.profiles = profiles;
        this.defaults = limits("abasto.pull", requireNonNullElse(pull, PullKeys.NONE), Limits.DEFAULT);
    }

    List<Source> of(@Nullable List<SourceKeys> keys) {
        if (keys == null || keys.isEmpty()) {
            throw paths.unusable("it names no abasto.sources: say where extracts come from");
        }
        return keys.stream().map(this::source).toList();
    }

    private Source source(SourceKeys keys) {
        String name = paths.required("sources[].name", keys.name());
        if (!names.add(name)) {
            throw paths.unusable("it has two sources of the name " + name + ": give each its own");
        }
        Profile profile = profile(name, requireNonNullElse(keys.profile(), Profile.CANONICAL_NAME));
        Source source = new Source(
                name,
                uri(name, paths.required("sources[].uri", keys.uri())),
                requireNonNullElse(keys.sites(), List.of()),
                profile,
                access(name, keys),
                requireNonNullElse(keys.names(), List.of()),
                queries(name, keys.queries()),
                limits("the source " + name, keys.pull(), defaults),
                requireNonNullElse(keys.cumulative(), false));
        requireDatedNames(source);
        requireQueries(source);
        return source;
    }

    private Profile profile(String source, String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw paths.unusable("the source %s has the profile %s, which is not known; there is %s"
                    .formatted(
                            source,
                            name,
                            String.join(
                                    ", ", profiles.keySet().stream().sorted().toList())));
        }
        return profile;
    }

    private String uri(String source, String uri) {
        if (uri.startsWith("jdbc:")) {
            return paths.filled("the uri of the source " + source, uri);
        }
        try {
            // An address with {date} is none yet; with a date in its place it must be.
            paths.place("sources[].uri", DatedAddress.on(uri, ANY_DAY));
        } catch (IllegalArgumentException noPattern) {
            throw paths.unusable("the uri of the source %s names a date pattern that is none: %s"
                    .formatted(source, noPattern.getMessage()));
        }
        String address = paths.address(uri);
        String server = address.replaceFirst("^([a-z0-9+.-]+://[^/]*).*", "$1");
        if (DatedAddress.isDated(server)) {
            throw paths.unusable("the uri of the source %s has a {date} in the name of its server; it may stand in the"
                            .formatted(source)
                    + " path only");
        }
        return address;
    }

    private Access access(String source, SourceKeys keys) {
        return new Access(
                filled(source, "user", keys.user()),
                secret(source, "password", keys.password(), keys.passwordFile()),
                file(source, "key-file", keys.keyFile()),
                secret(source, "passphrase", keys.passphrase(), keys.passphraseFile()),
                file(source, "known-hosts", keys.knownHosts()),
                keys.hostKey(),
                keys.driver());
    }

    private @Nullable Secret secret(String source, String key, @Nullable String text, @Nullable String file) {
        String stated = filled(source, key, text);
        if (stated != null) {
            return new Secret(stated);
        }
        Path path = file(source, key + "-file", file);
        try {
            return path == null
                    ? null
                    : new Secret(Files.readString(path, StandardCharsets.UTF_8).strip());
        } catch (IOException failure) {
            throw paths.unusable("the %s-file %s of the source %s cannot be read: %s"
                    .formatted(key, path, source, failure.getMessage()));
        }
    }

    private @Nullable String filled(String source, String key, @Nullable String text) {
        return text == null ? null : paths.filled("the %s of the source %s".formatted(key, source), text);
    }

    private @Nullable Path file(String source, String key, @Nullable String text) {
        Path path = text == null ? null : paths.local(text);
        if (path != null && !Files.isReadable(path)) {
            throw paths.unusable("the source %s names the %s %s, which cannot be read".formatted(source, key, path));
        }
        return path;
    }

    private Map<Extract, String> queries(String source, @Nullable Map<String, String> keys) {
        Map<Extract, String> queries = new EnumMap<>(Extract.class);
        requireNonNullElse(keys, Map.<String, String>of())
                .forEach((label, query) ->
                        queries.put(paths.extract("the queries of the source " + source, label), query));
        return queries;
    }

    private Limits limits(String where, PullKeys keys, Limits otherwise) {
        try {
            return new Limits(
                    requireNonNullElse(keys.timeLimit(), otherwise.time()),
                    requireNonNullElse(keys.silenceLimit(), otherwise.silence()),
                    requireNonNullElse(keys.settle(), otherwise.settle()),
                    requireNonNullElse(keys.attempts(), otherwise.attempts()),
                    requireNonNullElse(keys.retryWait(), otherwise.retryWait()),
                    requireNonNullElse(keys.sizeLimit(), DataSize.ofBytes(otherwise.fileBytesMax()))
                            .toBytes());
        } catch (IllegalArgumentException outOfBounds) {
            throw paths.unusable(where + ": " + outOfBounds.getMessage());
        }
    }

    /** A file whose name gives no night must lie in a folder that does. */
    private void requireDatedNames(Source source) {
        for (Map.Entry<Extract, FilePattern> pattern : source.profile().files().entrySet()) {
            boolean isDated = pattern.getValue().isDated() || DatedAddress.tellsDaysApart(source.uri());
            if (!isDated && !source.isDatabase()) {
                throw paths.unusable(
                        "the files of the source %s say for which night they are neither by name (files.%s: %s) nor by folder"
                                        .formatted(
                                                source.name(), pattern.getKey().label(), pattern.getValue())
                                + "; put {date} into its uri, or {date:yyyyMMdd} into the pattern");
            }
        }
    }

    private void requireQueries(Source source) {
        if (source.isDatabase() && source.queries().isEmpty()) {
            throw paths.unusable("the source %s is a database, but has no queries; there may be one for each of %s"
                    .formatted(
                            source.name(),
                            String.join(
                                    ", ",
                                    Arrays.stream(Extract.values())
                                            .map(Extract::label)
                                            .toList())));
        }
        if (!source.isDatabase() && !source.queries().isEmpty()) {
            throw paths.unusable(
                    "the source %s has queries, but is not a database: its uri begins with %s, not with jdbc:"
                            .formatted(
                                    source.name(),
                                    URI.create(DatedAddress.on(source.uri(), ANY_DAY))
                                            .getScheme()));
        }
    }
}
