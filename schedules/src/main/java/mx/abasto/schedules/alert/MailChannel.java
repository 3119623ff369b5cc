package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import mx.abasto.common.model.Secret;
import mx.abasto.schedules.alert.AlertSettings.Encryption;
import mx.abasto.schedules.alert.AlertSettings.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail by SMTP: one for all who are named. */
final class MailChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final int IMPLICIT_TLS = 465;

    private final Mail mail;
    private final Clock clock;
    private final Properties properties;

    /** {@code limit}: how long connecting, or a single answer of the server, may take. */
    MailChannel(Mail mail, Duration limit, Clock clock) {
        this.mail = requireNonNull(mail, "mail is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.properties = properties(mail, Long.toString(limit.toMillis()));
    }

    private static Properties properties(Mail mail, String limitMillis) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        properties.setProperty("mail.smtp.from", mail.from());
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", limitMillis);
        properties.setProperty("mail.smtp.timeout", limitMillis);
        properties.setProperty("mail.smtp.writetimeout", limitMillis);
        // One address that is refused does not keep the mail from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (mail.port() == IMPLICIT_TLS) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
        } else if (mail.encryption() == Encryption.START_TLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Message message) throws IOException {
        try {
            Transport.send(written(message));
        } catch (SendFailedException failure) {
            requireSomeoneReached(failure);
        } catch (MessagingException failure) {
            throw unsent(failure);
        }
    }

    private IOException unsent(MessagingException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String why = cause == failure ? failure.getMessage() : failure.getMessage() + " (" + cause.getMessage() + ")";
        return new IOException("%s:%d: %s".formatted(mail.host(), mail.port(), why), failure);
    }

    private MimeMessage written(Message message) throws MessagingException {
        MimeMessage letter = new MimeMessage(session());
        letter.setFrom(new InternetAddress(mail.from()));
        for (String address : mail.to()) {
            letter.addRecipient(RecipientType.TO, new InternetAddress(address));
        }
        letter.setSubject(message.title(), StandardCharsets.UTF_8.name());
        letter.setText(message.body(), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(clock.instant()));
        // So that no out-of-office note answers it.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Abasto-Alert", message.kind() + " " + message.phase());
        return letter;
    }

    private Session session() {
        Secret password = mail.password();
        return Session.getInstance(
                properties,
                password == null
                        ? null
                        : new Authenticator() {
                            @Override
                            protected PasswordAuthentication getPasswordAuthentication() {
                                return new PasswordAuthentication(mail.user(), password.text());
                            }
                        });
    }

    private void requireSomeoneReached(SendFailedException failure) throws IOException {
        if (failure.getValidSentAddresses() == null || failure.getValidSentAddresses().length == 0) {
            throw unsent(failure);
        }
        LOG.warn(
                "The mail server took an alert, but not for all addresses of abasto.alerts.mail.to: {}",
                failure.getMessage());
    }
}
