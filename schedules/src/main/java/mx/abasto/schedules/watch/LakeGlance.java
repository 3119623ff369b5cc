package mx.abasto.schedules.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.abasto.schedules.alert.Alert.Kind;

/**
 * What a lake looked like at a moment.
 *
 * @param problem why it could not be read, if it could not; all that follows is then empty
 * @param lastNight the last published night, if there is one
 * @param holder who runs jobs on it, if someone does; asked of the job repository
 * @param alerts how many stand, by kind
 */
record LakeGlance(
        Instant at,
        Optional<String> problem,
        Optional<LastNight> lastNight,
        Optional<Holder> holder,
        Map<Kind, Integer> alerts) {

    /** @param sha256 of its run.json: the head of the chain */
    record LastNight(
            LocalDate night, String runId, String sha256, List<ExtractRows> extracts, List<Findings> findings) {}

    /** The rows of an extract's files of a night, and how many of them could not be read. */
    record ExtractRows(String extract, long rows, long rejected) {}

    /** The discrepancies of a rule and severity that are open. */
    record Findings(String rule, String severity, long count) {}

    /** Who holds the lake, and since when. */
    record Holder(String name, Instant since) {}
}
