package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.Secret;
import mx.abasto.schedules.alert.AlertSettings.Webhook;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook: a POST of JSON with {@code event} (raised, reminder, cleared), {@code kind}, {@code title}, {@code text}
 * (the title and the body, as chats show it) and {@code alerts}, each with {@code subject}, {@code severity} and
 * {@code facts}. Any answer from 200 to 299 says that it was taken.
 */
final class WebhookChannel implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN_HASH = 12;

    private final Webhook webhook;
    private final Duration limit;
    private final HttpClient client;

    /** {@code limit}: how long the whole exchange may take, connecting included. */
    WebhookChannel(Webhook webhook, Duration limit) {
        this.webhook = requireNonNull(webhook, "webhook is null");
        this.limit = requireNonNull(limit, "limit is null");
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The address itself may be the secret. */
    @Override
    public String name() {
        return "webhook " + webhook.url().getHost() + " "
                + Hashes.sha256(webhook.url().toString()).substring(0, SHOWN_HASH);
    }

    @Override
    public void send(Message message) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
                .timeout(limit)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json(message)));
        Secret token = webhook.token();
        if (token != null) {
            request.header("Authorization", "Bearer " + token.text());
        }
        // The request's own time-out ends with the head of the answer; a body may hang after it.
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            int status = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status < 200 || status > 299) {
                throw new IOException("it answered " + status);
            }
        } catch (TimeoutException hangs) {
            throw new IOException("it did not answer within " + limit.toMillis() + " ms", hangs);
        } catch (ExecutionException failure) {
            throw new IOException(String.valueOf(requireNonNull(failure.getCause())), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is stopping", stop);
        } finally {
            answer.cancel(true);
        }
    }

    private static String json(Message message) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", message.phase().name().toLowerCase(Locale.ROOT));
        tree.put("kind", message.kind().name());
        tree.put("title", message.title());
        tree.put("text", message.title() + "\n\n" + message.body());
        List<Map<String, Object>> alerts = message.alerts().stream()
                .map(alert -> {
                    Map<String, Object> each = new LinkedHashMap<>();
                    each.put("subject", alert.subject());
                    each.put("severity", alert.severity().name());
                    each.put("facts", alert.facts());
                    return each;
                })
                .toList();
        tree.put("alerts", alerts);
        return JSON.writeValueAsString(tree);
    }
}
