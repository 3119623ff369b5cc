package mx.abasto.schedules.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import mx.abasto.jobs.settings.Configuration;

/** What a configuration says is to run, and when. */
public record Plan(List<Schedule> schedules, Retries retries) {
    public Plan {
        schedules = List.copyOf(schedules);
        requireNonNull(retries, "retries is null");
    }

    /**
     * The plan of a configuration.
     *
     * @throws mx.abasto.common.model.AbastoException (UNUSABLE) naming the key that cannot be used, and why
     */
    public static Plan of(Configuration configuration) {
        return new PlanReader(configuration).read();
    }

    /** The schedules of a task, in the order in which they are named. */
    public List<Schedule> of(Schedule.Task task) {
        return schedules.stream().filter(schedule -> schedule.task() == task).toList();
    }
}
