package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.pull.LandingFolder.Landed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one try takes, what it leaves alone, and that nothing half copied is kept. */
class SourcePullTest {
    private static final Instant LONG_AGO = Pulls.NOW.minusSeconds(3600);
    private static final String RECEIPTS = "receipts_x_20250120.csv";
    private static final String STOCK = "stock_x_20250120.csv";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LandingFolder landing;

    private final ScriptedSender sender =
            new ScriptedSender().holds(RECEIPTS, "12345").holds(STOCK, "abc");

    @BeforeEach
    void open() throws IOException {
        landing = new LandingFolder(folder);
    }

    @AfterEach
    void close() throws IOException {
        landing.close();
    }

    private SourcePull pull(Source.Limits limits) throws IOException, InterruptedException {
        return pull(limits, Map.of());
    }

    private SourcePull pull(Source.Limits limits, Map<String, Set<String>> taken)
            throws IOException, InterruptedException {
        SourcePull pull = Pulls.pull(Pulls.source(limits), taken, landing, folder);
        pull.run(sender);
        return pull;
    }

    private List<String> landed() {
        return landing.seal().stream().map(each -> each.file().path()).toList();
    }

    private String bytesOf(Landed file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file.landedIn()));
        int start = Math.toIntExact(file.landedAt());
        return new String(
                Arrays.copyOfRange(
                        bytes, start, start + Math.toIntExact(file.content().bytes())),
                StandardCharsets.UTF_8);
    }

    @Test
    void whatIsOfferedLandsWithItsHash() throws Exception {
        sender.lists(ScriptedSender.file(STOCK, 3, LONG_AGO), ScriptedSender.file(RECEIPTS, 5, LONG_AGO));

        assertThat(pull(Pulls.LIMITS).leftAlone()).isEmpty();

        List<Landed> files = landing.seal();
        assertThat(files).extracting(each -> each.file().path()).containsExactly(RECEIPTS, STOCK);
        assertThat(bytesOf(files.get(0))).isEqualTo("12345");
        assertThat(bytesOf(files.get(1))).isEqualTo("abc");
        assertThat(files.get(1).content().sha256()).isEqualTo(Hashes.sha256("abc"));
    }

    @Test
    void aFileThatGrowsWhileItIsWatchedIsLeftAlone() throws Exception {
        Instant justNow = Pulls.NOW.minusMillis(1);
        sender.lists(ScriptedSender.file(STOCK, 3, LONG_AGO), ScriptedSender.file(RECEIPTS, 4, justNow))
                .lists(ScriptedSender.file(STOCK, 3, LONG_AGO), ScriptedSender.file(RECEIPTS, 5, justNow));

        assertThat(pull(Pulls.settling(Duration.ofMillis(20))).leftAlone())
                .containsExactly(
                        "units: " + RECEIPTS + " is left alone, it is still being written; the next night takes it");
        assertThat(landed()).containsExactly(STOCK);
        assertThat(sender.opened).containsExactly(STOCK);
    }

    @Test
    void aFileWhoseTimeChangesWhileItIsCopiedIsLeftAlone() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO))
                .lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO.plusSeconds(1)));

        assertThat(pull(Pulls.LIMITS).leftAlone()).singleElement().asString().contains("still being written");
        assertThat(landed()).isEmpty();
    }

    @Test
    void aFileThatHadTheTimeToSettleIsNotWaitedFor() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, 5, Pulls.NOW.minusSeconds(600)));

        pull(Pulls.settling(Duration.ofMinutes(10)));

        assertThat(landed()).containsExactly(RECEIPTS);
    }

    @Test
    void aFileFromTheFutureIsWatchedAndTakenIfItStays() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, 5, Pulls.NOW.plusSeconds(600)));

        pull(Pulls.settling(Duration.ofMillis(20)));

        assertThat(landed()).containsExactly(RECEIPTS);
    }

    @Test
    void aFileThatIsTooLongIsLeftAlone() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, (1 << 20) + 1L, LONG_AGO), ScriptedSender.file(STOCK, 3, LONG_AGO));

        assertThat(pull(Pulls.LIMITS).leftAlone())
                .containsExactly("units: " + RECEIPTS
                        + " is left alone, it has 1048577 bytes and the size-limit of the source is 1048576");
        assertThat(landed()).containsExactly(STOCK);
    }

    @Test
    void aFileThatTurnsOutTooLongLeavesNothingBehind() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, -1, LONG_AGO), ScriptedSender.file(STOCK, 3, LONG_AGO))
                .holds(RECEIPTS, "x".repeat((1 << 20) + 1));

        assertThat(pull(Pulls.LIMITS).leftAlone())
                .singleElement()
                .asString()
                .endsWith("is left alone, it is longer than the size-limit of the source, 1048576 bytes");
        List<Landed> files = landing.seal();
        assertThat(files).extracting(each -> each.file().path()).containsExactly(STOCK);
        assertThat(files.get(0).landedAt()).isZero();
        assertThat(bytesOf(files.get(0))).isEqualTo("abc");
    }

    @Test
    void theNextTryTakesUpWhereTheFirstFailed() throws Exception {
        DeliveredFile lost = ScriptedSender.file("adjustments_x_20250120.csv", 7, LONG_AGO);
        DeliveredFile stock = ScriptedSender.file(STOCK, 3, LONG_AGO);
        sender.lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO), stock);
        SourcePull pull = Pulls.pull(Pulls.source(Pulls.LIMITS), Map.of(), landing, folder);
        pull.run(sender);
        ScriptedSender again = new ScriptedSender().lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO), stock, lost);

        assertThatThrownBy(() -> pull.run(again))
                .hasMessage("adjustments_x_20250120.csv broke off (the line went dead)");
        again.holds("adjustments_x_20250120.csv", "nothing");
        pull.run(again);

        assertThat(again.opened).containsOnly("adjustments_x_20250120.csv");
        assertThat(landed()).containsExactly(RECEIPTS, STOCK, "adjustments_x_20250120.csv");
    }

    @Test
    void whatANightHasTakenIsNotTakenAgainUnlessItsBytesAreOthers() throws Exception {
        sender.lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO), ScriptedSender.file(STOCK, 3, LONG_AGO));

        pull(
                Pulls.LIMITS,
                Map.of(
                        "units/" + RECEIPTS, Set.of(Hashes.sha256("12345")),
                        "units/" + STOCK, Set.of(Hashes.sha256("before"))));

        assertThat(landed()).containsExactly(STOCK);
    }

    @Test
    void filesThatAreReadFromTheirEndHaveAFileOfTheirOwn() throws Exception {
        String zip = "stock_y_20250120.zip";
        sender.lists(ScriptedSender.file(RECEIPTS, 5, LONG_AGO), ScriptedSender.file(zip, 6, LONG_AGO))
                .holds(zip, "PK\u0003\u0004..");

        pull(Pulls.LIMITS);

        List<Landed> files = landing.seal();
        assertThat(files).extracting(Landed::landedIn).doesNotHaveDuplicates();
        assertThat(files).extracting(Landed::landedAt).containsOnly(0L);
        assertThat(bytesOf(files.get(1))).isEqualTo("PK\u0003\u0004..");
    }
}
