package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.Test;

class HdfsOriginTest extends OriginContract<HdfsFixture> {
    /** More than fits between two processes. */
    private static final int HUGE = 24 << 20;

    @Override
    HdfsFixture start(Path root) throws IOException {
        return new HdfsFixture(root);
    }

    @Test
    void whoMayNotReadIsRefused() throws IOException {
        server().makeFolder("hidden");
        server().hide("hidden");
        Source.Access somebody = new Source.Access("somebody", null, null, null, null, null, null);
        try (Origin origin = origin(somebody, PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("hidden")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("user=somebody")
                    .hasMessageContaining("set the source's user");
        }
    }

    @Test
    void aDataNodeThatFallsSilentIsGivenUp() throws IOException {
        server().put("huge/silent.csv", bytes(HUGE));
        try (Origin origin = origin(Duration.ofSeconds(2));
                InputStream from = origin.open(server().uri("huge"), "silent.csv")) {
            assertThat(from.readNBytes(5)).hasSize(5);
            server().hang();
            assertThatThrownBy(from::readAllBytes)
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server said nothing for 2000 ms");
        }
    }

    @Test
    void closingEndsAReadFromADataNode() throws Exception {
        server().put("huge/closed.csv", bytes(HUGE));
        Origin origin = origin(PATIENT);
        CountDownLatch isHung = new CountDownLatch(1);
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try (InputStream from = origin.open(server().uri("huge"), "closed.csv")) {
                assertThat(from.readNBytes(5)).hasSize(5);
                server().hang();
                isHung.countDown();
                return from.readAllBytes();
            }
        });
        Thread caller = new Thread(task, "caller");
        caller.start();
        isHung.await();
        server().awaitHung(caller);
        origin.close();
        assertThatThrownBy(task::get).cause().hasMessage("its connection was closed");
    }
}
