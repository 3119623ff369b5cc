package mx.abasto.schedules.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mx.abasto.schedules.alert.AlertSettings.Webhook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP server that webhooks are posted to, and that answers as a test wants it. */
final class Receiver implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How it answers. */
    enum Answer {
        TAKEN,
        BROKEN,
        /** Not at all. */
        HANGING,
        /** With a head, and a body that never ends. */
        ENDLESS
    }

    /** A post: its body, and what it says who it is. */
    record Post(JsonNode body, String authorization, String contentType) {
        String event() {
            return body.get("event").asString();
        }

        List<String> subjects() {
            return body.get("alerts")
                    .valueStream()
                    .map(alert -> alert.get("subject").asString())
                    .toList();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Post> taken = new CopyOnWriteArrayList<>();
    private final List<Post> seen = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.TAKEN;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/alerts", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Post post = new Post(
                    JSON.readTree(body),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
            seen.add(post);
            switch (answer) {
                case TAKEN -> {
                    taken.add(post);
                    exchange.sendResponseHeaders(204, -1);
                }
                case BROKEN -> exchange.sendResponseHeaders(500, -1);
                case HANGING -> closed.await();
                case ENDLESS -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    closed.await();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    Webhook webhook() {
        return new Webhook(
                URI.create("http://127.0.0.1:%d/alerts"
                        .formatted(server.getAddress().getPort())),
                null);
    }

    void answer(Answer next) {
        answer = next;
    }

    /** The posts that it said it took. */
    List<Post> taken() {
        return taken;
    }

    /** All posts. */
    List<Post> seen() {
        return seen;
    }

    /** The events that it took, in order. */
    List<String> events() {
        return taken.stream().map(Post::event).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
