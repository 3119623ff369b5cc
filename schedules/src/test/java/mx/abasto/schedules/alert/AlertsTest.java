package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import mx.abasto.common.model.Language;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import mx.abasto.schedules.alert.Receiver.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** That nothing which is away or hangs holds up whoever raises an alert. */
class AlertsTest {
    private static final Alert FAILED = Alert.runFailed("2025-01-20", "The disk is full.", Outlook.TRIED_AGAIN);

    /** A database that goes away and comes back. */
    private static final class Flickering extends DelegatingDataSource {
        private volatile boolean isAway;

        Flickering(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isAway) {
                throw new SQLException("the database is away");
            }
            return super.getConnection();
        }
    }

    @Test
    void deliveringReturnsAtOnceAndOneChannelThatHangsDoesNotHoldUpAnother() throws Exception {
        try (Desk desk = new Desk()) {
            AlertSettings settings =
                    Desk.settings(Language.ES, Optional.of(desk.mail()), List.of(desk.receiver.webhook()));
            desk.receiver.answer(Answer.HANGING);
            Alerts alerts = desk.alerts(TestDatabases.h2(), settings, Duration.ofHours(1));
            alerts.raise(FAILED);
            alerts.deliver();
            alerts.deliver();
            assertThat(desk.post.waitForIncomingEmail(60_000, 1)).isTrue();
            desk.receiver.close();
            alerts.close();
            assertThat(desk.receiver.seen()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void anAlertThatTheDatabaseDidNotHearOfIsToldWhenItIsBack() throws Exception {
        try (Desk desk = new Desk()) {
            Flickering database = new Flickering(TestDatabases.h2());
            try (Alerts alerts = desk.alerts(database)) {
                database.isAway = true;
                alerts.raise(FAILED);
                alerts.deliverAndWait();
                assertThat(alerts.standing(Kind.NIGHT_FAILED)).isEmpty();
                database.isAway = false;
                alerts.deliverAndWait();
                assertThat(alerts.standing(Kind.NIGHT_FAILED)).containsExactly("2025-01-20");
                assertThat(desk.receiver.events()).containsExactly("raised");
            }
        }
    }
}
