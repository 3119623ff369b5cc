package mx.abasto.schedules.service;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.schedules.due.Attempts;
import mx.abasto.schedules.due.Basis;
import mx.abasto.schedules.due.Chores;
import mx.abasto.schedules.due.LakeJobs;
import mx.abasto.schedules.due.Notices;
import mx.abasto.schedules.due.Rounds;
import mx.abasto.schedules.due.Watchdog;
import mx.abasto.schedules.plan.Plan;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;

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
class ServiceParts {

    @Bean
    Notices notices() {
        return new LoggedNotices();
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
    Chores chores(Plan plan, DataSource database, Settings settings, Notices notices, Clock clock) {
        Chores chores = new Chores(plan, Map.of(), database, settings.lake().toString(), notices, clock);
        chores.prepare();
        return chores;
    }

    @Bean
    Watchdog watchdog(Rounds rounds, ConfigurationWatch configuration) {
        return new Watchdog(rounds, configuration::look);
    }
}
