package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The keys under {@code abasto.alerts}, checked. What cannot be used is refused (UNUSABLE) with its key and why.
 *
 * @param language of the texts
 * @param reminder after how long an alert that still stands is sent again
 * @param silentNights so many published nights without a file make a source silent
 * @param command what the commands in the texts begin with
 * @param mail where mails go, if they do
 */
public record AlertSettings(
        Language language,
        Duration reminder,
        int silentNights,
        String command,
        Optional<Mail> mail,
        List<Webhook> webhooks) {

    /**
     * An SMTP server and who gets mail through it. Port 465 speaks TLS from the first byte.
     *
     * @param encryption of a connection to another port
     */
    public record Mail(
            String host,
            int port,
            @Nullable String user,
            @Nullable Secret password,
            Encryption encryption,
            String from,
            List<String> to) {
        public Mail {
            requireNonNull(encryption, "encryption is null");
            requireText("mail.host", host);
            if (port < 1 || port > 65535) {
                throw unusable("mail.port", Integer.toString(port), "a port from 1 to 65535");
            }
            requireAddress("mail.from", from);
            if (to.isEmpty()) {
                throw unusable("mail.to", "[]", "a list of one or more addresses");
            }
            to.forEach(address -> requireAddress("mail.to", address));
            if (user != null && password == null) {
                throw unusable("mail.user", user, "given together with mail.password or mail.password-file");
            }
            to = List.copyOf(to);
        }
    }

    /** Whether STARTTLS is asked for; where it is, a server without it gets neither password nor mail. */
    public enum Encryption {
        START_TLS,
        NONE
    }

    /** An address that alerts are posted to as JSON, and the bearer token that it asks for. */
    public record Webhook(URI url, @Nullable Secret token) {
        public Webhook {
            String scheme = url.getScheme();
            if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw unusable("webhooks.url", Secret.maskedIn(url.toString()), "an address with http: or https:");
            }
        }
    }

    public AlertSettings {
        requireNonNull(language, "language is null");
        if (reminder.compareTo(Duration.ofHours(1)) < 0) {
            throw unusable("reminder-hours", Long.toString(reminder.toHours()), "1 or more");
        }
        if (silentNights < 1) {
            throw unusable("silent-nights", Integer.toString(silentNights), "1 or more");
        }
        requireText("command", command);
        webhooks = List.copyOf(webhooks);
    }

    static AbastoException unusable(String key, String value, String expected) {
        return AbastoException.unusable(
                "abasto.alerts.%s is '%s'; it must be %s. Correct it in abasto.yml.".formatted(key, value, expected));
    }

    private static void requireText(String key, String text) {
        if (text.isBlank()) {
            throw unusable(key, text, "given");
        }
    }

    private static void requireAddress(String key, String address) {
        if (!address.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw unusable(key, address, "an address such as supply@example.org");
        }
    }
}
