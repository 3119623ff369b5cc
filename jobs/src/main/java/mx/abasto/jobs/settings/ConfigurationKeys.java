package mx.abasto.jobs.settings;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The keys of {@code abasto.yml} as they are written (contract section 3); what is absent is null. */
public record ConfigurationKeys(
        @Nullable String lake,
        @Nullable String work,
        @Nullable String reference,
        @Nullable Integer transitDays,
        @Nullable Integer graceDays,
        @Nullable Integer lookbackDays,
        @Nullable Integer correctionWindowNights,
        @Nullable Integer retireDays,
        @Nullable String memory,
        @Nullable Integer threads,
        @Nullable String language,
        @Nullable RepositoryKeys repository,
        @Nullable PullKeys pull,
        @Nullable RuleKeys rules,
        @Nullable List<SourceKeys> sources,
        @Nullable Map<String, ProfileKeys> profiles) {

    /** The keys under {@code repository}. */
    record RepositoryKeys(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /** The keys under {@code pull}: limits of every source that does not set its own. */
    record PullKeys(
            @Nullable Duration timeLimit,
            @Nullable Duration silenceLimit,
            @Nullable DataSize sizeLimit,
            @Nullable Duration settle,
            @Nullable Integer attempts,
            @Nullable Duration retryWait) {
        static final PullKeys NONE = new PullKeys(null, null, null, null, null, null);
    }

    /** The keys under {@code rules}. */
    record RuleKeys(@Nullable String extra) {}

    /** The keys of one of the {@code sources}. */
    record SourceKeys(
            @Nullable String name,
            @Nullable String uri,
            @Nullable String profile,
            @Nullable List<String> sites,
            @Nullable List<String> names,
            @Nullable Map<String, String> queries,
            @Nullable String user,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable String keyFile,
            @Nullable String passphrase,
            @Nullable String passphraseFile,
            @Nullable String knownHosts,
            @Nullable String hostKey,
            @Nullable String driver,
            @Nullable Duration timeLimit,
            @Nullable Duration silenceLimit,
            @Nullable DataSize sizeLimit,
            @Nullable Duration settle,
            @Nullable Integer attempts,
            @Nullable Duration retryWait) {
        PullKeys pull() {
            return new PullKeys(timeLimit, silenceLimit, sizeLimit, settle, attempts, retryWait);
        }
    }

    /** The keys of one of the {@code profiles}. */
    record ProfileKeys(
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable List<String> dateFormats,
            @Nullable String thousands,
            @Nullable String decimal,
            @Nullable List<String> nulls,
            @Nullable Map<String, String> files,
            @Nullable Map<String, Map<String, Object>> columns) {}

    /** Whether none of the keys is there that no configuration can do without. */
    boolean namesNoPlace() {
        return lake == null && work == null && reference == null && sources == null;
    }

    /** The keys that may stand where a key stands, such as {@code abasto.sources[0].ur}. */
    static List<String> besides(String key) {
        return Arrays.stream(levelOf(key).getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Class<? extends Record> levelOf(String key) {
        if (key.startsWith("abasto.sources")) {
            return SourceKeys.class;
        }
        if (key.startsWith("abasto.profiles.")) {
            return ProfileKeys.class;
        }
        if (key.startsWith("abasto.pull")) {
            return PullKeys.class;
        }
        if (key.startsWith("abasto.rules")) {
            return RuleKeys.class;
        }
        return key.startsWith("abasto.repository") ? RepositoryKeys.class : ConfigurationKeys.class;
    }
}
