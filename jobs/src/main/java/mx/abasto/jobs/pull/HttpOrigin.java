package mx.abasto.jobs.pull;

import static java.net.HttpURLConnection.HTTP_BAD_METHOD;
import static java.net.HttpURLConnection.HTTP_GONE;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.net.HttpURLConnection.HTTP_NOT_IMPLEMENTED;
import static java.net.HttpURLConnection.HTTP_OK;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;

/** Folders of a web server: those that it lists as a page of links, and files whose names are known. */
final class HttpOrigin implements Origin {
    private static final int AT_A_TIME = 4;
    private static final int INDEX_BYTES_MAX = 64 << 20;

    private final HttpAnswers answers;
    private final Patience patience;
    private volatile @Nullable InputStream body;

    HttpOrigin(Source source, URI address) {
        this.answers = new HttpAnswers(source, address);
        this.patience = new Patience(source.limits().silence(), this::hangUp);
    }

    @Override
    public List<Offer> list(URI folder) throws IOException {
        HttpResponse<InputStream> answer = answer(answers.ask("GET", at(folder, "")));
        if (isAbsent(answer)) {
            HttpAnswers.drop(answer);
            return List.of();
        }
        byte[] page;
        try (InputStream body = body(answer)) {
            page = body.readNBytes(INDEX_BYTES_MAX);
            if (body.read() >= 0) {
                throw new RefusedException(
                        "the list of %s is longer than %d bytes; name the files in the source's names"
                                .formatted(folder.getPath(), INDEX_BYTES_MAX));
            }
        }
        return find(folder, new HttpIndex(answer.uri()).names(new String(page, StandardCharsets.UTF_8)));
    }

    @Override
    public List<Offer> find(URI folder, Collection<String> names) throws IOException {
        List<Offer> offers = new ArrayList<>();
        Deque<Asked> asked = new ArrayDeque<>();
        try {
            for (String name : names) {
                if (asked.size() == AT_A_TIME) {
                    offer(asked.remove()).ifPresent(offers::add);
                }
                URI target = at(folder, name);
                asked.add(new Asked(name, target, answers.ask("HEAD", target)));
            }
            while (!asked.isEmpty()) {
                offer(asked.remove()).ifPresent(offers::add);
            }
            return offers;
        } finally {
            asked.forEach(left -> left.answer().cancel(true));
        }
    }

    private record Asked(String name, URI target, CompletableFuture<HttpResponse<InputStream>> answer) {}

    private Optional<Offer> offer(Asked asked) throws IOException {
        HttpResponse<InputStream> answer = answer(asked.answer());
        HttpAnswers.drop(answer);
        boolean knowsNoHead = answer.statusCode() == HTTP_BAD_METHOD || answer.statusCode() == HTTP_NOT_IMPLEMENTED;
        if (knowsNoHead) {
            answer = answer(answers.ask("GET", asked.target()));
            HttpAnswers.drop(answer);
        }
        if (isAbsent(answer)) {
            return Optional.empty();
        }
        if (answer.statusCode() != HTTP_OK) {
            throw HttpAnswers.meant(answer);
        }
        long bytes = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        return Optional.of(new Offer(asked.name(), bytes, modifiedAt(answer)));
    }

    private static @Nullable Instant modifiedAt(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("Last-Modified")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    @Override
    public InputStream open(URI folder, String name) throws IOException {
        return body(answer(answers.ask("GET", at(folder, name))));
    }

    private InputStream body(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() != HTTP_OK) {
            throw HttpAnswers.meant(answer);
        }
        body = answer.body();
        return new ServedStream(patience, answer.body());
    }

    /** Who waits for a body heeds no interrupt, but its closing; who waits for an answer heeds an interrupt. */
    private void hangUp() throws IOException {
        InputStream open = body;
        if (open != null) {
            open.close();
        }
    }

    private static boolean isAbsent(HttpResponse<?> answer) {
        return answer.statusCode() == HTTP_NOT_FOUND || answer.statusCode() == HTTP_GONE;
    }

    private HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> asked) throws IOException {
        return patience.await(() -> {
            try {
                return asked.get();
            } catch (InterruptedException stopped) {
                asked.cancel(true);
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted").initCause(stopped);
            } catch (ExecutionException failure) {
                throw meant(failure.getCause());
            }
        });
    }

    private static IOException meant(@Nullable Throwable failure) {
        if (failure instanceof HttpTimeoutException tooSilent) {
            return (IOException) new SocketTimeoutException(tooSilent.getMessage()).initCause(tooSilent);
        }
        String message = failure == null ? null : failure.getMessage();
        // The client's own messages are often empty.
        return new IOException("asking failed: " + (message == null ? failure : message), failure);
    }

    private static URI at(URI folder, String name) {
        String base = folder.getRawPath() == null ? "" : folder.getRawPath().replaceFirst("/+$", "");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String authority = String.valueOf(folder.getRawAuthority()).replaceFirst("^.*@", "");
        return URI.create(folder.getScheme() + "://" + authority + base + "/" + encoded);
    }

    @Override
    public void close() {
        patience.close();
    }
}
