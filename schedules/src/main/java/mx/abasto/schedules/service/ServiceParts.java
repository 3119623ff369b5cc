package mx.abasto.schedules.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.run.Runs;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.schedules.alert.AlertConfiguration;
import mx.abasto.schedules.alert.Alerts;
import mx.abasto.schedules.due.Attempts;
import mx.abasto.schedules.due.Basis;
import mx.abasto.schedules.due.Chores;
import mx.abasto.schedules.due.Due;
import mx.abasto.schedules.due.LakeJobs;
import mx.abasto.schedules.due.Notices;
import mx.abasto.schedules.due.Rounds;
import mx.abasto.schedules.due.Watchdog;
import mx.abasto.schedules.due.Work.DueNight;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.plan.Schedule.Task;
import mx.abasto.schedules.watch.DueNights;
import mx.abasto.schedules.watch.DueNights.Overdue;
import mx.abasto.schedules.watch.LakeWatch;
import mx.abasto.schedules.watch.RunMetrics;
import mx.abasto.schedules.watch.WatchConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The parts of the scheduler. The database, its transactions and the jobs are the job context's, its parent. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            BatchAutoConfiguration.class,
            BatchJdbcAutoConfiguration.class,
            BatchJobLauncherAutoConfiguration.class,
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        })
@Import({AlertConfiguration.class, WatchConfiguration.class})
class ServiceParts {

    @Bean
    Notices notices(Alerts alerts, RunMetrics metrics, LakeWatch watch, Runs runs) {
        return new AlertedNotices(alerts, metrics, watch, runs.lake());
    }

    /** A night is due from its fire on, or from its deadline where it has one. */
    @Bean
    DueNights dueNights(Plan plan, LakeJobs jobs, Clock clock) {
        Instant since = clock.instant();
        return () -> Due.of(plan, jobs.lake(), since, clock.instant()).stream()
                .filter(work -> work instanceof DueNight)
                .map(work -> (DueNight) work)
                .findFirst()
                .map(night -> new Overdue(
                        night.date(),
                        night.fire()
                                .schedule()
                                .deadline()
                                .map(night.fire()::next)
                                .orElse(night.fire().at())))
                .filter(overdue -> !overdue.dueAt().isAfter(clock.instant()));
    }

    @Bean
    Rounds rounds(
            Plan plan,
            LakeJobs jobs,
            Attempts attempts,
            Configuration configuration,
            Settings settings,
            Notices notices,
            Chores chores,
            Clock clock) {
        return new Rounds(plan, jobs, attempts, new Basis(configuration.file(), settings), notices, chores, clock);
    }

    @Bean
    Chores chores(Plan plan, OpenedJobs jobs, DataSource database, Settings settings, Notices notices, Clock clock) {
        Chores chores = new Chores(
                plan,
                Map.of(Task.VERIFY, jobs::verify, Task.PRUNE, jobs::prune),
                database,
                settings.lake().toString(),
                notices,
                clock);
        chores.prepare();
        return chores;
    }

    @Bean
    Watchdog watchdog(Rounds rounds, ConfigurationWatch configuration) {
        return new Watchdog(rounds, configuration::look);
    }
}
