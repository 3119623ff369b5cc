package mx.abasto.jobs.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Says which step of which run is being done. On a terminal one line that changes and goes when it is done; in a log a
 * line for each step that took long.
 */
final class Progress implements StepExecutionListener {
    static final Duration LONG = Duration.ofSeconds(10);

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final @Nullable PrintWriter terminal;
    private final PrintWriter log;
    private String position = "";
    private long startedNanos;

    private Progress(@Nullable PrintWriter terminal, PrintWriter log) {
        this.terminal = terminal;
        this.log = log;
    }

    /** To the terminal, if there is one; else to a log. */
    static Progress to(PrintWriter log) {
        // A console is there only if both input and output are a terminal; escape codes are for those that know them.
        Console console = System.console();
        String kind = System.getenv("TERM");
        return new Progress(console == null || kind == null || kind.equals("dumb") ? null : console.writer(), log);
    }

    /** To a terminal, whatever it is. */
    static Progress toTerminal(PrintWriter terminal) {
        return new Progress(terminal, terminal);
    }

    /** How many runs there are, and the how manieth is next. */
    void at(long run, long runs) {
        position = " (%d of %d)".formatted(run, runs);
    }

    /** Says what is being done that is no step. */
    void at(String what, long number, long of) {
        show("%s  (%,d of %,d) …".formatted(what, number, of));
    }

    @Override
    public void beforeStep(StepExecution execution) {
        startedNanos = System.nanoTime();
        show("%s%s  %s …".formatted(label(execution.getJobParameters()), position, execution.getStepName()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        clear();
        if (terminal == null) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            if (took.compareTo(LONG) >= 0) {
                log.printf(
                        "%s  %s took %d s%n",
                        label(execution.getJobParameters()), execution.getStepName(), took.toSeconds());
            }
        }
        return null;
    }

    /** Leaves the terminal's line empty, for what is printed next. */
    void clear() {
        show("");
    }

    private void show(String line) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE + line);
            terminal.flush();
        }
    }

    private static String label(JobParameters parameters) {
        LocalDate night = parameters.getLocalDate("night");
        return night == null ? String.valueOf(parameters.getString("week")) : night.toString();
    }
}
