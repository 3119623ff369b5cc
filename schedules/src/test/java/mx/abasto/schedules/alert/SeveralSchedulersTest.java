package mx.abasto.schedules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import org.junit.jupiter.api.Test;

/** Schedulers on one PostgreSQL that raise, remind and clear the same troubles at the same time. */
class SeveralSchedulersTest {
    private static final int SCHEDULERS = 3;
    private static final int NIGHTS = 20;

    @Test
    void tellEachTroubleOnce() throws Exception {
        try (Desk desk = new Desk()) {
            DataSource database = TestDatabases.postgres();
            List<String> nights = IntStream.range(0, NIGHTS)
                    .mapToObj(night -> "night-" + night)
                    .toList();
            allAtOnce(
                    desk,
                    database,
                    alerts -> nights.forEach(night -> {
                        alerts.raise(Alert.runFailed(night, "It broke.", Outlook.TRIED_AGAIN));
                        alerts.deliverAndWait();
                    }));
            assertThat(subjects(desk, "raised")).containsExactlyInAnyOrderElementsOf(nights);

            desk.clock.pass(Duration.ofHours(12));
            allAtOnce(desk, database, Alerts::deliverAndWait);
            assertThat(subjects(desk, "reminder")).containsExactlyInAnyOrderElementsOf(nights);

            allAtOnce(
                    desk,
                    database,
                    alerts -> nights.forEach(night -> {
                        alerts.clear(Kind.NIGHT_FAILED, night);
                        alerts.deliverAndWait();
                    }));
            assertThat(subjects(desk, "cleared")).containsExactlyInAnyOrderElementsOf(nights);
        }
    }

    private static List<String> subjects(Desk desk, String event) {
        return desk.receiver.taken().stream()
                .filter(post -> post.event().equals(event))
                .flatMap(post -> post.subjects().stream())
                .toList();
    }

    /** What a scheduler does. */
    private interface Work {
        void with(Alerts alerts);
    }

    private static void allAtOnce(Desk desk, DataSource database, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(SCHEDULERS);
        ExecutorService threads = Executors.newFixedThreadPool(SCHEDULERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int scheduler = 0; scheduler < SCHEDULERS; scheduler++) {
            ends.add(threads.submit(() -> {
                try (Alerts alerts = desk.alerts(database)) {
                    start.await();
                    work.with(alerts);
                    alerts.deliverAndWait();
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
    }
}
