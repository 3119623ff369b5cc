package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.LakeVerifier;
import mx.abasto.common.lake.Verification;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.Arrivals;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.context.Preflight;
import mx.abasto.jobs.run.Pruning;
import mx.abasto.jobs.run.PublishedRecord;
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

    /**
     * Re-reads the lake, as the command verify does.
     *
     * @throws AbastoException (DIFFERENT) naming the first difference and what was built on it
     */
    void verify() {
        Settings settings = jobs.runs().settings();
        Lake lake = jobs.runs().lake();
        try {
            // First the record, then the lake: what is published meanwhile is in neither or in the lake alone.
            Map<String, String> record =
                    new PublishedRecord(jobs.database(), settings.lake().toString()).byFolder();
            Verification found = new LakeVerifier(lake.place(), settings.work().resolve("cache"))
                    .verify(record, (folder, number, folders) -> LOG.debug("verify {}", folder));
            if (!found.differences().isEmpty()) {
                throw AbastoException.different("%s. Differences: %d. Built on what differs: %s."
                        .formatted(
                                found.differences().get(0).text(),
                                found.differences().size(),
                                found.dependents().isEmpty() ? "nothing" : String.join(", ", found.dependents())));
            }
            LOG.info(
                    "verify read {} nights, {} weeks, {} files, {} bytes: nothing differs.",
                    found.nights(),
                    found.weeks(),
                    found.files(),
                    found.bytes());
        } catch (SQLException failure) {
            throw AbastoException.failed("The job repository did not answer: " + failure.getMessage(), failure);
        }
    }

    /** Removes old work folders and the datasets of old nights, as the command prune does. */
    void prune() {
        holding(() -> {
            endWhatIsLeft();
            Pruning pruning = Pruning.planned(jobs.runs());
            pruning.carryOut(jobs.runs(), jobs.held(), night -> {});
            LOG.info(
                    "prune removed the datasets of {} nights and {} work folders.",
                    pruning.nights().size(),
                    pruning.folders().size());
        });
    }

    @Override
    public Arrived arrived(LocalDate night) {
        Arrivals.Count count = arrivals.of(night);
        return new Arrived(count.there(), count.expected());
    }
}
