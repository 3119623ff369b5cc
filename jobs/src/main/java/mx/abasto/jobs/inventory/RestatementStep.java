package mx.abasto.jobs.inventory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunStep;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Session;

/**
 * Says which figures of this week and of those before it would be others by event date, with all nights that are
 * published now ({@link WeeklyDatasets#RESTATEMENT}). Published figures are by posting night; so only movements posted
 * in another week than they happened in part the two.
 */
public final class RestatementStep implements RunStep<WeekRun> {
    @Override
    public String name() {
        return "restate";
    }

    @Override
    public void run(WeekRun run, Path output) {
        LocalDate first = run.week().minusWeeks(WeekRun.RESTATED).start();
        List<LocalDate> nights = run.lake().nights();
        LocalDate known = nights.get(nights.size() - 1);
        List<IsoWeek> weeks = new ArrayList<>(run.restatedWeeks());
        weeks.add(run.week());
        List<Path> published = new ArrayList<>(run.files(WeeklyDatasets.KEY_INVENTORY, run.restatedWeeks()));
        published.addAll(run.work().files(WeeklyDatasets.KEY_INVENTORY));
        try (Session session = run.session()) {
            session.run("known", "create table known as select date '%s' as known_on".formatted(known));
            session.view("published_inventory", WeeklyDatasets.KEY_INVENTORY, published);
            new WeekNights(session, run).view("known_movements", NightlyDatasets.MOVEMENTS, first, known);
            restate(session, weeks);
            session.writeRelation(WeeklyDatasets.RESTATEMENT.name(), WeeklyDatasets.RESTATEMENT, output);
        }
    }

    /** Fills the table {@code restatement}, week by week: of all of them, the lists of movements might not fit in memory. */
    static void restate(Session session, List<IsoWeek> weeks) {
        session.table(RestatementStep.class, "restated_weeks");
        session.table(RestatementStep.class, "shifted_movements");
        session.table(RestatementStep.class, "restated_effects");
        session.view(WeeklyDatasets.RESTATEMENT, List.of());
        for (IsoWeek week : weeks) {
            session.run(
                    "restated_week",
                    "create or replace table restated_week as select * from restated_weeks where week = '%s'"
                            .formatted(week));
            session.table(RestatementStep.class, "restated_cells");
            session.view(RestatementStep.class, "week_restatement");
            session.run(
                    "restatement",
                    "insert into restatement select %s from week_restatement"
                            .formatted(WeeklyDatasets.RESTATEMENT.conformingColumns()));
        }
    }
}
