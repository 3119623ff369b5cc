package mx.abasto.jobs.nightly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.files.Reason;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.model.AbastoException;
import mx.abasto.jobs.run.HeldLake;
import mx.abasto.jobs.run.JobRuns;
import mx.abasto.jobs.run.Runs;
import org.springframework.batch.core.job.Job;

/** Runs nights: decides whether a night can be run, runs it, and clears its work folder once it is published. */
public final class Nights {

    /** What became of a night that was asked for. */
    public enum Outcome {
        PUBLISHED,
        ALREADY_PUBLISHED
    }

    private final Job nightly;
    private final JobRuns jobs;
    private final Runs runs;
    private final HeldLake held;

    public Nights(Job nightly, JobRuns jobs, Runs runs, HeldLake held) {
        this.nightly = nightly;
        this.jobs = jobs;
        this.runs = runs;
        this.held = held;
    }

    /**
     * Processes a night; the caller holds the lake.
     *
     * @throws AbastoException (UNUSABLE) if the night before is not published and the lake is not empty, or what is read
     *     of earlier nights is not as it was published; otherwise as the job fails
     */
    public Outcome run(LocalDate night) {
        NightRun run = runs.night(night);
        boolean isPublished = run.lake().night(night).isPresent();
        if (isPublished && !run.work().exists()) {
            return Outcome.ALREADY_PUBLISHED;
        }
        runs.lake().forgetChecks();
        if (isPublished) {
            jobs.endPublished(nightly, run, runs.parametersOf(run));
            held.remember(run.lake().night(night).orElseThrow());
        } else {
            requireInOrder(night);
            held.requireAsPublished(run.previous().stream().toList());
            jobs.dropStale(run, new MendedInputs(run));
            jobs.complete(nightly, run, runs.parametersOf(run));
        }
        try {
            run.work().delete(held);
        } catch (IOException leftBehind) {
            throw AbastoException.failed(
                    "%s is published, but its work folder %s could not be removed: %s. Run the same command again."
                            .formatted(night, run.work().root(), Reason.of(leftBehind)),
                    leftBehind);
        }
        return Outcome.PUBLISHED;
    }

    /**
     * Ends the job of the last published night and clears its work folder, where a process died between the rename and
     * that, and what one that was taken over still staged; nothing happens otherwise. The caller holds the lake.
     */
    public void endLastPublished() {
        runs.lake().clearStaging(held);
        List<LocalDate> nights = runs.lake().nights();
        if (!nights.isEmpty()) {
            run(nights.get(nights.size() - 1));
        }
    }

    private void requireInOrder(LocalDate night) {
        List<LocalDate> nights = runs.lake().nights();
        if (nights.isEmpty()) {
            return;
        }
        LocalDate last = nights.get(nights.size() - 1);
        LocalDate next = last.plusDays(1);
        if (night.isBefore(nights.get(0))) {
            throw AbastoException.unusable(
                    "The lake opened on %s, so %s cannot be added before it. The next night is %s: run nightly --date %s."
                            .formatted(nights.get(0), night, next, next));
        }
        if (!night.equals(next)) {
            throw AbastoException.unusable(
                    ("%s cannot be processed: the night before it is not published. The last published night is %s."
                                    + " Run nightly --date %s, or catch-up --until %s.")
                            .formatted(night, last, next, night));
        }
    }
}
