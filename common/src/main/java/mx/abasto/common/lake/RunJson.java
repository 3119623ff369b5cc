package mx.abasto.common.lake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of a published run (contract section 5, run.json). All but {@link Ran} is a function of the inputs.
 *
 * @param kind {@code nightly} or {@code weekly}
 * @param businessDate the night, of a nightly run
 * @param week such as {@code 2025-W03}, of a weekly run
 * @param ruleVersions rule code to version
 * @param conditionRules the codes of those rules whose findings last until they are resolved; of a nightly run
 * @param previousSha256 the hash of the run.json before it, without its {@code ran}; null for a lake's first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunJson(
        String runId,
        String kind,
        @Nullable String businessDate,
        @Nullable String week,
        @Nullable Integer revision,
        String codeVersion,
        SortedMap<String, Integer> ruleVersions,
        @Nullable SortedSet<String> conditionRules,
        List<Item> inputs,
        List<Item> outputs,
        Proof proof,
        @Nullable String previousSha256,
        @Nullable Ran ran) {

    /** A file that went in or came out. {@code path} is relative: to its source, or to the run's folder. */
    public record Item(String path, long bytes, String sha256, long rows) {}

    /**
     * What was proved before publishing.
     *
     * @param rowsRead of tonight's extracts; equals accepted + quarantined + duplicates. A week reads none
     * @param claves one per clave with a balance or a movement; of a week, one per clave of its inventory
     * @param checks of a week, what was found to hold on every row of its datasets; null of a night
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proof(
            long rowsRead,
            long accepted,
            long quarantined,
            long duplicates,
            List<Conservation> claves,
            @Nullable List<Check> checks) {

        /** A night's. */
        public static Proof ofNight(
                long rowsRead, long accepted, long quarantined, long duplicates, List<Conservation> claves) {
            return new Proof(rowsRead, accepted, quarantined, duplicates, claves, null);
        }

        /** A week's. */
        public static Proof ofWeek(List<Conservation> claves, List<Check> checks) {
            return new Proof(0, 0, 0, 0, claves, checks);
        }
    }

    /** What holds on every row of a dataset of a week: the dataset, the claim, and how many rows it was tried on. */
    public record Check(String dataset, String claim, long rows) {}

    /** Per clave over all sites: opening + inflow − outflow = book; residual is what is left over, and is 0. */
    public record Conservation(String clave, long opening, long inflow, long outflow, long book, long residual) {}

    /** The wall clock's part. */
    public record Ran(Instant startedAt, Instant publishedAt) {}

    static final String FILE_NAME = "run.json";

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Its text, {@code ran} included, and in it the seal ({@link RunJsonText}). */
    public String toJson() {
        return RunJsonText.sealed(JSON.writeValueAsString(this));
    }

    /**
     * Reads a run.json; whether it is as it was published, {@link RunJsonText} says.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static RunJson parse(String text) {
        try {
            return JSON.readValue(text, RunJson.class);
        } catch (JacksonException failure) {
            throw new IllegalArgumentException("not a run.json: " + failure.getOriginalMessage(), failure);
        }
    }

    /** The outputs of one dataset. */
    public List<Item> outputsOf(String dataset) {
        return outputs.stream()
                .filter(item -> item.path().startsWith(dataset + "/"))
                .toList();
    }
}
