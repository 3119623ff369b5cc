package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * What processes that died, or lost the job repository, left in it of a job, so that Batch would not start the job again.
 * A step is done if its folder has its name, whatever is noted: so what is not known to have ended well has failed, and
 * is run again. Whoever asks holds the lake.
 */
final class LeftBehind {
    private final JobRepository repository;
    private final JobOperator operator;

    LeftBehind(JobRepository repository, JobOperator operator) {
        this.repository = requireNonNull(repository, "repository is null");
        this.operator = requireNonNull(operator, "operator is null");
    }

    /** Makes it possible to start a job. */
    void settle(Job job, JobParameters parameters) {
        // Whoever holds the lake knows that executions still marked as running are those of a process that died.
        repository.findRunningJobExecutions(job.getName()).forEach(operator::recover);
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance == null) {
            return;
        }
        if (repository.getJobExecutions(instance).isEmpty()) {
            // Left between the instance and its first execution: it would block every start.
            repository.deleteJobInstance(instance);
            return;
        }
        repository.getJobExecutions(instance).forEach(this::settle);
    }

    /** Where the repository failed at the end of a step or job, it is UNKNOWN, or a step runs on in a job that does not. */
    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (isUncertain(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (isUncertain(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private static boolean isUncertain(BatchStatus status) {
        return status == BatchStatus.UNKNOWN || status.isRunning();
    }
}
