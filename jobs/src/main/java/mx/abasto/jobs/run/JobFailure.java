package mx.abasto.jobs.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.files.Reason;
import mx.abasto.common.lake.Run;
import mx.abasto.common.model.AbastoException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.StepExecution;

/** What a job's failure is told as: as the step that failed threw it, else by the step's name and why. */
final class JobFailure {
    private JobFailure() {}

    static AbastoException of(Run run, JobExecution execution) {
        // In an order, for Batch keeps them in none; its own exception only says that something failed.
        List<Throwable> failures = execution.getAllFailureExceptions().stream()
                .sorted(Comparator.<Throwable, Boolean>comparing(JobExecutionException.class::isInstance)
                        .thenComparing(Reason::of))
                .toList();
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof AbastoException known) {
                    return known;
                }
            }
        }
        String step = execution.getStepExecutions().stream()
                .filter(each -> each.getStatus() != BatchStatus.COMPLETED)
                .map(StepExecution::getStepName)
                .findFirst()
                .orElse("first");
        Optional<Throwable> told = failures.stream().findFirst();
        String message = "The step %s of %s failed%s. Nothing was published; run the same command again to resume."
                .formatted(
                        step,
                        run.label(),
                        told.map(failure -> ": " + Reason.of(failure)).orElse(""));
        return told.map(failure -> AbastoException.failed(message, failure))
                .orElseGet(() -> AbastoException.failed(message));
    }
}
