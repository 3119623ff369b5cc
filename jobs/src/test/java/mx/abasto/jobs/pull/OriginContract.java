package mx.abasto.jobs.pull;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every origin keeps to, whatever its server speaks. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OriginContract<S extends ServerFixture> {
    static final Duration PATIENT = Duration.ofMinutes(10);
    static final Duration IMPATIENT = Duration.ofMillis(300);
    private static final int BIG = 3 << 20;

    private S server;

    abstract S start(Path root) throws IOException;

    @BeforeAll
    void startServer(@TempDir Path folder) throws IOException {
        server = start(folder.resolve("server"));
        server.makeFolder("units");
    }

    @AfterEach
    void healServer() throws IOException {
        server.heal();
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    S server() {
        return server;
    }

    Origin origin(Duration silence) {
        return origin(server.access(), silence);
    }

    Origin origin(Source.Access access, Duration silence) {
        return Origins.of(server.source("units", access, silence));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static byte[] read(Origin origin, URI folder, String name) throws IOException {
        try (InputStream from = origin.open(folder, name)) {
            return from.readAllBytes();
        }
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() throws IOException {
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server.uri("no/such/folder"))).isEmpty();
        }
    }

    @Test
    void anEmptyFolderIsEmpty() throws IOException {
        server.makeFolder("empty");
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server.uri("empty"))).isEmpty();
        }
    }

    @Test
    void filesAreListedWithTheirSizesAndFoldersAreNot() throws IOException {
        Instant before = Instant.now().minusSeconds(60);
        server.put("listed/stock.csv", "clues".getBytes(UTF_8));
        server.put("listed/empty.csv", new byte[0]);
        server.put("listed/older/receipts.csv", new byte[1]);
        try (Origin origin = origin(PATIENT)) {
            List<Origin.Offer> offers = origin.list(server.uri("listed"));
            assertThat(offers)
                    .extracting(Origin.Offer::name, Origin.Offer::bytes)
                    .containsExactlyInAnyOrder(tuple("stock.csv", 5L), tuple("empty.csv", 0L));
            assertThat(offers)
                    .allSatisfy(offer -> assertThat(offer.modifiedAt()).isBetween(before, Instant.now()));
        }
    }

    @Test
    void namedFilesAreFoundWhereTheyAre() throws IOException {
        server.put("named/stock.csv", "clues".getBytes(UTF_8));
        server.put("named/other.csv", "clues".getBytes(UTF_8));
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.find(server.uri("named"), List.of("stock.csv", "receipts.csv")))
                    .extracting(Origin.Offer::name, Origin.Offer::bytes)
                    .containsExactly(tuple("stock.csv", 5L));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.csv",
                "con espacio.csv",
                "recepción_ñ.csv",
                "a+b.csv",
                "100%.csv",
                "%41.csv",
                "a&amp;b;c#d.csv",
                "'quoted'.csv",
                "star*.csv",
                "what?.csv",
                "[a].csv",
                "-rf.csv"
            })
    void aFileOfAnyNameIsListedAndReadWhole(String name) throws IOException {
        String folderName = "días de enero+100%/" + Integer.toHexString(name.hashCode());
        byte[] bytes = name.getBytes(UTF_8);
        server.put(folderName + "/" + name, bytes);
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server.uri(folderName)))
                    .extracting(Origin.Offer::name)
                    .containsExactly(name);
            assertThat(read(origin, server.uri(folderName), name)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_768, BIG})
    void aFileOfAnySizeIsReadWhole(int length) throws IOException {
        server.put("sizes/" + length + ".csv", bytes(length));
        try (Origin origin = origin(PATIENT)) {
            assertThat(read(origin, server.uri("sizes"), length + ".csv")).isEqualTo(bytes(length));
        }
    }

    @Test
    void aFileThatIsNotThereFails() throws IOException {
        try (Origin origin = origin(PATIENT)) {
            assertThatThrownBy(() -> read(origin, server.uri("units"), "absent.csv"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("absent.csv");
        }
    }

    @Test
    void aFileThatBreaksOffHalfwayThrowsAndTheNextTryGetsIt() throws IOException {
        server.put("cut/big.csv", bytes(BIG));
        server.cutHalfway(1);
        try (Origin origin = origin(PATIENT)) {
            assertThatThrownBy(() -> read(origin, server.uri("cut"), "big.csv")).isInstanceOf(IOException.class);
            server.heal();
            assertThat(read(origin, server.uri("cut"), "big.csv")).isEqualTo(bytes(BIG));
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        server.put("hung/stock.csv", bytes(100));
        server.hang();
        try (Origin origin = origin(IMPATIENT)) {
            assertThatThrownBy(() -> origin.list(server.uri("hung")))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server said nothing for 300 ms");
        }
        server.heal();
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server.uri("hung"))).hasSize(1);
        }
    }

    @Test
    void aFileThatStopsComingIsGivenUp() throws IOException {
        server.put("stopped/big.csv", bytes(BIG));
        server.hangHalfway();
        try (Origin origin = origin(IMPATIENT)) {
            assertThatThrownBy(() -> read(origin, server.uri("stopped"), "big.csv"))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server said nothing for 300 ms");
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void closingEndsAListThatIsWaitedFor() throws Exception {
        server.hang();
        Origin origin = origin(PATIENT);
        assertClosingEnds(origin, new FutureTask<>(() -> origin.list(server.uri("units"))));
    }

    @Test
    void closingEndsAReadThatIsWaitedFor() throws Exception {
        server.put("closed/big.csv", bytes(BIG));
        server.hangHalfway();
        Origin origin = origin(PATIENT);
        assertClosingEnds(origin, new FutureTask<>(() -> read(origin, server.uri("closed"), "big.csv")));
    }

    private void assertClosingEnds(Origin origin, FutureTask<?> task) throws Exception {
        Thread caller = new Thread(task, "caller");
        caller.start();
        server.awaitHung(caller);
        origin.close();
        assertThatThrownBy(task::get).cause().isInstanceOf(IOException.class).hasMessage("its connection was closed");
        origin.close();
        assertThatThrownBy(() -> origin.list(server.uri("units"))).hasMessage("its connection was closed");
    }

    @Test
    void aFileLeftEarlyDoesNotSpoilTheNext() throws IOException {
        server.put("left/big.csv", bytes(BIG));
        server.put("left/small.csv", bytes(10));
        try (Origin origin = origin(PATIENT)) {
            try (InputStream from = origin.open(server.uri("left"), "big.csv")) {
                assertThat(from.readNBytes(5)).hasSize(5);
            }
            assertThat(read(origin, server.uri("left"), "small.csv")).isEqualTo(bytes(10));
            assertThat(origin.list(server.uri("left"))).hasSize(2);
        }
    }

    @Test
    void aServerThatIsNotThereFails() throws IOException {
        int freePort;
        try (ServerSocket taken = new ServerSocket(0)) {
            freePort = taken.getLocalPort();
        }
        URI nowhere = URI.create(server.scheme() + "://localhost:" + freePort + "/units");
        Source there = server.source("units", server.access(), PATIENT);
        Source source = new Source(
                there.name(),
                nowhere.toString(),
                there.sites(),
                there.profile(),
                there.access(),
                there.names(),
                there.queries(),
                there.limits(),
                false);
        try (Origin origin = Origins.of(source)) {
            assertThatThrownBy(() -> origin.list(nowhere))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(RefusedException.class)
                    .hasMessageNotContaining(ServerFixture.PASSWORD);
        }
    }
}
