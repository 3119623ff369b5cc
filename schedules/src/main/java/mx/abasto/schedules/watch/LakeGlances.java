package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.model.TextCut;
import mx.abasto.common.sql.Session;
import mx.abasto.common.sql.SqlScripts;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alerts;
import mx.abasto.schedules.watch.LakeGlance.ExtractRows;
import mx.abasto.schedules.watch.LakeGlance.Findings;
import mx.abasto.schedules.watch.LakeGlance.Holder;
import mx.abasto.schedules.watch.LakeGlance.LastNight;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Glances at the lake for whoever asks, on a thread of its own and at most every {@link #FRESH}. Who asks waits
 * {@link #PATIENCE} at most: a lake that hangs is said to hang.
 */
final class LakeGlances implements AutoCloseable {
    static final Duration FRESH = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LAKE_NAME_MAX = 500;

    private final Lake lake;
    private final Settings settings;
    private final JdbcClient repository;
    private final Alerts alerts;
    private final Clock clock;
    private final ExecutorService thread;
    private @Nullable Future<LakeGlance> underWay;
    private @Nullable LakeGlance last;
    private volatile @Nullable LastNight lastNight;

    LakeGlances(Lake lake, Settings settings, DataSource repository, Alerts alerts, Clock clock) {
        this.lake = requireNonNull(lake, "lake is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.repository = JdbcClient.create(repository);
        this.alerts = requireNonNull(alerts, "alerts is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "lake-glance");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** What the lake looks like. */
    synchronized LakeGlance current() {
        LakeGlance before = last;
        if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
            return before;
        }
        Future<LakeGlance> glance = underWay == null ? thread.submit(this::look) : underWay;
        underWay = glance;
        try {
            LakeGlance seen = glance.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            last = seen;
            underWay = null;
            return seen;
        } catch (TimeoutException hangs) {
            return blind("it did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException | CancellationException failure) {
            underWay = null;
            return blind(String.valueOf(failure.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return blind("the service is stopping");
        }
    }

    /** Makes the next who asks look anew. */
    synchronized void forget() {
        last = null;
    }

    private LakeGlance blind(String problem) {
        return new LakeGlance(clock.instant(), Optional.of(problem), Optional.empty(), Optional.empty(), Map.of());
    }

    private LakeGlance look() {
        Instant now = clock.instant();
        Optional<String> problem = Optional.empty();
        Optional<LastNight> night = Optional.empty();
        try {
            List<LocalDate> nights = lake.nights();
            if (!nights.isEmpty()) {
                night = Optional.of(seen(nights.get(nights.size() - 1)));
            }
        } catch (AbastoException | SQLException failure) {
            problem = Optional.of(String.valueOf(failure.getMessage()));
        }
        return new LakeGlance(now, problem, night, holder(), standing());
    }

    /** A night never changes once it is published. */
    private LastNight seen(LocalDate night) throws SQLException {
        LastNight before = lastNight;
        if (before != null && before.night().equals(night)) {
            return before;
        }
        Lake.Published run = lake.night(night).orElseThrow();
        try (Session session = NightRun.of(night, settings, lake).session()) {
            session.view(NightlyDatasets.FILES, lake.files(run, NightlyDatasets.FILES));
            session.view(NightlyDatasets.DISCREPANCIES, lake.files(run, NightlyDatasets.DISCREPANCIES));
            List<ExtractRows> extracts = rows(
                    session,
                    "extract_rows",
                    row -> new ExtractRows(row.getString("extract"), row.getLong("rows"), row.getLong("rejected")));
            List<Findings> findings = rows(
                    session,
                    "open_findings",
                    row -> new Findings(row.getString("rule"), row.getString("severity"), row.getLong("findings")));
            LastNight seen = new LastNight(night, run.runJson().runId(), run.sha256(), extracts, findings);
            lastNight = seen;
            return seen;
        }
    }

    /** Takes from a row what is wanted of it. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Session session, String script, Reading<T> reading) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlScripts.of(LakeGlances.class, script))) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        }
    }

    private Optional<Holder> holder() {
        String name = settings.lake().toString();
        try {
            return repository
                    .sql("select holder, since from abasto_lake_lease where lake = :lake and holder is not null"
                            + " and believed_until > current_timestamp")
                    .param("lake", TextCut.last(name, LAKE_NAME_MAX))
                    .query((row, number) -> new Holder(
                            row.getString("holder"),
                            row.getObject("since", OffsetDateTime.class).toInstant()))
                    .optional();
        } catch (DataAccessException notKnown) {
            // There is no such table before the first run; a repository that is away is db's to tell.
            return Optional.empty();
        }
    }

    private Map<Kind, Integer> standing() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, alerts.standing(kind).size());
        }
        return counts;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
