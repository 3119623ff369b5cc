package mx.abasto.jobs.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says which step of which run is being done: on a terminal one line that changes, in a log nothing until it ends. */
final class Progress implements StepExecutionListener {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final @Nullable PrintStream terminal;

    private Progress(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    static Progress toTheTerminal() {
        return new Progress(System.console() == null ? null : System.err);
    }

    @Override
    public void beforeStep(StepExecution execution) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE + label(execution.getJobParameters()) + "  " + execution.getStepName() + " …");
            terminal.flush();
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
        return null;
    }

    private static String label(JobParameters parameters) {
        LocalDate night = parameters.getLocalDate("night");
        return night == null ? String.valueOf(parameters.getString("week")) : night.toString();
    }
}
