package mx.abasto.schedules.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Watches steps: what is logged while one runs carries {@code run_id} (the attempt), {@code business_date} or
 * {@code week}, and {@code step}; how long it took is {@code abasto_step_seconds}.
 */
public final class StepWatch implements StepExecutionListener, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(StepWatch.class);
    private static final double NANOS = 1e9;

    private final Map<Long, Long> startedNanos = new ConcurrentHashMap<>();
    private volatile @Nullable MeterRegistry registry;

    @Override
    public void bindTo(MeterRegistry meters) {
        registry = meters;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        LocalDate night = execution.getJobParameters().getLocalDate("night");
        MDC.put("run_id", String.valueOf(execution.getJobParameters().getString("attempt")));
        MDC.put("step", execution.getStepName());
        if (night == null) {
            MDC.put("week", String.valueOf(execution.getJobParameters().getString("week")));
        } else {
            MDC.put("business_date", night.toString());
        }
        startedNanos.put(execution.getId(), System.nanoTime());
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        Duration took = Duration.ofNanos(System.nanoTime()
                - Optional.ofNullable(startedNanos.remove(execution.getId())).orElseGet(System::nanoTime));
        MeterRegistry meters = registry;
        if (meters != null) {
            Timer.builder("abasto.step")
                    .description("How long steps took")
                    .tag("job", execution.getJobExecution().getJobInstance().getJobName())
                    .tag("step", execution.getStepName())
                    .register(meters)
                    .record(took);
        }
        LOG.atInfo()
                .addKeyValue("status", execution.getExitStatus().getExitCode())
                .addKeyValue("seconds", took.toNanos() / NANOS)
                .log("{} {}", execution.getStepName(), execution.getExitStatus().getExitCode());
        for (String key : new String[] {"run_id", "step", "week", "business_date"}) {
            MDC.remove(key);
        }
        return null;
    }
}
