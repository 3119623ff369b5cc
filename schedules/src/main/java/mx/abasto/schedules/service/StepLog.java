package mx.abasto.schedules.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** A line for each step that ends: of which night or week, and how it ended. */
final class StepLog implements StepExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        LocalDate night = execution.getJobParameters().getLocalDate("night");
        LOG.info(
                "{}  {} {}",
                night == null ? execution.getJobParameters().getString("week") : night,
                execution.getStepName(),
                execution.getExitStatus().getExitCode());
        return null;
    }
}
