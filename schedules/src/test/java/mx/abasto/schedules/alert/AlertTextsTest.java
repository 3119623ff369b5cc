package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import mx.abasto.common.model.Language;
import mx.abasto.jobs.reconcile.Severity;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import mx.abasto.schedules.alert.AlertTexts.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What alerts say. */
class AlertTextsTest {
    private static final Instant RAISED = Instant.parse("2025-01-21T12:00:00Z");

    private static final List<Alert> EACH = List.of(
            Alert.runFailed("2025-01-20", "The disk is full.", Outlook.TRIED_AGAIN),
            Alert.runFailed("2025-W03", "The disk is full.", Outlook.WAITS_FOR_A_CHANGE),
            Alert.nightLate(
                    LocalDate.of(2025, 1, 20), "2025-01-21 07:00 America/Mexico_City", LocalDate.of(2025, 1, 18)),
            new Alert(
                    Kind.SOURCE_SILENT,
                    "unidades",
                    Severity.HIGH,
                    Map.of(
                            "nights",
                            "3",
                            "night",
                            "2025-01-20",
                            "last-file-on",
                            "2025-01-17",
                            "lookback-days",
                            "7",
                            "looked-back",
                            "35",
                            "uri",
                            "file:///srv/extracts/{date}")),
            new Alert(
                    Kind.SOURCE_SILENT,
                    "sai",
                    Severity.HIGH,
                    Map.of(
                            "nights",
                            "3",
                            "night",
                            "2025-01-20",
                            "lookback-days",
                            "7",
                            "looked-back",
                            "35",
                            "uri",
                            "sftp://sai/{date}")),
            new Alert(
                    Kind.CRITICAL_DISCREPANCY,
                    "0123456789abcdef",
                    Severity.CRITICAL,
                    Map.of(
                            "id",
                            "0123456789abcdef",
                            "night",
                            "2025-01-20",
                            "rule",
                            "DSP-05",
                            "about",
                            "OCIMB000012 010.000.0101.00 L1",
                            "explanation-es",
                            "Se surtió un lote retirado.",
                            "explanation-en",
                            "A recalled lot was dispensed.")),
            Alert.verifyDifference("file:///srv/lake", "files/part-0.parquet has another SHA-256."));

    private static Message message(Language language, Phase phase, Alert... alerts) {
        return new AlertTexts(new AlertWords(language), "java -jar abasto.jar --config my.yml", Repository.SHARED)
                .message(
                        phase,
                        alerts[0].kind(),
                        Stream.of(alerts)
                                .map(alert -> new StandingAlert(alert, RAISED))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyAlertIsToldInEveryPhaseWithEveryPlaceFilled(Language language) {
        String unknown = language == Language.ES ? "no se sabe" : "not known";
        for (Alert alert : EACH) {
            for (Phase phase : Phase.values()) {
                for (Message message :
                        List.of(message(language, phase, alert), message(language, phase, alert, alert))) {
                    assertThat(message.title()).startsWith("[Abasto] ").doesNotContain("{", "\n", unknown);
                    assertThat(message.body().replace("{date}", ""))
                            .as(alert.key())
                            .doesNotContain("{", unknown)
                            .endsWith("\n");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAlertNamesTheCommandToType(Language language) {
        String abasto = "    java -jar abasto.jar --config my.yml ";
        assertThat(EACH.stream()
                        .map(alert -> message(language, Phase.RAISED, alert).body())
                        .map(body -> body.substring(body.indexOf("\n    ") + 1)))
                .containsExactly(
                        abasto + "catch-up --until 2025-01-20\n",
                        abasto + "weekly --week 2025-W03\n",
                        "    journalctl -u abasto-scheduler --since today\n    sudo systemctl start abasto-scheduler\n",
                        abasto + "show discrepancies --date 2025-01-20 --rule EXT-01\n",
                        abasto + "show discrepancies --date 2025-01-20 --rule EXT-01\n",
                        abasto + "explain 0123456789abcdef\n",
                        abasto + "verify\n");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle.Control alone =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("alert.messages", Language.EN.locale(), alone);
        var spanish = ResourceBundle.getBundle("alert.messages", Language.ES.locale(), alone);
        for (String key : english.keySet()) {
            boolean isSame = spanish.getString(key).equals(english.getString(key));
            assertThat(isSame)
                    .as(key)
                    .isEqualTo(key.endsWith("command") || key.matches("also|sign.RAISED|by.hand.st.*"));
        }
    }

    @Test
    void whereOnlyOneProcessMayOpenTheRepositoryTheServiceStopsMeanwhile() {
        String body = new AlertTexts(new AlertWords(Language.EN), "abasto", Repository.OF_ONE_PROCESS)
                .message(Phase.RAISED, Kind.NIGHT_FAILED, List.of(new StandingAlert(EACH.get(0), RAISED)))
                .body();
        assertThat(body).endsWith("""
                    sudo systemctl stop abasto-scheduler
                    abasto catch-up --until 2025-01-20
                    sudo systemctl start abasto-scheduler
                """);
    }

    @Test
    void aFactThatNoTextHasAPlaceForIsListed() {
        Alert alert = new Alert(Kind.NIGHT_FAILED, "2025-01-20", Severity.HIGH, Map.of("problem", "x", "step", "post"));
        assertThat(message(Language.EN, Phase.RAISED, alert).body()).contains("\nstep: post\n");
    }
}
