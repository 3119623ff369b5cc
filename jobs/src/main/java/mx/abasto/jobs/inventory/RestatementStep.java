package mx.abasto.jobs.inventory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.sql.Session;

/**
 * Says which figures of this week and of those before it would be others by event date, with all nights that are
 * published now ({@link WeeklyDatasets#RESTATEMENT}). Published figures are by posting night; so only movements posted
 * in another week than they happened in part the two.
 */
public final class RestatementStep implements RunStep<WeekRun> {
    static final List<String> PARTS =
            List.of("restated_weeks", "shifted_movements", "restated_cells", "published_cells");

    @Override
    public String name() {
        return "restate";
    }

    @Override
    public void run(WeekRun run, Path output) {
        LocalDate first = run.week().minusWeeks(WeekRun.RESTATED).start();
        List<LocalDate> nights = run.lake().nights();
        LocalDate known = nights.get(nights.size() - 1);
        List<Path> published = new ArrayList<>(run.files(WeeklyDatasets.KEY_INVENTORY, run.restatedWeeks()));
        published.addAll(run.work().files(WeeklyDatasets.KEY_INVENTORY));
        try (Session session = run.session()) {
            session.run("known", "create table known as select date '%s' as known_on".formatted(known));
            session.view("published_inventory", WeeklyDatasets.KEY_INVENTORY, published);
            new WeekNights(session, run).view("known_movements", NightlyDatasets.MOVEMENTS, first, known);
            PARTS.forEach(part -> session.table(RestatementStep.class, part));
            session.write(RestatementStep.class, WeeklyDatasets.RESTATEMENT, output);
        }
    }
}
