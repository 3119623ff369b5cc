package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.files.Reason;
import mx.abasto.common.lake.LakeHold;
import mx.abasto.common.lake.Run;
import mx.abasto.common.model.AbastoException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.core.NestedRuntimeException;

/**
 * Starts a run's job, or resumes it where an earlier process left it. The caller holds the lake.
 *
 * <p>A run's work folder names the attempt that it belongs to; the attempt identifies the job instance. So the same
 * command resumes as long as the work folder is there and configuration (but for its limits), rules and what is read of
 * the lake are the same, and begins anew otherwise.
 */
public final class JobRuns {
    private static final String ATTEMPT = "attempt";

    private final JobRepository repository;
    private final JobOperator operator;
    private final String rules;
    private final LakeHold hold;
    private volatile @Nullable Job running;

    /** Runs jobs under rules that a fingerprint tells from others. */
    public JobRuns(JobRepository repository, JobOperator operator, String rules, LakeHold hold) {
        this.repository = requireNonNull(repository, "repository is null");
        this.operator = requireNonNull(operator, "operator is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.hold = requireNonNull(hold, "hold is null");
    }

    /**
     * Runs a job to its end.
     *
     * @throws AbastoException as the step that failed threw it; FAILED for any other failure
     */
    public void complete(Job job, Run run, JobParametersBuilder parameters) {
        run.lake().clearStaging(hold);
        try {
            JobParameters identified =
                    parameters.addString(ATTEMPT, attemptOf(run)).toJobParameters();
            new LeftBehind(repository, operator).settle(job, identified);
            if (isComplete(job, identified)) {
                // A process that died after the job's end, before its work folder was gone.
                return;
            }
            running = job;
            JobExecution execution = operator.start(job, identified);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw AbastoException.failed(
                        "The run of %s was stopped. Nothing was published; run the same command again to resume."
                                .formatted(run.label()));
            }
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw JobFailure.of(run, execution);
            }
        } catch (JobExecutionException | IOException failure) {
            throw AbastoException.failed(
                    "The run of " + run.label() + " did not start: " + failure.getMessage(), failure);
        } catch (NestedRuntimeException failure) {
            throw AbastoException.failed(
                    ("The job repository failed during the run of %s: %s. What is finished is kept; run the same command"
                                    + " again to resume.")
                            .formatted(
                                    run.label(), failure.getMostSpecificCause().getMessage()),
                    failure);
        } finally {
            running = null;
        }
    }

    /**
     * Asks what this process is running to end with its present step; nothing happens if nothing runs. May be called
     * from any thread, over and over: the run may be between two steps.
     */
    public void stop() {
        Job stopped = running;
        if (stopped == null) {
            return;
        }
        for (JobExecution execution : repository.findRunningJobExecutions(stopped.getName())) {
            try {
                operator.stop(execution);
            } catch (JobExecutionException ended) {
                // It has ended meanwhile, or is stopping already.
                continue;
            }
        }
    }

    /**
     * Ends the job of a run that is published, where a process died between the rename and the job's end. Of a work
     * folder that is half gone already, or was made under another configuration, nothing is run again.
     */
    public void endPublished(Job job, Run run, JobParametersBuilder parameters) {
        try {
            if (knownAttempt(run, fingerprintOf(run)).isPresent()) {
                complete(job, run, parameters);
            }
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "The run of " + run.label() + " did not end: " + failure.getMessage(), failure);
        }
    }

    /**
     * Of a run that an earlier process left, drops the finished steps that have to run again; nothing happens to one that
     * begins anew.
     *
     * @throws AbastoException (FAILED) if what was left cannot be read or dropped
     */
    public void dropStale(Run run, StaleSteps stale) {
        try {
            String fingerprint = fingerprintOf(run);
            List<String> steps = knownAttempt(run, fingerprint).isPresent() ? stale.find() : List.of();
            if (!steps.isEmpty()) {
                // Of another attempt Batch asks every step anew; one whose folder is there is passed.
                noteAttempt(run, fingerprint);
            }
            for (String step : steps) {
                run.work().drop(step, hold);
            }
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "The run of %s cannot be resumed: %s. Run the same command again, or delete the folder %s to begin anew."
                            .formatted(
                                    run.label(), Reason.of(failure), run.work().root()),
                    failure);
        }
    }

    /** The attempt that the work folder belongs to; a new one, in an empty folder, if what it depends on has changed. */
    private String attemptOf(Run run) throws IOException {
        String fingerprint = fingerprintOf(run);
        Optional<String> known = knownAttempt(run, fingerprint);
        if (known.isPresent()) {
            return known.get();
        }
        run.work().delete(hold);
        Files.createDirectories(run.work().root());
        return noteAttempt(run, fingerprint);
    }

    private static String noteAttempt(Run run, String fingerprint) throws IOException {
        String attempt = UUID.randomUUID().toString();
        Files.writeString(run.work().root().resolve(ATTEMPT), fingerprint + "\n" + attempt + "\n");
        return attempt;
    }

    private String fingerprintOf(Run run) {
        return Hashes.sha256(run.settings().withoutLimits() + rules + run.basis());
    }

    private static Optional<String> knownAttempt(Run run, String fingerprint) throws IOException {
        Path file = run.work().root().resolve(ATTEMPT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.size() == 2 && lines.get(0).equals(fingerprint) ? Optional.of(lines.get(1)) : Optional.empty();
    }

    private boolean isComplete(Job job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }
}
