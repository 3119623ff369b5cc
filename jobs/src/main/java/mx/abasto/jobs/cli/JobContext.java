package mx.abasto.jobs.cli;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.nightly.NightlyJob;
import mx.abasto.jobs.nightly.Nights;
import mx.abasto.jobs.reconcile.RuleCatalogue;
import mx.abasto.jobs.run.HeldLake;
import mx.abasto.jobs.run.JobRuns;
import mx.abasto.jobs.run.Runs;
import mx.abasto.jobs.weekly.WeeklyJob;
import mx.abasto.jobs.weekly.Weeks;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What jobs run in: the job repository, the two jobs, the lake and its lock. */
final class JobContext implements AutoCloseable {
    private static final int H2_FILE_IS_LOCKED = 90020;

    /** The parts that are not a job's own. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        BatchAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    @Import({NightlyJob.class, WeeklyJob.class})
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        RuleCatalogue ruleCatalogue() {
            return RuleCatalogue.ours();
        }

        @Bean
        HeldLake heldLake(DataSource database, Settings settings) {
            return new HeldLake(database, settings.lake().toString());
        }

        @Bean
        JobRuns jobRuns(JobRepository repository, JobOperator operator) {
            return new JobRuns(repository, operator);
        }

        @Bean
        Nights nights(Job nightly, JobRuns jobRuns, Runs runs) {
            return new Nights(nightly, jobRuns, runs);
        }

        @Bean
        Weeks weeks(Job weekly, JobRuns jobRuns, Runs runs) {
            return new Weeks(weekly, jobRuns, runs);
        }
    }

    private final ConfigurableApplicationContext context;

    private JobContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the context.
     *
     * @throws AbastoException (HELD) if another process has the job repository's file open; (FAILED) if the repository
     *     does not answer
     */
    static JobContext open(Settings settings) {
        Map<String, Object> properties = new HashMap<>(ConfigurationFile.contextProperties(settings));
        properties.put("spring.main.log-startup-info", "false");
        Lake lake = lakeOf(settings);
        try {
            return new JobContext(new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .properties(properties)
                    .initializers(context -> {
                        context.getBeanFactory().registerSingleton("settings", settings);
                        context.getBeanFactory().registerSingleton("runs", new Runs(settings, lake));
                        context.getBeanFactory().registerSingleton("progress", Progress.toTheTerminal());
                    })
                    .run());
        } catch (RuntimeException failure) {
            throw explained(failure, settings);
        }
    }

    /** The configured lake. */
    static Lake lakeOf(Settings settings) {
        return new Lake(HadoopPlace.at(settings.lake()), settings.work().resolve("cache"));
    }

    private static AbastoException explained(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AbastoException known) {
                return known;
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_FILE_IS_LOCKED) {
                return AbastoException.held("The lake " + settings.lake()
                        + " is held by another run, which has the job repository open."
                        + " Wait until it has ended and run the same command again.");
            }
        }
        return AbastoException.failed(
                "The job repository %s did not start: %s. Nothing was published; run the same command again."
                        .formatted(settings.repository().url(), failure.getMessage()),
                failure);
    }

    Nights nights() {
        return context.getBean(Nights.class);
    }

    Weeks weeks() {
        return context.getBean(Weeks.class);
    }

    HeldLake held() {
        return context.getBean(HeldLake.class);
    }

    Runs runs() {
        return context.getBean(Runs.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
