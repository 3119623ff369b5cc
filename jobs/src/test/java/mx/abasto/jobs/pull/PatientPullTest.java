package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How often and how long a source is tried, and that what it gave until then is kept. */
@Timeout(30)
class PatientPullTest {
    private static final Instant LONG_AGO = Pulls.NOW.minusSeconds(3600);
    private static final DeliveredFile STOCK = ScriptedSender.file("stock_x_20250120.csv", 3, LONG_AGO);
    private static final DeliveredFile ZEBRA = ScriptedSender.file("stock_z_20250120.csv", 3, LONG_AGO);

    @TempDir
    Path folder = Path.of("");

    private final AtomicInteger connections = new AtomicInteger();

    /** What is wrong in the end, null if nothing; what landed is checked. */
    private @Nullable String problem(Source.Limits limits, List<ScriptedSender> tries, String... landed)
            throws Exception {
        Source source = Pulls.source(limits);
        try (LandingFolder landing = new LandingFolder(folder)) {
            String problem = new PatientPull(
                            source, () -> tries.get(Math.min(connections.getAndIncrement(), tries.size() - 1)))
                    .run(Pulls.pull(source, Map.of(), landing, folder));
            assertThat(landing.seal()).extracting(each -> each.file().path()).containsExactly(landed);
            return problem;
        }
    }

    private static ScriptedSender dead(String how) {
        return new ScriptedSender().answers(() -> {
            throw new IOException(how);
        });
    }

    @Test
    void aSourceThatComesBackIsPulledWhole() throws Exception {
        ScriptedSender alive = new ScriptedSender().lists(STOCK).holds(STOCK.path(), "abc");

        assertThat(problem(
                        Pulls.trying(3, Duration.ofMinutes(1)),
                        List.of(dead("connection refused"), dead("connection reset"), alive),
                        STOCK.path()))
                .isNull();
        assertThat(connections).hasValue(3);
    }

    @Test
    void aSourceThatStaysAwayIsGivenUpAfterItsTries() throws Exception {
        assertThat(problem(Pulls.trying(2, Duration.ofMinutes(1)), List.of(dead("connection refused"))))
                .isEqualTo("connection refused, after 2 tries");
        assertThat(connections).hasValue(2);
    }

    @Test
    void aSourceThatWillNotHaveUsIsNotAskedAgain() throws Exception {
        ScriptedSender refusing = new ScriptedSender().answers(() -> {
            throw new RefusedException("the password is wrong");
        });

        assertThat(problem(Pulls.trying(3, Duration.ofMinutes(1)), List.of(refusing)))
                .isEqualTo("the password is wrong");
        assertThat(connections).hasValue(1);
    }

    @Test
    void aSourceThatDiesHalfwayKeepsWhatItGave() throws Exception {
        ScriptedSender dying = new ScriptedSender().lists(STOCK, ZEBRA).holds(STOCK.path(), "abc");

        assertThat(problem(Pulls.LIMITS, List.of(dying), STOCK.path()))
                .isEqualTo(ZEBRA.path() + " broke off (the line went dead), after 1 try");
    }

    @Test
    void aSourceThatHangsIsDisconnectedWhenItsTimeIsOver() throws Exception {
        ScriptedSender hanging = new ScriptedSender();
        hanging.answers(() -> {
            try {
                hanging.closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new InterruptedIOException("disconnected");
        });

        assertThat(problem(Pulls.trying(3, Duration.ofMillis(50)), List.of(hanging)))
                .isEqualTo("its time-limit of 50 ms is over");
        assertThat(hanging.closed.getCount()).isZero();
    }

    @Test
    void aDiskOfOursThatIsFullIsNoFailureOfTheSource() throws Exception {
        Files.createSymbolicLink(folder.resolve("bytes"), Path.of("/dev/full"));
        ScriptedSender alive = new ScriptedSender().lists(STOCK).holds(STOCK.path(), "abc");

        assertThatThrownBy(() -> problem(Pulls.trying(3, Duration.ofMinutes(1)), List.of(alive)))
                .isInstanceOf(AbastoException.class)
                .hasMessage(
                        "What the source units gave could not be written to the work folder: No space left on device."
                                + " Nothing was published; make room or mend the disk, and run the same command again.");
        assertThat(connections).hasValue(1);
    }
}
