package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.jobs.context.Arrivals;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.context.Preflight;
import mx.abasto.schedules.due.LakeJobs;
import mx.abasto.schedules.due.LakeState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of this process. */
final class OpenedJobs implements LakeJobs {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedJobs.class);

    private final JobContext jobs;
    private final Arrivals arrivals;

    OpenedJobs(JobContext jobs) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.arrivals = new Arrivals(jobs.runs().settings(), jobs.runs().lake());
    }

    @Override
    public LakeState lake() {
        return LakeState.of(jobs.runs().lake());
    }

    @Override
    public boolean isLeftToEnd() {
        LakeState lake = lake();
        List<IsoWeek> weeks = lake.weeks().stream().sorted().toList();
        return lake.nights().stream()
                        .reduce((earlier, later) -> later)
                        .filter(night -> jobs.runs().night(night).work().exists())
                        .isPresent()
                || weeks.stream()
                        .reduce((earlier, later) -> later)
                        .filter(week -> jobs.runs()
                                .week(week, jobs.runs().lake().revisions(week))
                                .work()
                                .exists())
                        .isPresent();
    }

    @Override
    public void holding(Runnable work) {
        jobs.held().during(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void endWhatIsLeft() {
        jobs.nights().endLastPublished();
        jobs.weeks().endLastPublished();
    }

    @Override
    public void runNight(LocalDate night) {
        Preflight.check(jobs.runs().settings());
        Preflight.missingSources(jobs.runs().settings(), night).forEach(LOG::warn);
        jobs.nights().run(night);
    }

    @Override
    public int makeWeek(IsoWeek week) {
        return jobs.weeks().make(week);
    }

    @Override
    public Arrived arrived(LocalDate night) {
        Arrivals.Count count = arrivals.of(night);
        return new Arrived(count.there(), count.expected());
    }
}
