package mx.abasto.jobs.weekly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.Reason;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.jobs.run.HeldLake;
import mx.abasto.jobs.run.JobRuns;
import mx.abasto.jobs.run.Runs;
import org.springframework.batch.core.job.Job;

/** Makes weeks: decides which revision is next, makes it, and clears its work folder once it is published. */
public final class Weeks {
    private final Job weekly;
    private final JobRuns jobs;
    private final Runs runs;
    private final HeldLake held;

    public Weeks(Job weekly, JobRuns jobs, Runs runs, HeldLake held) {
        this.weekly = weekly;
        this.jobs = jobs;
        this.runs = runs;
        this.held = held;
    }

    /**
     * Makes the next revision of a week; the caller holds the lake.
     *
     * @return the revision that was published
     * @throws AbastoException (UNUSABLE) naming the nights of the week that are not published
     */
    public int make(IsoWeek week) {
        requireSevenNights(week);
        WeekRun run = unfinishedOrNext(week);
        runs.lake().forgetChecks();
        held.requireAsPublished(run.runsRead());
        if (run.lake().week(week, run.revision()).isPresent()) {
            jobs.endPublished(weekly, run, runs.parametersOf(run));
            held.remember(run.lake().week(week, run.revision()).orElseThrow());
        } else {
            jobs.dropStale(run, new MendedReference(run));
            jobs.complete(weekly, run, runs.parametersOf(run));
        }
        try {
            run.work().delete(held);
        } catch (IOException leftBehind) {
            throw AbastoException.failed(
                    "%s is published, but its work folder %s could not be removed: %s. Run the same command again."
                            .formatted(week, run.work().root(), Reason.of(leftBehind)),
                    leftBehind);
        }
        return run.revision();
    }

    /**
     * Ends the job of the last published week and clears its work folder, where a process died between the rename and
     * that; nothing happens otherwise. The caller holds the lake.
     */
    public void endLastPublished() {
        List<IsoWeek> weeks = runs.lake().weeks();
        if (!weeks.isEmpty()) {
            IsoWeek last = weeks.get(weeks.size() - 1);
            if (runs.week(last, runs.lake().revisions(last)).work().exists()) {
                make(last);
            }
        }
    }

    /** A process that died after the rename left its work folder: that revision is finished, not followed by another. */
    private WeekRun unfinishedOrNext(IsoWeek week) {
        int published = runs.lake().revisions(week);
        WeekRun last = runs.week(week, published);
        return last.work().exists() ? last : runs.week(week, published + 1);
    }

    private void requireSevenNights(IsoWeek week) {
        List<LocalDate> published = runs.lake().nights();
        List<LocalDate> missing =
                week.days().stream().filter(night -> !published.contains(night)).toList();
        if (published.isEmpty()) {
            throw AbastoException.unusable(
                    "%s cannot be made: the lake holds no night yet. Run catch-up --from %s --until %s."
                            .formatted(week, week.start(), week.end()));
        }
        if (week.start().isBefore(published.get(0))) {
            LocalDate opened = published.get(0);
            IsoWeek first = IsoWeek.of(opened.plusDays(IsoWeek.DAYS - 1L));
            throw AbastoException.unusable(
                    "%s cannot be made: it begins on %s, and the lake opened on %s. The first week that it can have is %s."
                            .formatted(week, week.start(), opened, first));
        }
        if (!missing.isEmpty()) {
            throw AbastoException.unusable(
                    "%s cannot be made: %s of its seven nights %s not published (%s). Run catch-up --until %s."
                            .formatted(
                                    week,
                                    missing.size(),
                                    missing.size() == 1 ? "is" : "are",
                                    missing.size() == 1
                                            ? missing.get(0)
                                            : missing.get(0) + " to " + missing.get(missing.size() - 1),
                                    week.end()));
        }
        if (runs.lake().prunedNights().stream().anyMatch(week.days()::contains)) {
            throw AbastoException.unusable(
                    "%s cannot be made again: its nights were pruned. Its published revisions stay.".formatted(week));
        }
    }
}
