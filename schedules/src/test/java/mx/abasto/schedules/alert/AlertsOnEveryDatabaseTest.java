package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import mx.abasto.common.model.Language;
import mx.abasto.jobs.reconcile.Severity;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import mx.abasto.schedules.alert.Receiver.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is told, how often, and when, with the memory in each database that may hold it. */
class AlertsOnEveryDatabaseTest {
    private static final Alert FAILED = Alert.runFailed("2025-01-20", "The disk is full.", Outlook.TRIED_AGAIN);

    @Nested
    class OnH2 extends Telling {
        @Override
        DataSource database() {
            return TestDatabases.h2();
        }
    }

    @Nested
    class OnPostgres extends Telling {
        @Override
        DataSource database() {
            return TestDatabases.postgres();
        }
    }

    abstract static class Telling {
        private Desk desk;
        private DataSource database;
        private Alerts alerts;

        abstract DataSource database();

        @BeforeEach
        void open() throws IOException {
            desk = new Desk();
            database = database();
            alerts = desk.alerts(database);
        }

        @AfterEach
        void close() {
            alerts.close();
            desk.close();
        }

        private void passAndDeliver(Duration time) {
            desk.clock.pass(time);
            alerts.deliverAndWait();
        }

        @Test
        void anAlertIsToldOnceOnEachChannelHoweverOftenItIsRaised() {
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.raise(FAILED);
            passAndDeliver(Duration.ofHours(11));

            assertThat(desk.subjects()).containsExactly("[Abasto] La noche 2025-01-20 no se publicó");
            assertThat(desk.receiver.events()).containsExactly("raised");
            assertThat(alerts.standing(Kind.NIGHT_FAILED)).containsExactly("2025-01-20");
        }

        @Test
        void aReminderFollowsEachTimeTheHoursHavePassed() {
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            passAndDeliver(Duration.ofHours(12).minusSeconds(1));
            assertThat(desk.receiver.events()).containsExactly("raised");
            passAndDeliver(Duration.ofSeconds(1));
            passAndDeliver(Duration.ofHours(11));
            assertThat(desk.receiver.events()).containsExactly("raised", "reminder");
            passAndDeliver(Duration.ofHours(1));
            assertThat(desk.receiver.events()).containsExactly("raised", "reminder", "reminder");
            assertThat(desk.subjects().get(1)).isEqualTo("[Abasto] Sigue igual: La noche 2025-01-20 no se publicó");
            assertThat(Desk.body(desk.post.getReceivedMessages()[1]))
                    .startsWith("Está así desde 2025-01-21 12:00 UTC; ya se le había avisado.\n");
        }

        @Test
        void anAllClearIsToldOnceAndNothingAfterIt() {
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
            alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
            assertThat(alerts.standing(Kind.NIGHT_FAILED)).isEmpty();
            alerts.deliverAndWait();
            passAndDeliver(Duration.ofHours(24));

            assertThat(desk.receiver.events()).containsExactly("raised", "cleared");
            assertThat(desk.subjects())
                    .containsExactly(
                            "[Abasto] La noche 2025-01-20 no se publicó",
                            "[Abasto] Resuelto: La noche 2025-01-20 no se publicó");
            assertThat(Desk.body(desk.post.getReceivedMessages()[1]))
                    .isEqualTo("La noche 2025-01-20 ya está publicada.\nNo queda nada por hacer.");
        }

        @Test
        void whatComesUpAgainAfterItsAllClearIsToldAgain() {
            for (int time = 0; time < 2; time++) {
                alerts.raise(FAILED);
                alerts.deliverAndWait();
                alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
                alerts.deliverAndWait();
            }
            assertThat(desk.receiver.events()).containsExactly("raised", "cleared", "raised", "cleared");
        }

        @Test
        void whatWasNeverRaisedOrNeverTakenHasNoAllClear() {
            alerts.clear(Kind.NIGHT_LATE, "2025-01-20");
            desk.receiver.answer(Answer.BROKEN);
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            desk.receiver.answer(Answer.TAKEN);
            alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
            passAndDeliver(Duration.ofHours(2));

            assertThat(desk.receiver.events()).isEmpty();
            assertThat(desk.subjects()).hasSize(2).last().asString().startsWith("[Abasto] Resuelto");
        }

        @Test
        void whatIsOverAndBackBeforeAnyoneWasToldSoIsNotToldAgain() {
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            assertThat(desk.receiver.events()).containsExactly("raised");
            passAndDeliver(Duration.ofHours(12));
            assertThat(desk.receiver.events()).containsExactly("raised", "reminder");
        }

        @Test
        void aReceiverThatIsBrokenIsTriedAgainWithGrowingWaitsAndTheOtherIsNotToldTwice() {
            desk.receiver.answer(Answer.BROKEN);
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.deliverAndWait();
            assertThat(desk.receiver.seen()).hasSize(1);
            passAndDeliver(Duration.ofMinutes(1));
            assertThat(desk.receiver.seen()).hasSize(2);
            passAndDeliver(Duration.ofMinutes(1));
            assertThat(desk.receiver.seen()).hasSize(2);
            desk.receiver.answer(Answer.TAKEN);
            passAndDeliver(Duration.ofMinutes(1));
            passAndDeliver(Duration.ofHours(1));

            assertThat(desk.receiver.seen()).hasSize(3);
            assertThat(desk.receiver.events()).containsExactly("raised");
            assertThat(desk.subjects()).hasSize(1);
        }

        @Test
        void aReceiverThatHangsIsLeftAndTriedAgain() {
            alerts.raise(FAILED);
            desk.receiver.answer(Answer.HANGING);
            alerts.deliverAndWait();
            desk.receiver.answer(Answer.ENDLESS);
            passAndDeliver(Duration.ofMinutes(1));
            assertThat(desk.receiver.events()).isEmpty();
            desk.receiver.answer(Answer.TAKEN);
            passAndDeliver(Duration.ofMinutes(2));

            assertThat(desk.receiver.seen()).hasSize(3);
            assertThat(desk.receiver.events()).containsExactly("raised");
        }

        @Test
        void aMailServerThatIsAwayGetsTheAlertWhenItIsBack() {
            desk.post.stop();
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            assertThat(desk.receiver.events()).containsExactly("raised");
            desk.post.start();
            alerts.close();
            // Its port is another now.
            alerts = desk.alerts(database);
            passAndDeliver(Duration.ofMinutes(1));
            assertThat(desk.subjects()).hasSize(1);
            assertThat(desk.receiver.events()).containsExactly("raised");
        }

        @Test
        void anEventIsToldOnceWithoutReminderAndAllClear() {
            Alert event =
                    new Alert(Kind.CRITICAL_DISCREPANCY, "0123 2025-01-20", Severity.CRITICAL, Map.of("id", "0123"));
            alerts.tell(event);
            alerts.deliverAndWait();
            alerts.tell(event);
            assertThat(alerts.standing(Kind.CRITICAL_DISCREPANCY)).isEmpty();
            alerts.clear(Kind.CRITICAL_DISCREPANCY, "0123 2025-01-20");
            passAndDeliver(Duration.ofHours(36));
            assertThat(desk.receiver.events()).containsExactly("raised");

            alerts.forgetEvents(Kind.CRITICAL_DISCREPANCY, Set.of("0123 2025-01-20"));
            alerts.tell(event);
            alerts.deliverAndWait();
            assertThat(desk.receiver.events()).containsExactly("raised");
            alerts.forgetEvents(Kind.CRITICAL_DISCREPANCY, Set.of());
            alerts.tell(event);
            alerts.deliverAndWait();
            assertThat(desk.receiver.events()).containsExactly("raised", "raised");
        }

        @Test
        void alertsOfAKindThatAreDueTogetherAreOneMessage() {
            for (int day = 1; day <= 25; day++) {
                alerts.raise(Alert.nightLate(LocalDate.of(2025, 1, day), "07:00", LocalDate.of(2025, 1, day)));
                desk.clock.pass(Duration.ofMinutes(1));
            }
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            assertThat(desk.subjects())
                    .containsExactly("[Abasto] La noche 2025-01-20 no se publicó", "[Abasto] 25 noches van atrasadas");
            assertThat(desk.receiver.taken().get(1).subjects()).hasSize(25);
            assertThat(Desk.body(desk.post.getReceivedMessages()[1]))
                    .contains("- La noche 2025-01-20 va atrasada\n", "… y 5 más.")
                    .doesNotContain("- La noche 2025-01-21 va atrasada");
        }

        @Test
        void remindersOfAKindComeTogetherThoughTheyWereRaisedApart() {
            alerts.raise(Alert.nightLate(LocalDate.of(2025, 1, 19), "07:00", LocalDate.of(2025, 1, 19)));
            alerts.deliverAndWait();
            alerts.raise(Alert.nightLate(LocalDate.of(2025, 1, 20), "07:00", LocalDate.of(2025, 1, 20)));
            passAndDeliver(Duration.ofHours(3));
            passAndDeliver(Duration.ofHours(9));
            assertThat(desk.receiver.taken().get(2).subjects()).containsExactly("2025-01-19", "2025-01-20");
            passAndDeliver(Duration.ofHours(3));
            assertThat(desk.receiver.events()).containsExactly("raised", "raised", "reminder");
        }

        @Test
        void aChannelThatIsAddedHearsWhatStands() {
            try (Alerts withoutMail = desk.alerts(
                    database, Desk.settings(Language.ES, Optional.empty(), List.of(desk.receiver.webhook())))) {
                withoutMail.raise(FAILED);
                withoutMail.deliverAndWait();
            }
            assertThat(desk.subjects()).isEmpty();
            alerts.deliverAndWait();
            alerts.deliverAndWait();
            assertThat(desk.subjects()).hasSize(1);
            assertThat(desk.receiver.events()).containsExactly("raised");
        }

        @Test
        void aReminderTellsTheNewestFacts() {
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.raise(Alert.runFailed("2025-01-20", "sites.csv is not there.", Outlook.WAITS_FOR_A_CHANGE));
            passAndDeliver(Duration.ofHours(12));
            assertThat(Desk.body(desk.post.getReceivedMessages()[1]))
                    .contains("sites.csv is not there.", "no lo intenta de nuevo")
                    .doesNotContain("The disk is full.");
        }

        @Test
        void whatASchedulerClaimedAndDiedOverIsToldByAnotherOnceTheClaimHasRunOut() {
            AlertStore dying = new AlertStore(database, "file:///srv/abasto/lake", desk.clock, Desk.REMINDER);
            alerts.raise(FAILED);
            assertThat(dying.claim("mail", Phase.RAISED, Kind.NIGHT_FAILED, "its claim"))
                    .hasSize(1);
            alerts.deliverAndWait();
            assertThat(desk.subjects()).isEmpty();
            TestDatabases.execute(
                    database,
                    "update abasto_alert set claimed_until = current_timestamp - interval '1' second"
                            + " where claim = 'its claim'");
            alerts.deliverAndWait();
            assertThat(desk.subjects()).hasSize(1);
        }

        @Test
        void whatComesBackWhileItsAllClearIsToldIsToldAgain() {
            AlertStore slow = new AlertStore(database, "file:///srv/abasto/lake", desk.clock, Desk.REMINDER);
            alerts.raise(FAILED);
            alerts.deliverAndWait();
            alerts.clear(Kind.NIGHT_FAILED, "2025-01-20");
            String webhook = new WebhookChannel(desk.receiver.webhook(), Duration.ofSeconds(1)).name();
            assertThat(slow.claim(webhook, Phase.CLEARED, Kind.NIGHT_FAILED, "slow"))
                    .hasSize(1);
            alerts.raise(FAILED);
            slow.sent(Phase.CLEARED, "slow");
            alerts.deliverAndWait();
            assertThat(desk.receiver.events()).containsExactly("raised", "raised");
        }
    }
}
