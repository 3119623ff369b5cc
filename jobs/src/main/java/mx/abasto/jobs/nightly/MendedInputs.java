package mx.abasto.jobs.nightly;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.extract.LandStep;
import mx.abasto.jobs.extract.ReferenceLanding;
import mx.abasto.jobs.pull.PullStep;
import mx.abasto.jobs.pull.PulledOffers;
import mx.abasto.jobs.run.StaleSteps;

/**
 * What was mended since an earlier process read it for a night that it did not publish: files of sources, reference data
 * and lookup files. A night whose inputs are the same goes on with what it has.
 */
final class MendedInputs implements StaleSteps {
    /** The steps that stand on what was pulled and on the reference data, the last first. */
    private static final List<String> AFTER_THE_PULL =
            List.of("track", "reconcile", "balance", "post", "accept", LandStep.NAME);

    private final NightRun run;

    MendedInputs(NightRun run) {
        this.run = requireNonNull(run, "run is null");
    }

    @Override
    public List<String> find() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Source source : run.settings().sources()) {
            if (StaleSteps.tell(run, "the source " + source.name(), PulledOffers.changedSince(run, source))) {
                stale.add(PullStep.nameOf(source));
            }
        }
        if (isReferenceMended() || !stale.isEmpty()) {
            stale.addAll(0, AFTER_THE_PULL);
        }
        return stale;
    }

    private boolean isReferenceMended() throws IOException {
        return run.work().isDone(LandStep.NAME)
                && StaleSteps.tell(
                        run,
                        "the reference data",
                        new ReferenceLanding(run.settings())
                                .changedSince(run.work().of(LandStep.NAME)));
    }
}
