package mx.abasto.common.lake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in the place of a night's datasets once they were pruned: a file beside its run.json, which stays, byte
 * for byte, as a link of the chain. All that it says follows from the run.json, so that it can be held against it.
 */
final class PrunedNight {
    static final String FILE_NAME = "pruned.json";

    private PrunedNight() {}

    static String text(Lake.Published night) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("pruned", night.folder());
        said.put("run_json_sha256", night.sha256());
        said.put("files", night.runJson().outputs().size());
        said.put("bytes", bytes(night));
        return RunJson.JSON.writeValueAsString(said) + "\n";
    }

    /** How many bytes its datasets had. */
    static long bytes(Lake.Published night) {
        return night.runJson().outputs().stream().mapToLong(RunJson.Item::bytes).sum();
    }
}
