package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import mx.abasto.common.model.AbastoException;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Schedule;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * The schedules of a plan as triggers of Quartz. They only wake a scheduler at the time: what is due the lake decides, so
 * misfires are left to it, and so are days that are left out.
 */
final class Triggers {
    private static final String GROUP = "abasto";

    private final Scheduler quartz;

    Triggers(Scheduler quartz) {
        this.quartz = requireNonNull(quartz, "quartz is null");
    }

    /** Makes the triggers those of a plan: changed ones take the place of what was there, others go. */
    void set(Plan plan) {
        try {
            Set<JobKey> wanted = new HashSet<>();
            for (Schedule schedule : plan.schedules()) {
                JobDetail job = JobBuilder.newJob(WakeJob.class)
                        .withIdentity(schedule.name(), GROUP)
                        .build();
                quartz.scheduleJob(job, Set.of(trigger(schedule)), true);
                wanted.add(job.getKey());
            }
            for (JobKey job : quartz.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!wanted.contains(job)) {
                    quartz.deleteJob(job);
                }
            }
        } catch (SchedulerException failure) {
            throw AbastoException.failed("The triggers cannot be set: " + failure.getMessage(), failure);
        }
    }

    private static Trigger trigger(Schedule schedule) {
        return TriggerBuilder.newTrigger()
                .withIdentity(schedule.name(), GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron().text())
                        .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
    }
}
