package mx.abasto.jobs.extract;

import java.io.IOException;
import java.nio.file.Path;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WorkDatasets;
import mx.abasto.common.sql.Session;

/** Gathers what a week needs besides its nights: the reference data, and what each site has to deliver. */
public final class GatherStep implements RunStep<WeekRun> {

    @Override
    public String name() {
        return "gather";
    }

    @Override
    public void run(WeekRun run, Path output) throws IOException {
        try (Session session = run.session()) {
            new ReferenceLanding(run.settings()).land(session, output);
            session.table(GatherStep.class, "night");
            session.write(GatherStep.class, WorkDatasets.EXPECTED_EXTRACTS, output);
        }
    }
}
