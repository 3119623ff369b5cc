package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import mx.abasto.schedules.due.Watchdog;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What a trigger does: it wakes the watchdog, which asks the lake what is due. */
public final class WakeJob implements Job {
    private final Watchdog watchdog;

    WakeJob(Watchdog watchdog) {
        this.watchdog = requireNonNull(watchdog, "watchdog is null");
    }

    @Override
    public void execute(JobExecutionContext context) {
        watchdog.wake();
    }
}
