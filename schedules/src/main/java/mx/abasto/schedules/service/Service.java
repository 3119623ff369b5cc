package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.context.Preflight;
import mx.abasto.jobs.settings.Configuration;
import mx.abasto.jobs.settings.ConfigurationKeys.ServerKeys;
import mx.abasto.schedules.due.Attempts;
import mx.abasto.schedules.due.Watchdog;
import mx.abasto.schedules.plan.Plan;
import mx.abasto.schedules.watch.StepWatch;
import mx.abasto.schedules.watch.WatchConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;

/** A scheduler that runs: the jobs are open, the triggers set, the watchdog makes its rounds. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** For the running step to end; what takes longer is left to be resumed. The unit's own limit is longer. */
    private static final Duration FAREWELL = Duration.ofSeconds(60);

    /** The job's, the lease's, the watchdog's, and those of Quartz. */
    private static final int CONNECTIONS = 10;

    private static final String H2 = "jdbc:h2:";
    private static final int NAME_LENGTH = 12;

    private final JobContext jobs;
    private final ConfigurableApplicationContext context;
    private boolean isClosed;

    private Service(JobContext jobs, ConfigurableApplicationContext context) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * Starts a scheduler.
     *
     * @throws AbastoException (UNUSABLE) if the configuration cannot be used; (HELD) if another process has the H2 file;
     *     (FAILED) if the job repository does not answer
     */
    static Service start(Configuration configuration, Clock clock) {
        Plan plan = Plan.of(configuration);
        Settings settings = configuration.settings();
        Preflight.check(settings);
        StepWatch steps = new StepWatch();
        JobContext jobs = JobContext.open(settings, steps, CONNECTIONS);
        try {
            Attempts attempts = prepared(jobs.database(), settings);
            ConfigurationWatch watch = new ConfigurationWatch(configuration);
            ConfigurableApplicationContext context = new SpringApplicationBuilder(ServiceParts.class)
                    .parent(jobs.spring())
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .properties(properties(configuration))
                    .initializers(starting -> {
                        load(configuration, starting);
                        starting.getBeanFactory().registerSingleton("plan", plan);
                        starting.getBeanFactory().registerSingleton("configuration", configuration);
                        starting.getBeanFactory().registerSingleton("configurationWatch", watch);
                        starting.getBeanFactory().registerSingleton("lakeJobs", new OpenedJobs(jobs));
                        starting.getBeanFactory().registerSingleton("attempts", attempts);
                        starting.getBeanFactory().registerSingleton("clock", clock);
                        starting.getBeanFactory().registerSingleton("stepWatch", steps);
                    })
                    .run();
            Service service = new Service(jobs, context);
            service.begin(plan);
            return service;
        } catch (IOException failure) {
            jobs.close();
            throw AbastoException.failed("The scheduler did not start: " + failure.getMessage(), failure);
        } catch (RuntimeException failure) {
            jobs.close();
            throw failure;
        }
    }

    private void begin(Plan plan) {
        new Triggers(context.getBean(org.quartz.Scheduler.class)).set(plan);
        context.getBean(Watchdog.class).start(ServiceClock.betweenRounds(Watchdog.EVERY));
        LOG.info("The scheduler runs: {} schedules.", plan.schedules().size());
    }

    /** The tables of Quartz and of the scheduler, made where they are not there. */
    private static Attempts prepared(DataSource database, Settings settings) throws IOException {
        try {
            QuartzTables.create(database);
        } catch (SQLException failure) {
            throw AbastoException.failed("The tables of Quartz cannot be made: " + failure.getMessage(), failure);
        }
        Attempts attempts = new Attempts(database, settings.lake().toString());
        attempts.prepare();
        return attempts;
    }

    /** The file's keys stand in the environment, for the parts that read their own. */
    private static void load(Configuration configuration, ConfigurableApplicationContext starting) {
        try {
            new YamlPropertySourceLoader()
                    .load("abasto", new FileSystemResource(configuration.file()))
                    .forEach(starting.getEnvironment().getPropertySources()::addLast);
        } catch (IOException failure) {
            throw configuration.unusable("it cannot be read: " + failure.getMessage());
        }
    }

    private static Map<String, Object> watched(Configuration configuration) {
        ServerKeys keys = requireNonNullElse(configuration.keys().server(), new ServerKeys(null, null));
        int port = requireNonNullElse(keys.port(), 8080);
        if (port < 0 || port > 65535) {
            throw configuration.unusable("abasto.server.port is '" + port + "'; it must be a port from 0 to 65535");
        }
        return WatchConfiguration.properties(requireNonNullElse(keys.address(), "127.0.0.1"), port);
    }

    private static Map<String, Object> properties(Configuration configuration) {
        Settings settings = configuration.settings();
        boolean isForOne = settings.repository().url().startsWith(H2);
        String quartz = "spring.quartz.properties.org.quartz.";
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(watched(configuration));
        properties.put("spring.main.log-startup-info", "false");
        properties.put("scheduler.configuration", configuration.file().toString());
        properties.put("spring.quartz.job-store-type", "jdbc");
        // Its own scripts drop the tables that another scheduler is using.
        properties.put("spring.quartz.jdbc.initialize-schema", "never");
        // One database may serve several lakes.
        properties.put(
                "spring.quartz.scheduler-name",
                "abasto-" + Hashes.sha256(settings.lake().toString()).substring(0, NAME_LENGTH));
        properties.put(quartz + "scheduler.instanceId", "AUTO");
        properties.put(quartz + "scheduler.skipUpdateCheck", "true");
        properties.put(quartz + "threadPool.threadCount", "2");
        properties.put(quartz + "jobStore.isClustered", String.valueOf(!isForOne));
        properties.put(quartz + "jobStore.clusterCheckinInterval", "15000");
        properties.put(quartz + "jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        return properties;
    }

    /** Waits until the configuration was changed into another that can be used. */
    void awaitChange() throws InterruptedException {
        context.getBean(ConfigurationWatch.class).awaitChange();
    }

    /** Ends as gracefully as it can: the running step ends or is left to be resumed, and the lake is let go. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        LOG.info("The scheduler ends.");
        try {
            if (!context.getBean(Watchdog.class).stop(FAREWELL, jobs::stopRunning)) {
                LOG.warn(
                        "The running step did not end within {} s; whoever runs it next resumes it.",
                        FAREWELL.toSeconds());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        context.close();
        jobs.close();
        LOG.info("The scheduler has ended.");
    }
}
