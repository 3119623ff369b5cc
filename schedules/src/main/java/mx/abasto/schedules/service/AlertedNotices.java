package mx.abasto.schedules.service;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.schedules.alert.Alert;
import mx.abasto.schedules.alert.Alert.Kind;
import mx.abasto.schedules.alert.Alert.Outlook;
import mx.abasto.schedules.alert.Alerts;
import mx.abasto.schedules.due.LakeState;
import mx.abasto.schedules.due.Notices;
import mx.abasto.schedules.due.Work;
import mx.abasto.schedules.watch.LakeWatch;
import mx.abasto.schedules.watch.RunMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people by alerts what needs one of them, and the log the rest. What the lake holds is over. */
final class AlertedNotices implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(AlertedNotices.class);

    private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    private final Alerts alerts;
    private final RunMetrics metrics;
    private final LakeWatch watch;
    private final Lake lake;
    private final AtomicBoolean isEmptinessSaid = new AtomicBoolean();

    AlertedNotices(Alerts alerts, RunMetrics metrics, LakeWatch watch, Lake lake) {
        this.alerts = requireNonNull(alerts, "alerts is null");
        this.metrics = requireNonNull(metrics, "metrics is null");
        this.watch = requireNonNull(watch, "watch is null");
        this.lake = requireNonNull(lake, "lake is null");
    }

    @Override
    public void failed(Work work, AbastoException failure) {
        Outlook outlook =
                switch (failure.category()) {
                    case FAILED, HELD -> Outlook.TRIED_AGAIN;
                    case USAGE, UNUSABLE, DIFFERENT -> Outlook.WAITS_FOR_A_CHANGE;
                };
        alerts.raise(Alert.runFailed(work.subject(), String.valueOf(failure.getMessage()), outlook));
        alerts.deliver();
    }

    @Override
    public void late(LocalDate night, ZonedDateTime deadline, LocalDate oldest) {
        alerts.raise(Alert.nightLate(night, DEADLINE.format(deadline), oldest));
    }

    @Override
    public void published(LocalDate night) {
        metrics.nightPublished(night);
        watch.look(lake);
    }

    @Override
    public void made(IsoWeek week, int revision) {
        metrics.weekPublished(week, revision);
    }

    @Override
    public void verified() {
        alerts.clear(Kind.VERIFY_DIFFERENCE, lake.place().address());
    }

    @Override
    public void differs(AbastoException difference) {
        alerts.raise(Alert.verifyDifference(lake.place().address(), String.valueOf(difference.getMessage())));
        alerts.deliver();
    }

    @Override
    public void looked(LakeState state) {
        for (Kind kind : List.of(Kind.NIGHT_FAILED, Kind.NIGHT_LATE)) {
            alerts.standing(kind).stream().filter(state::holds).forEach(subject -> alerts.clear(kind, subject));
        }
        alerts.deliver();
    }

    @Override
    public void opensNowhere() {
        if (isEmptinessSaid.compareAndSet(false, true)) {
            LOG.warn("The lake is empty and no schedule says which night opens it: nothing is due. Set from: under a"
                    + " schedule with job: nightly, or run catch-up --from D0 --until D once.");
        }
    }
}
