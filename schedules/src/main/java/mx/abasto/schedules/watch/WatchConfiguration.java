package mx.abasto.schedules.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.run.Runs;
import mx.abasto.schedules.alert.AlertSettings;
import mx.abasto.schedules.alert.Alerts;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What can be seen of a scheduler. Needs beans {@link Settings}, {@link Runs}, {@link Clock} and the job repository's
 * {@link DataSource}, those of {@code AlertConfiguration}, Boot's own configuration of the actuator under
 * {@link #properties}, and where there is one a {@link DueNights}. A {@link StepWatch} is a bean of whoever opens the
 * jobs.
 */
@Configuration(proxyBeanMethods = false)
public class WatchConfiguration {

    /**
     * What Boot should be told: where to listen; health, metrics and nothing else; liveness is the process alone, so that
     * nobody restarts it because the lake is away; readiness is the lake too.
     */
    public static Map<String, Object> properties(String address, int port) {
        return Map.of(
                "server.address", address,
                "server.port", port,
                "management.endpoints.web.exposure.include", "health,prometheus",
                "management.endpoint.health.show-details", "always",
                "management.endpoint.health.probes.enabled", "true",
                // Its name has milliseconds in it, which Prometheus' own check refuses.
                "management.metrics.enable.jvm.compilation", "false",
                "management.endpoint.health.group.liveness.include", "livenessState",
                "management.endpoint.health.group.readiness.include", "readinessState,lake");
    }

    @Bean
    LakeGlances lakeGlances(Runs runs, Settings settings, DataSource repository, Alerts alerts, Clock clock) {
        return new LakeGlances(runs.lake(), settings, repository, alerts, clock);
    }

    @Bean
    HealthIndicator lakeHealthIndicator(LakeGlances glances, Settings settings) {
        return new LakeHealth(glances, settings.lake().toString());
    }

    @Bean
    HealthIndicator latenessHealthIndicator(Optional<DueNights> due, Clock clock) {
        return new Lateness(due, clock);
    }

    @Bean
    LakeMetrics lakeMetrics(LakeGlances glances, Optional<DueNights> due, Clock clock, PrometheusRegistry registry) {
        LakeMetrics metrics = new LakeMetrics(glances, due, clock);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    RunMetrics runMetrics(Runs runs, LakeGlances glances, MeterRegistry registry) {
        Lake lake = runs.lake();
        return new RunMetrics(lake, glances, registry);
    }

    @Bean
    LakeWatch lakeWatch(Alerts alerts, Settings settings, AlertSettings alerting) {
        return new LakeWatch(alerts, settings, alerting.silentNights());
    }
}
