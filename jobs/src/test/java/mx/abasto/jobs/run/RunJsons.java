package mx.abasto.jobs.run;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import mx.abasto.common.lake.RunJson;

/** Manifests for tests that publish nothing of interest. */
final class RunJsons {
    private RunJsons() {}

    static RunJson ofOutputs(List<RunJson.Item> outputs) {
        return new RunJson(
                "0123456789abcdef",
                "nightly",
                "2025-01-06",
                null,
                null,
                "development",
                new TreeMap<>(),
                List.of(),
                outputs,
                RunJson.Proof.ofNight(0, 0, 0, 0, List.of()),
                null,
                new RunJson.Ran(Instant.EPOCH, Instant.EPOCH));
    }
}
