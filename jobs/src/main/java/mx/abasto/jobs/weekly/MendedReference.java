package mx.abasto.jobs.weekly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.jobs.extract.ReferenceLanding;
import mx.abasto.jobs.run.StaleSteps;

/** Reference data that were mended since an earlier process read them for a week that it did not publish. */
final class MendedReference implements StaleSteps {
    private static final String GATHER = "gather";

    /** All steps: each stands on the reference data. The last first. */
    private static final List<String> STEPS = List.of("report", "restate", "suggest", "summarise", "inventory", GATHER);

    private final WeekRun run;

    MendedReference(WeekRun run) {
        this.run = requireNonNull(run, "run is null");
    }

    @Override
    public List<String> find() throws IOException {
        boolean isMended = run.work().isDone(GATHER)
                && StaleSteps.tell(
                        run,
                        "the reference data",
                        new ReferenceLanding(run.settings())
                                .changedSince(run.work().of(GATHER)));
        return isMended ? STEPS : List.of();
    }
}
