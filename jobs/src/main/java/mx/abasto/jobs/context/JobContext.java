package mx.abasto.jobs.context;

import static java.util.Objects.requireNonNullElse;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.Settings.Repository;
import mx.abasto.common.sql.EngineLimits;
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
import org.springframework.batch.core.listener.StepExecutionListener;
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
public final class JobContext implements AutoCloseable {
    private static final int H2_FILE_IS_LOCKED = 90020;
    private static final int CONNECTIONS = 4;
    private static final int OPENED_WITHIN_ATTEMPTS = 5;

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
        HeldLake heldLake(DataSource database, Settings settings) {
            return new HeldLake(database, settings.lake().toString());
        }

        @Bean
        JobRuns jobRuns(JobRepository repository, JobOperator operator, RuleCatalogue rules, HeldLake held) {
            return new JobRuns(repository, operator, rules.fingerprint(), held);
        }

        @Bean
        Nights nights(Job nightly, JobRuns jobRuns, Runs runs, HeldLake held) {
            return new Nights(nightly, jobRuns, runs, held);
        }

        @Bean
        Weeks weeks(Job weekly, JobRuns jobRuns, Runs runs, HeldLake held) {
            return new Weeks(weekly, jobRuns, runs, held);
        }
    }

    private final ConfigurableApplicationContext context;
    private final Optional<HolderNote> note;

    private JobContext(ConfigurableApplicationContext context, Optional<HolderNote> note) {
        this.context = context;
        this.note = note;
        note.ifPresent(held -> held.write(context.getBean(Clock.class)));
    }

    /**
     * Starts the context.
     *
     * @param watching is told of each step
     * @throws AbastoException (UNUSABLE) if a rule of one's own cannot be used; (HELD) if another process has the job repository's file open; (FAILED) if the repository
     *     does not answer
     */
    public static JobContext open(Settings settings, StepExecutionListener watching) {
        return open(settings, watching, CONNECTIONS);
    }

    /** As {@link #open(Settings, StepExecutionListener)}, for one who asks the database for more besides. */
    public static JobContext open(Settings settings, StepExecutionListener watching, int connectionsMax) {
        Lake lake = ConfiguredLake.of(settings);
        RuleCatalogue rules = RuleCatalogue.of(settings, EngineLimits.of(settings));
        for (int attempt = 1; ; attempt++) {
            try {
                return new JobContext(
                        started(settings, lake, rules, watching, connectionsMax), HolderNote.of(settings));
            } catch (RuntimeException failure) {
                if (!isLocked(failure)) {
                    throw explained(failure, settings);
                }
                Optional<String> holder = HolderNote.of(settings).flatMap(HolderNote::read);
                // Who is just ending still has the file for a moment, and no note any more.
                if (holder.isPresent() || attempt == OPENED_WITHIN_ATTEMPTS) {
                    throw AbastoException.held(
                            "The lake %s is held by another run (%s). Wait until it has ended and run the same command again."
                                    .formatted(settings.lake(), holder.orElse("which is just starting")));
                }
            }
        }
    }

    private static ConfigurableApplicationContext started(
            Settings settings, Lake lake, RuleCatalogue rules, StepExecutionListener watching, int connectionsMax) {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(properties(settings.repository(), connectionsMax))
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("settings", settings);
                    starting.getBeanFactory().registerSingleton("runs", new Runs(settings, lake));
                    starting.getBeanFactory().registerSingleton("rules", rules);
                    starting.getBeanFactory().registerSingleton("watching", watching);
                })
                .run();
    }

    private static Map<String, Object> properties(Repository repository, int connectionsMax) {
        return Map.of(
                "spring.datasource.url",
                asItIs(repository.url()),
                "spring.datasource.username",
                asItIs(requireNonNullElse(repository.user(), "")),
                "spring.datasource.password",
                asItIs(requireNonNullElse(repository.password(), new Secret("")).text()),
                "spring.datasource.hikari.maximum-pool-size",
                connectionsMax,
                "spring.batch.job.enabled",
                "false",
                "spring.batch.jdbc.initialize-schema",
                "always",
                "spring.main.log-startup-info",
                "false");
    }

    /** A value that Spring takes as it is: a folder's name or a password may look like a placeholder. */
    private static String asItIs(String value) {
        return value.replace("${", "\\${");
    }

    private static boolean isLocked(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_FILE_IS_LOCKED) {
                return true;
            }
        }
        return false;
    }

    private static AbastoException explained(RuntimeException failure, Settings settings) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof AbastoException known) {
                return known;
            }
        }
        return AbastoException.failed(
                "The job repository %s cannot be opened: %s. Nothing was published; run the same command again."
                        .formatted(Secret.maskedIn(settings.repository().url()), root.getMessage()),
                failure);
    }

    public Nights nights() {
        return context.getBean(Nights.class);
    }

    public Weeks weeks() {
        return context.getBean(Weeks.class);
    }

    public HeldLake held() {
        return context.getBean(HeldLake.class);
    }

    public Runs runs() {
        return context.getBean(Runs.class);
    }

    /** The context, to be the parent of another. It is closed with this one. */
    public ConfigurableApplicationContext spring() {
        return context;
    }

    /** Asks what runs to end with its present step; see {@link JobRuns#stop()}. */
    public void stopRunning() {
        context.getBean(JobRuns.class).stop();
    }

    /** The job repository's database. It is closed with this context. */
    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    @Override
    public void close() {
        context.close();
        note.ifPresent(HolderNote::remove);
    }
}
