package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.Secret;
import mx.abasto.jobs.reconcile.Severity;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.AlertSettings.Webhook;
import mx.abasto.schedules.alert.Receiver.Answer;
import org.junit.jupiter.api.Test;

/** A webhook's post as a real HTTP server gets it, and what becomes of its answers. */
class WebhookChannelTest {
    private static final Message MESSAGE = new Message(
            Phase.RAISED,
            Kind.SOURCE_SILENT,
            List.of(new Alert(Kind.SOURCE_SILENT, "unidades", Severity.HIGH, Map.of("nights", "3"))),
            "Título",
            "Cuerpo\n");

    @Test
    void aPostIsJsonThatAChatCanShowAndAProgramCanRead() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Webhook webhook = new Webhook(receiver.webhook().url(), new Secret("t0ken"));
            new WebhookChannel(webhook, Duration.ofSeconds(10)).send(MESSAGE);
            Receiver.Post post = receiver.taken().get(0);
            assertThat(post.body().toString())
                    .isEqualTo("{\"event\":\"raised\",\"kind\":\"SOURCE_SILENT\",\"title\":\"Título\","
                            + "\"text\":\"Título\\n\\nCuerpo\\n\",\"alerts\":[{\"subject\":\"unidades\","
                            + "\"severity\":\"HIGH\",\"facts\":{\"nights\":\"3\"}}]}");
            assertThat(post.authorization()).isEqualTo("Bearer t0ken");
            assertThat(post.contentType()).isEqualTo("application/json; charset=utf-8");
        }
    }

    @Test
    void anyAnswerButTakenIsAFailureThatSaysWhy() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WebhookChannel channel = new WebhookChannel(receiver.webhook(), Duration.ofMillis(300));
            receiver.answer(Answer.BROKEN);
            assertThatThrownBy(() -> channel.send(MESSAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it answered 500");
            receiver.answer(Answer.ENDLESS);
            assertThatThrownBy(() -> channel.send(MESSAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it did not answer within 300 ms");
            receiver.answer(Answer.HANGING);
            assertThatThrownBy(() -> channel.send(MESSAGE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void itsNameTellsNeitherAddressNorToken() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String name = new WebhookChannel(receiver.webhook(), Duration.ofSeconds(1)).name();
            assertThat(name).matches("webhook 127\\.0\\.0\\.1 [0-9a-f]{12}");
        }
    }
}
