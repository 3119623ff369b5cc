package mx.abasto.jobs.pull;

import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_UNAUTHORIZED;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a web server answers. Redirects are followed, but for those from https to http; the user and password go with
 * them only to the server that they are for.
 */
final class HttpAnswers {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int REDIRECTS_MAX = 5;

    private final HttpClient client;
    private final URI address;
    private final Duration silence;
    private final @Nullable String authorization;

    HttpAnswers(Source source, URI address) {
        this.address = address;
        this.silence = source.limits().silence();
        this.authorization = authorization(source);
        // Redirects are this class's: the client would take the password along.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(silence)
                .build();
    }

    private static @Nullable String authorization(Source source) {
        String user = source.access().user();
        if (user == null) {
            return null;
        }
        String password = Optional.ofNullable(source.access().password())
                .map(secret -> secret.text())
                .orElse("");
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks; the body of the answer is its taker's to close. */
    CompletableFuture<HttpResponse<InputStream>> ask(String method, URI target) {
        return ask(method, target, REDIRECTS_MAX);
    }

    private CompletableFuture<HttpResponse<InputStream>> ask(String method, URI target, int redirectsLeft) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(silence).method(method, HttpRequest.BodyPublishers.noBody());
        if (authorization != null && isOurs(target)) {
            request.header("Authorization", authorization);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenCompose(answer -> {
                    Optional<URI> next = redirect(answer);
                    if (next.isEmpty() || redirectsLeft == 0) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    drop(answer);
                    return ask(method, next.get(), redirectsLeft - 1);
                });
    }

    private boolean isOurs(URI target) {
        return String.valueOf(target.getHost()).equalsIgnoreCase(address.getHost())
                && target.getPort() == address.getPort()
                && String.valueOf(target.getScheme()).equalsIgnoreCase(address.getScheme());
    }

    private static Optional<URI> redirect(HttpResponse<InputStream> answer) {
        if (!REDIRECTS.contains(answer.statusCode())) {
            return Optional.empty();
        }
        boolean wasSafe = "https".equalsIgnoreCase(answer.uri().getScheme());
        return answer.headers()
                .firstValue("Location")
                .map(location -> answer.uri().resolve(location))
                .filter(next -> !wasSafe || "https".equalsIgnoreCase(next.getScheme()));
    }

    /** Hangs up on a body that nobody wants. */
    static void drop(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException alreadyGone) {
            // It is not wanted.
        }
    }

    /** What an answer that is not the thing asked for means. */
    static IOException meant(HttpResponse<InputStream> answer) {
        drop(answer);
        URI target = answer.uri();
        int status = answer.statusCode();
        String asked = target.getScheme() + "://" + target.getHost() + target.getPath();
        if (status == HTTP_UNAUTHORIZED || status == HTTP_FORBIDDEN) {
            return new RefusedException("the server answered %d to %s; set or correct the source's user and password"
                    .formatted(status, asked));
        }
        return new IOException("the server answered %d to %s".formatted(status, asked));
    }
}
