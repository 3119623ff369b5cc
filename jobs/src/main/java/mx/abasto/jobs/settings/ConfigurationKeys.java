package mx.abasto.jobs.settings;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The keys of {@code abasto.yml} as they are written (contract section 3); what is absent is null. The scheduler's stand
 * among them, as one file serves both; it checks what they say, and what stands under {@code alerts}.
 */
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
        @Nullable Map<String, ProfileKeys> profiles,
        @Nullable List<ScheduleKeys> schedules,
        @Nullable RetryKeys retries,
        @Nullable Map<String, Object> alerts,
        @Nullable Integer keepNights,
        @Nullable String spill,
        @Nullable ServerKeys server) {

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
            @Nullable Boolean cumulative,
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
            @Nullable Map<String, Map<String, Object>> columns,
            @Nullable String repeated) {}

    /** The keys of one of the {@code schedules}. */
    public record ScheduleKeys(
            @Nullable String name,
            @Nullable String job,
            @Nullable String cron,
            @Nullable String zone,
            @Nullable Integer dateOffsetDays,
            @Nullable String from,
            @Nullable String misfire,
            @Nullable List<String> leaveOut,
            @Nullable String waitUntil,
            @Nullable Double waitShare,
            @Nullable String deadline) {}

    /** The keys under {@code retries}. */
    public record RetryKeys(
            @Nullable Integer attempts,
            @Nullable Duration firstWait,
            @Nullable Duration longestWait) {}

    /** The keys under {@code server}. */
    public record ServerKeys(
            @Nullable Integer port, @Nullable String address) {}

    private static final Map<String, Class<? extends Record>> LEVELS = Map.of(
            "sources", SourceKeys.class,
            "profiles.", ProfileKeys.class,
            "pull", PullKeys.class,
            "rules", RuleKeys.class,
            "schedules", ScheduleKeys.class,
            "retries", RetryKeys.class,
            "server", ServerKeys.class,
            "repository", RepositoryKeys.class);

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
        return LEVELS.entrySet().stream()
                .filter(level -> key.startsWith("abasto." + level.getKey()))
                .<Class<? extends Record>>map(Map.Entry::getValue)
                .findFirst()
                .orElse(ConfigurationKeys.class);
    }
}
