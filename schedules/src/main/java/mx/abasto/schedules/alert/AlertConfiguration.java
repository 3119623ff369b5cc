package mx.abasto.schedules.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import mx.abasto.common.model.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The alerts of a scheduler. Needs beans {@link Settings}, {@link Clock} and the job repository's {@link DataSource}, the
 * keys under {@code abasto.alerts} in the environment, and {@value #CONFIGURATION}: the configuration file as it was
 * named to the service, for the commands in the texts.
 */
@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {
    /** The property that names the configuration file. */
    public static final String CONFIGURATION = "scheduler.configuration";

    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Bean
    AlertSettings alertSettings(
            Environment environment,
            Settings settings,
            @Value("${" + CONFIGURATION + ":abasto.yml}") String configuration) {
        return AlertKeys.read(environment, settings, configuration);
    }

    @Bean
    Alerts alerts(DataSource database, Settings settings, AlertSettings alerting, Clock clock) {
        return alerts(database, settings, alerting, clock, LIMIT);
    }

    static Alerts alerts(DataSource database, Settings settings, AlertSettings alerting, Clock clock, Duration limit) {
        List<Channel> channels = new ArrayList<>();
        channels.add(new LogChannel());
        alerting.mail().ifPresent(mail -> channels.add(new MailChannel(mail, limit, clock)));
        alerting.webhooks().forEach(webhook -> channels.add(new WebhookChannel(webhook, limit)));
        return new Alerts(
                new AlertStore(database, settings.lake().toString(), clock, alerting.reminder()),
                new AlertTexts(
                        new AlertWords(alerting.language()),
                        alerting.command(),
                        settings.repository().url().startsWith("jdbc:h2:")
                                ? AlertTexts.Repository.OF_ONE_PROCESS
                                : AlertTexts.Repository.SHARED),
                channels);
    }
}
