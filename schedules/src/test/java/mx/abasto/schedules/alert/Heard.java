package mx.abasto.schedules.alert;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mx.abasto.common.model.Language;
import mx.abasto.schedules.due.HandClock;

/** Alerts, and what is heard of them on a webhook, for tests of those who raise them. */
public final class Heard implements AutoCloseable {
    private final Desk desk = new Desk();
    private final DataSource database = TestDatabases.h2();
    private final Alerts alerts =
            desk.alerts(database, Desk.settings(Language.ES, Optional.empty(), List.of(desk.receiver.webhook())));
    private int told;

    public Heard() throws IOException {}

    public Alerts alerts() {
        return alerts;
    }

    public DataSource database() {
        return database;
    }

    public HandClock clock() {
        return desk.clock;
    }

    /** What is told since the last time that this was asked, as {@code raised NIGHT_LATE 2025-01-20}. */
    public List<String> news() {
        alerts.deliverAndWait();
        Stream<String> news = desk.receiver.taken().stream().skip(told).map(post -> "%s %s %s"
                .formatted(post.event(), post.body().get("kind").asString(), String.join(",", post.subjects())));
        told = desk.receiver.taken().size();
        return news.sorted().toList();
    }

    /** What the last that was told says. */
    public String lastText() {
        return desk.receiver
                .taken()
                .get(desk.receiver.taken().size() - 1)
                .body()
                .get("text")
                .asString();
    }

    @Override
    public void close() {
        alerts.close();
        desk.close();
    }
}
