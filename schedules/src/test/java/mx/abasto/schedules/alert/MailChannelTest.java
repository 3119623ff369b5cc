package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mx.abasto.common.model.Language;
import mx.abasto.common.model.Secret;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import mx.abasto.schedules.alert.AlertSettings.Encryption;
import mx.abasto.schedules.alert.AlertSettings.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail as a real SMTP server gets it. */
class MailChannelTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Message MESSAGE =
            new Message(Phase.RAISED, Kind.NIGHT_LATE, List.of(), "[Abasto] Título", "Línea uno\nLínea dos\n");

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Mail mail(Optional<String> user, Encryption encryption, String... to) {
        return new Mail(
                "127.0.0.1",
                desk.post.getSmtp().getPort(),
                user.orElse(null),
                user.map(name -> new Secret("clave de " + name)).orElse(null),
                encryption,
                "abasto@example.org",
                List.of(to));
    }

    @Test
    void aMailSaysWhatHappenedWhatItMeansAndWhatToType() {
        for (Language language : Language.values()) {
            AlertSettings settings = Desk.settings(language, Optional.of(desk.mail()), List.of());
            try (Alerts alerts = desk.alerts(TestDatabases.h2(), settings)) {
                alerts.raise(Alert.runFailed("2025-01-20", "The disk is full.", Outlook.WAITS_FOR_A_CHANGE));
                alerts.deliverAndWait();
            }
        }
        MimeMessage[] mails = desk.post.getReceivedMessages();
        assertThat(desk.subjects())
                .containsExactly(
                        "[Abasto] La noche 2025-01-20 no se publicó",
                        "[Abasto] The night 2025-01-20 was not published");
        assertThat(Desk.body(mails[0])).isEqualTo("""
                Qué pasó:
                Falló la corrida de la noche 2025-01-20. The disk is full.
                El servicio no lo intenta de nuevo hasta que cambie abasto.yml o el día, porque fallaría igual.

                Qué significa:
                De esta noche no se publicó nada, y nada se perdió: las noches anteriores siguen ahí y los extractos \
                están donde estaban. Las noches siguientes y la semana esperan a esta.

                Qué hacer:
                Corrija lo que dice el mensaje de arriba. Después corra lo que falta:
                    java -jar jobs/target/abasto.jar --config abasto.yml catch-up --until 2025-01-20""");
        assertThat(Desk.body(mails[1])).isEqualTo("""
                What happened:
                The run of the night 2025-01-20 failed. The disk is full.
                The service does not try again until abasto.yml or the day changes, because it would fail in the same \
                way.

                What it means:
                Nothing of this night was published, and nothing is lost: earlier nights stand, and the extracts lie \
                where they were. Later nights and the week wait for this one.

                What to do:
                Mend what the message above names. Then run what is missing:
                    java -jar jobs/target/abasto.jar --config abasto.yml catch-up --until 2025-01-20""");
    }

    @Test
    void aMailGoesToAllWhoAreNamedAndAsksForNoAnswer() throws Exception {
        new MailChannel(
                        mail(Optional.empty(), Encryption.NONE, "uno@example.org", "dos@example.org"),
                        LIMIT,
                        Clock.systemUTC())
                .send(MESSAGE);
        MimeMessage[] mails = desk.post.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getAllRecipients())
                .extracting(String::valueOf)
                .containsExactly("uno@example.org", "dos@example.org");
        assertThat(mails[0].getFrom()).extracting(String::valueOf).containsExactly("abasto@example.org");
        assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mails[0].getSubject()).isEqualTo("[Abasto] Título");
        assertThat(Desk.body(mails[0])).isEqualTo("Línea uno\nLínea dos");
    }

    @Test
    void aServerThatAsksWhoSendsIsTold() throws Exception {
        desk.post.setUser("uno@example.org", "abasto", "clave de abasto");
        new MailChannel(mail(Optional.of("abasto"), Encryption.NONE, "uno@example.org"), LIMIT, Clock.systemUTC())
                .send(MESSAGE);
        assertThat(desk.post.getReceivedMessages()).hasSize(1);

        MailChannel stranger = new MailChannel(
                mail(Optional.of("stranger"), Encryption.NONE, "uno@example.org"), LIMIT, Clock.systemUTC());
        assertThatThrownBy(() -> stranger.send(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("535");
    }

    @Test
    void aServerWithoutEncryptionGetsNeitherPasswordNorMailWhereItIsAskedFor() {
        desk.post.setUser("uno@example.org", "abasto", "clave de abasto");
        MailChannel channel = new MailChannel(
                mail(Optional.of("abasto"), Encryption.START_TLS, "uno@example.org"), LIMIT, Clock.systemUTC());
        assertThatThrownBy(() -> channel.send(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS is required");
        assertThat(desk.post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatSaysNothingIsLeft() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            MailChannel channel = new MailChannel(
                    new Mail(
                            "127.0.0.1",
                            mute.getLocalPort(),
                            null,
                            null,
                            Encryption.NONE,
                            "abasto@example.org",
                            List.of("uno@example.org")),
                    LIMIT,
                    Clock.systemUTC());
            assertThatThrownBy(() -> channel.send(MESSAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }
}
