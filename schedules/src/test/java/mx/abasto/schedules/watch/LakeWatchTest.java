package mx.abasto.schedules.watch;

import static mx.abasto.schedules.watch.MadeLake.file;
import static mx.abasto.schedules.watch.MadeLake.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked for in the lake after a night. */
class LakeWatchTest {
    private static final List<String> BOTH = List.of(file("units", "stock"), file("sai", "stock"));

    @TempDir
    private Path folder;

    private Heard heard;
    private MadeLake made;
    private LakeWatch watch;

    @BeforeEach
    void open() throws Exception {
        heard = new Heard();
        made = new MadeLake(folder, "units", "sai");
        watch = new LakeWatch(heard.alerts(), made.settings(), 3);
    }

    @AfterEach
    void close() {
        heard.close();
    }

    private List<String> afterNight(List<String> files, List<String> findings) {
        made.publish(files, findings);
        watch.look(made.lake());
        return heard.news();
    }

    @Test
    void aSourceIsSilentOnceSoManyNightsInARowBroughtNoFileOfItAndIsClearedByTheNext() {
        List<String> one = List.of(file("units", "stock"));
        assertThat(afterNight(BOTH, List.of())).isEmpty();
        assertThat(afterNight(one, List.of())).isEmpty();
        assertThat(afterNight(one, List.of())).isEmpty();
        assertThat(afterNight(one, List.of())).containsExactly("raised SOURCE_SILENT sai");
        assertThat(heard.lastText())
                .contains(
                        "De la fuente sai no llegó ningún archivo en ninguna de las 3 noches hasta 2025-01-09."
                                + " El último llegó el 2025-01-06.",
                        "file:///srv/extracts/sai/{date}",
                        "show discrepancies --date 2025-01-09 --rule EXT-01");
        assertThat(afterNight(one, List.of())).isEmpty();
        assertThat(afterNight(BOTH, List.of())).containsExactly("cleared SOURCE_SILENT sai");
        assertThat(afterNight(BOTH, List.of())).isEmpty();
    }

    @Test
    void aSourceThatNeverDeliveredIsSilentOnlyWhenThereWereEnoughNights() {
        List<String> one = List.of(file("units", "stock"));
        assertThat(afterNight(one, List.of())).isEmpty();
        assertThat(afterNight(one, List.of())).isEmpty();
        assertThat(afterNight(one, List.of())).containsExactly("raised SOURCE_SILENT sai");
        assertThat(heard.lastText()).contains("ni en las anteriores, hasta donde se buscó (3 noches)");
    }

    @Test
    void aCriticalConditionIsRaisedWhenItIsListedAndClearedWhenItEnds() {
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "HIGH", "NEW"))))
                .isEmpty();
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "NEW"))))
                .containsExactly("raised CRITICAL_DISCREPANCY a1");
        assertThat(heard.lastText())
                .contains("Discrepancia crítica LOT-01: OCIMB000012 010.000.0101.00 L1", "Lote a1.", "explain a1");
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "PERSISTING"))))
                .isEmpty();
        heard.clock().pass(Duration.ofHours(12));
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "PERSISTING"))))
                .containsExactly("reminder CRITICAL_DISCREPANCY a1");
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "RESOLVED"))))
                .containsExactly("cleared CRITICAL_DISCREPANCY a1");
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "REOPENED"))))
                .containsExactly("raised CRITICAL_DISCREPANCY a1");
        assertThat(afterNight(BOTH, List.of(finding("a1", "LOT-01", "CRITICAL", "SUPERSEDED"))))
                .containsExactly("cleared CRITICAL_DISCREPANCY a1");
    }

    @Test
    void aCriticalEventIsToldOnceForEachNightItHappensThoughItsLookWasMissed() {
        made.publish(List.of(), List.of(finding("b2", "DSP-05", "CRITICAL", "NEW")));
        assertThat(afterNight(List.of(), List.of())).containsExactly("raised CRITICAL_DISCREPANCY b2 2025-01-06");
        assertThat(heard.lastText()).contains("explain b2\n");
        watch = new LakeWatch(heard.alerts(), made.settings(), 100);
        heard.clock().pass(Duration.ofHours(24));
        assertThat(afterNight(List.of(), List.of(finding("b2", "DSP-05", "CRITICAL", "NEW"))))
                .containsExactly("raised CRITICAL_DISCREPANCY b2 2025-01-08");
        for (int night = 0; night < 2 * LakeWatch.EVENT_NIGHTS; night++) {
            heard.clock().pass(Duration.ofHours(24));
            assertThat(afterNight(List.of(), List.of())).isEmpty();
        }
    }

    @Test
    void aLakeThatCannotBeReadEndsNothing() throws Exception {
        made.publish(List.of(), List.of());
        Files.writeString(folder.resolve("lake/nightly/business_date=2025-01-06/run.json"), "{");
        watch.look(made.lake());
        assertThat(heard.news()).isEmpty();
        assertThat(heard.alerts().standing(Kind.SOURCE_SILENT)).isEmpty();
    }
}
