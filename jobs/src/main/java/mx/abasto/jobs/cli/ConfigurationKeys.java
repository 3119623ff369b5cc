package mx.abasto.jobs.cli;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys of {@code abasto.yml} as they are written (contract section 3); what is absent is null. */
record ConfigurationKeys(
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
        @Nullable RepositoryKeys repository,
        @Nullable List<SourceKeys> sources) {

    /** The keys under {@code repository}. */
    record RepositoryKeys(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /** The keys of one of the {@code sources}. */
    record SourceKeys(
            @Nullable String name,
            @Nullable String uri,
            @Nullable String profile,
            @Nullable List<String> sites) {}

    /** The keys that may stand where a key stands, such as {@code abasto.sources[0].ur}. */
    static List<String> besides(String key) {
        Class<? extends Record> level = key.startsWith("abasto.sources")
                ? SourceKeys.class
                : key.startsWith("abasto.repository") ? RepositoryKeys.class : ConfigurationKeys.class;
        return Arrays.stream(level.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
