package mx.abasto.schedules.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Settings;
import mx.abasto.schedules.alert.AlertSettings.Encryption;
import mx.abasto.schedules.alert.AlertSettings.Mail;
import mx.abasto.schedules.due.HandClock;

/** Someone who is told: a real SMTP server, a real HTTP server, and schedulers' alerts that end there. */
final class Desk implements AutoCloseable {
    static final Duration REMINDER = Duration.ofHours(12);
    static final String COMMAND = "java -jar jobs/target/abasto.jar --config abasto.yml";

    private static final Duration LIMIT = Duration.ofMillis(500);

    final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    final Receiver receiver;
    final HandClock clock = new HandClock("2025-01-21T12:00:00Z");

    Desk() throws IOException {
        receiver = new Receiver();
        post.start();
    }

    Mail mail() {
        return new Mail(
                "127.0.0.1",
                post.getSmtp().getPort(),
                null,
                null,
                Encryption.NONE,
                "abasto@example.org",
                List.of("guardia@example.org"));
    }

    /** A scheduler's alerts, in Spanish, to both. */
    Alerts alerts(DataSource database) {
        return alerts(database, settings(Language.ES, Optional.of(mail()), List.of(receiver.webhook())), LIMIT);
    }

    Alerts alerts(DataSource database, AlertSettings alerting) {
        return alerts(database, alerting, LIMIT);
    }

    Alerts alerts(DataSource database, AlertSettings alerting, Duration limit) {
        return AlertConfiguration.alerts(
                database, TestSettings.of(Path.of("."), "jdbc:postgresql://db/abasto"), alerting, clock, limit);
    }

    static AlertSettings settings(Language language, Optional<Mail> mail, List<AlertSettings.Webhook> webhooks) {
        return new AlertSettings(language, REMINDER, 3, COMMAND, mail, webhooks);
    }

    /** The subjects of the mails that came, in order. */
    List<String> subjects() {
        return Arrays.stream(post.getReceivedMessages()).map(Desk::subject).toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String body(MimeMessage mail) {
        try {
            return ((String) mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        receiver.close();
        post.stop();
    }

    /** Settings of a lake that nobody reads. */
    static final class TestSettings {
        private TestSettings() {}

        static Settings of(Path folder, String repository) {
            return new Settings(
                    folder,
                    URI.create("file:///srv/abasto/lake"),
                    folder.resolve("work"),
                    folder.resolve("reference").toUri(),
                    7,
                    1,
                    7,
                    35,
                    100,
                    "1GB",
                    2,
                    new Settings.Repository(repository, null, null),
                    List.of(),
                    Map.of(),
                    null,
                    Language.ES,
                    null,
                    null);
        }
    }
}
