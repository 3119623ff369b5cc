package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import mx.abasto.common.model.TextCut;
import mx.abasto.common.sql.SqlScripts;
import mx.abasto.jobs.reconcile.Severity;
import mx.abasto.schedules.alert.Alert.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The memory of alerts, one row per trouble and channel in {@code abasto_alert}. Several schedulers share it: who tells
 * claims the rows by an update with a condition, for {@link #CLAIM} of the database's clock. A scheduler that dies
 * between telling and remembering leaves them to be told once more. Throws what Spring's JDBC throws.
 */
final class AlertStore {
    static final Duration CLAIM = Duration.ofMinutes(5);

    private static final int LAKE_MAX = 500;
    private static final int SUBJECT_MAX = 300;
    private static final int FACT_MAX = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A told event is neither a reminder's nor an all-clear's. */
    private static final Map<Phase, String> IN_PHASE = Map.of(
            Phase.RAISED, "cleared_at is null and sent_at is null",
            Phase.REMINDER, "cleared_at is null and sent_at is not null and not is_event",
            Phase.CLEARED, "cleared_at is not null and sent_at is not null");

    private static final String OF_ALERT =
            " where lake = :lake and kind = :kind and subject = :subject and channel = :channel ";
    private static final String UNCLAIMED = " (claimed_until is null or claimed_until < current_timestamp) ";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final String lake;
    private final Clock clock;
    private final Duration reminder;
    private boolean isThere;

    AlertStore(DataSource database, String lake, Clock clock, Duration reminder) {
        this.database = requireNonNull(database, "database is null");
        this.jdbc = JdbcClient.create(database);
        this.lake = TextCut.last(lake, LAKE_MAX);
        this.clock = requireNonNull(clock, "clock is null");
        this.reminder = requireNonNull(reminder, "reminder is null");
    }

    /** Remembers that an alert stands, to be told on a channel; one that is known takes the newer facts. */
    void raise(Alert alert, String channel) {
        makeTable();
        int known = ofAlert(
                        "update abasto_alert set severity = :severity, facts = :facts,"
                                + " next_at = case when cleared_at is null or sent_at is null then next_at"
                                + " else :reminder end, cleared_at = null"
                                + OF_ALERT,
                        alert.kind(),
                        alert.subject(),
                        channel)
                .param("severity", alert.severity().name())
                .param("facts", factsOf(alert))
                .param("reminder", at(now().plus(reminder)))
                .update();
        if (known == 0) {
            insert(alert, channel, false);
        }
    }

    /** Remembers something to be told once on a channel; what is known changes nothing. */
    void tell(Alert event, String channel) {
        makeTable();
        insert(event, channel, true);
    }

    private void insert(Alert alert, String channel, boolean isEvent) {
        try {
            ofAlert(
                            "insert into abasto_alert (lake, kind, subject, channel, severity, facts, is_event,"
                                    + " raised_at, attempts, next_at) select :lake, :kind, :subject, :channel,"
                                    + " :severity, :facts, cast(:is_event as boolean),"
                                    + " cast(:now as timestamp with time zone), 0,"
                                    + " cast(:now as timestamp with time zone)"
                                    + " where not exists (select 1 from abasto_alert"
                                    + OF_ALERT + ")",
                            alert.kind(),
                            alert.subject(),
                            channel)
                    .param("severity", alert.severity().name())
                    .param("facts", factsOf(alert))
                    .param("is_event", isEvent)
                    .param("now", at(now()))
                    .update();
        } catch (DuplicateKeyException anotherSchedulerWasFirst) {
            return;
        }
    }

    /** Remembers that an alert is over, on every channel. */
    void clear(Kind kind, String subject) {
        makeTable();
        jdbc.sql("update abasto_alert set cleared_at = :now, next_at = :now, attempts = 0 where lake = :lake"
                        + " and kind = :kind and subject = :subject and cleared_at is null and not is_event")
                .param("lake", lake)
                .param("kind", kind.name())
                .param("subject", shortened(subject))
                .param("now", at(now()))
                .update();
    }

    /** The subjects that stand. */
    Set<String> standing(Kind kind) {
        makeTable();
        return new TreeSet<>(jdbc.sql("select distinct subject from abasto_alert where lake = :lake and kind = :kind"
                        + " and cleared_at is null and not is_event")
                .param("lake", lake)
                .param("kind", kind.name())
                .query(String.class)
                .list());
    }

    /** Forgets events that were told, but for those whose subjects are named. */
    void forgetEvents(Kind kind, Set<String> but) {
        makeTable();
        List<String> told = jdbc.sql("select distinct subject from abasto_alert where lake = :lake and kind = :kind"
                        + " and is_event and sent_at is not null")
                .param("lake", lake)
                .param("kind", kind.name())
                .query(String.class)
                .list();
        told.stream().filter(subject -> !but.contains(subject)).forEach(subject -> jdbc.sql(
                        "delete from abasto_alert where lake = :lake and kind = :kind and subject = :subject"
                                + " and is_event")
                .param("lake", lake)
                .param("kind", kind.name())
                .param("subject", subject)
                .update());
    }

    /** What stands is to be told on a channel that is new, and what was over before it was told is not. */
    void prepare(String channel) {
        makeTable();
        jdbc.sql("insert into abasto_alert (lake, kind, subject, channel, severity, facts, is_event, raised_at,"
                        + " attempts, next_at) select lake, kind, subject, :channel, severity, facts, is_event,"
                        + " raised_at, 0, raised_at from abasto_alert as told where told.lake = :lake"
                        + " and told.channel = :log and told.cleared_at is null and not told.is_event"
                        + " and not exists (select 1 from abasto_alert as mine where mine.lake = told.lake"
                        + " and mine.kind = told.kind and mine.subject = told.subject and mine.channel = :channel)")
                .param("lake", lake)
                .param("channel", channel)
                .param("log", LogChannel.NAME)
                .update();
        jdbc.sql("delete from abasto_alert where lake = :lake and channel = :channel and cleared_at is not null"
                        + " and sent_at is null and" + UNCLAIMED)
                .param("lake", lake)
                .param("channel", channel)
                .update();
    }

    /**
     * Claims what is due on a channel. Reminders that are due soon come along with one that is due, so that what stands
     * is told together.
     */
    List<StandingAlert> claim(String channel, Phase phase, Kind kind, String claim) {
        String due =
                "lake = :lake and channel = :channel and kind = :kind and " + IN_PHASE.get(phase) + " and" + UNCLAIMED;
        long ready = claiming("select count(*) from abasto_alert where next_at <= :now and " + due, channel, kind)
                .param("now", at(now()))
                .query(Long.class)
                .single();
        if (ready == 0) {
            return List.of();
        }
        Instant until = phase == Phase.REMINDER ? now().plus(reminder.dividedBy(2)) : now();
        claiming(
                        "update abasto_alert set claim = :claim, claimed_until = current_timestamp + interval '%d' minute"
                                        .formatted(CLAIM.toMinutes())
                                + " where next_at <= :until and " + due,
                        channel,
                        kind)
                .param("until", at(until))
                .param("claim", claim)
                .update();
        return jdbc.sql("select kind, subject, severity, facts, raised_at from abasto_alert where claim = :claim"
                        + " order by raised_at, subject")
                .param("claim", claim)
                .query((row, number) -> read(row))
                .list();
    }

    private JdbcClient.StatementSpec claiming(String sql, String channel, Kind kind) {
        return jdbc.sql(sql).param("lake", lake).param("channel", channel).param("kind", kind.name());
    }

    /** The channel has what was claimed. What changed meanwhile is told next. */
    void sent(Phase phase, String claim) {
        if (phase == Phase.CLEARED) {
            jdbc.sql("delete from abasto_alert where claim = :claim and cleared_at is not null")
                    .param("claim", claim)
                    .update();
            // It came back while its all-clear was told.
            released("sent_at = null, attempts = 0, next_at = :now", claim)
                    .param("now", at(now()))
                    .update();
            return;
        }
        released(
                        "sent_at = :now, attempts = 0, next_at = case when cleared_at is not null then"
                                + " cast(:now as timestamp with time zone) when is_event then null else"
                                + " cast(:reminder as timestamp with time zone) end",
                        claim)
                .param("now", at(now()))
                .param("reminder", at(now().plus(reminder)))
                .update();
    }

    /** The channel has not taken what was claimed; it is tried again after a wait. */
    void failed(String claim, Duration wait) {
        released("attempts = attempts + 1, next_at = :next", claim)
                .param("next", at(now().plus(wait)))
                .update();
    }

    /** How often what was claimed has failed. */
    int attempts(String claim) {
        return jdbc.sql("select coalesce(max(attempts), 0) from abasto_alert where claim = :claim")
                .param("claim", claim)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec released(String changes, String claim) {
        return jdbc.sql("update abasto_alert set " + changes
                        + ", claim = null, claimed_until = null where claim = :claim")
                .param("claim", claim);
    }

    private JdbcClient.StatementSpec ofAlert(String sql, Kind kind, String subject, String channel) {
        return jdbc.sql(sql)
                .param("lake", lake)
                .param("kind", kind.name())
                .param("subject", shortened(subject))
                .param("channel", channel);
    }

    private synchronized void makeTable() {
        if (isThere) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute(SqlScripts.of(AlertStore.class, "abasto_alert"));
            } catch (SQLException mayBeThereAlready) {
                // Of two that make it at once, PostgreSQL tells one that it is there already.
                statement.executeQuery("select count(*) from abasto_alert").close();
            }
            isThere = true;
        } catch (SQLException failure) {
            throw new TransientDataAccessResourceException(
                    "abasto_alert cannot be reached: " + failure.getMessage(), failure);
        }
    }

    private static StandingAlert read(ResultSet row) throws SQLException {
        Map<String, String> facts = JSON.readValue(row.getString("facts"), new TypeReference<>() {});
        return new StandingAlert(
                new Alert(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                        facts),
                row.getObject("raised_at", OffsetDateTime.class).toInstant());
    }

    private static String factsOf(Alert alert) {
        Map<String, String> facts = new TreeMap<>(alert.facts());
        facts.replaceAll((name, value) -> value.length() > FACT_MAX ? TextCut.first(value, FACT_MAX) + " …" : value);
        return JSON.writeValueAsString(facts);
    }

    private static String shortened(String subject) {
        return TextCut.first(subject, SUBJECT_MAX);
    }

    private Instant now() {
        return clock.instant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
