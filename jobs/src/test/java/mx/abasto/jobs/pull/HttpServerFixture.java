package mx.abasto.jobs.pull;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A web server that lists its folders as pages of links. */
final class HttpServerFixture extends ServerFixture {
    private static final int FOUND = 302;
    private static final String MOVED = "/moved";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "http-fixture");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean knowsHead = true;
    private volatile boolean listsFolders = true;
    private volatile int failing;
    private volatile String movedTo = "";

    HttpServerFixture(Path root) throws IOException {
        super(root);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer)
                .setAuthenticator(new BasicAuthenticator("fixture", StandardCharsets.UTF_8) {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals(USER) && password.equals(PASSWORD) && !faults().isRefusing();
                    }
                });
        server.setExecutor(threads);
        server.start();
    }

    /** Answers 405 to HEAD. */
    void forgetHead() {
        knowsHead = false;
    }

    /** Has files, but no lists of them. */
    void listNothing() {
        listsFolders = false;
    }

    /** Sends those who ask for what has moved to another server. */
    void pointTo(HttpServerFixture other) {
        movedTo = "http://localhost:" + other.port();
    }

    /** Answers with this status to everything. */
    void fail(int status) {
        failing = status;
    }

    @Override
    String scheme() {
        return "http";
    }

    @Override
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    void heal() throws IOException {
        super.heal();
        knowsHead = true;
        listsFolders = true;
        failing = 0;
        movedTo = "";
    }

    @Override
    public void close() throws IOException {
        heal();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            faults().atRequest();
            String path = exchange.getRequestURI().getPath();
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            Path file = root().resolve(path.substring(1));
            if (failing != 0) {
                exchange.sendResponseHeaders(failing, -1);
            } else if (path.startsWith(MOVED)) {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                movedTo + exchange.getRequestURI().getRawPath().substring(MOVED.length()));
                exchange.sendResponseHeaders(FOUND, -1);
            } else if (isHead && !knowsHead) {
                exchange.sendResponseHeaders(405, -1);
            } else if (Files.isDirectory(file) && listsFolders && path.endsWith("/")) {
                send(exchange, page(file, path).getBytes(StandardCharsets.UTF_8), false);
            } else if (Files.isRegularFile(file)) {
                exchange.getResponseHeaders()
                        .set(
                                "Last-Modified",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(Files.getLastModifiedTime(file)
                                        .toInstant()
                                        .atOffset(ZoneOffset.UTC)));
                send(exchange, Files.readAllBytes(file), isHead);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void send(HttpExchange exchange, byte[] bytes, boolean isHead) throws IOException {
        if (isHead) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        boolean isCut = faults().takeCut();
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        OutputStream body = exchange.getResponseBody();
        body.write(bytes, 0, bytes.length / 2);
        body.flush();
        faults().atHalf();
        if (!isCut) {
            body.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }
    }

    /** As Apache writes it, the last name first: nobody may rely on the order in which a sender lists its files. */
    private static String page(Path folder, String path) throws IOException {
        StringBuilder page = new StringBuilder("<html><head><title>Index of " + path + "</title></head><body><pre>")
                .append("<a href=\"?C=N;O=D\">Name</a> <a href=\"?C=M;O=A\">Last modified</a><hr>")
                .append("<img src=\"/icons/back.gif\"> <a href=\"/\">Parent Directory</a>\n");
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            String name = URLEncoder.encode(entry.getFileName().toString(), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%26", "&amp;");
            page.append("<A class='file' HREF=\"")
                    .append(name)
                    .append(Files.isDirectory(entry) ? "/" : "")
                    .append("\">x</A>\n");
        }
        return page + "</pre></body></html>";
    }
}
