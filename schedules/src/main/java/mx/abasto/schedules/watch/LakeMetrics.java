package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mx.abasto.schedules.watch.LakeGlance.Holder;
import mx.abasto.schedules.watch.LakeGlance.LastNight;

/**
 * The lake as Prometheus reads it: gauges of the last published night, whichever scheduler published it, and of who runs
 * jobs on the lake. What is not known has no sample.
 */
final class LakeMetrics implements MultiCollector {
    private static final double NANOS = 1e9;

    private final LakeGlances glances;
    private final Optional<DueNights> due;
    private final Clock clock;

    LakeMetrics(LakeGlances glances, Optional<DueNights> due, Clock clock) {
        this.glances = requireNonNull(glances, "glances is null");
        this.due = requireNonNull(due, "due is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public MetricSnapshots collect() {
        LakeGlance glance = glances.current();
        List<MetricSnapshot> all = new ArrayList<>();
        add(
                all,
                "abasto_lake_up",
                "Whether the lake can be read",
                glance.problem().isEmpty() ? 1 : 0);
        due.ifPresent(nights -> add(
                all,
                "abasto_lateness_seconds",
                "How long ago the oldest night that is not published should have been; 0 if none",
                seconds(Lateness.of(nights.oldest(), clock.instant()))));
        glance.lastNight().ifPresent(night -> addNight(all, night));
        glance.holder().ifPresent(holder -> addHolder(all, holder));
        addEach(
                all,
                "abasto_alerts",
                "Alerts that stand",
                glance.alerts().entrySet(),
                entry -> Labels.of("kind", entry.getKey().name()),
                entry -> (double) entry.getValue());
        return new MetricSnapshots(all);
    }

    private static void addNight(List<MetricSnapshot> all, LastNight last) {
        add(
                all,
                "abasto_last_night_timestamp_seconds",
                "The last published night, as the start of its date in UTC",
                last.night().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        addEach(
                all,
                "abasto_rows",
                "Rows in the files of the last published night",
                last.extracts(),
                extract -> Labels.of("extract", extract.extract()),
                extract -> (double) extract.rows());
        addEach(
                all,
                "abasto_rejected_rows",
                "Rows in the files of the last published night that could not be read",
                last.extracts(),
                extract -> Labels.of("extract", extract.extract()),
                extract -> (double) extract.rejected());
        addEach(
                all,
                "abasto_discrepancies",
                "Discrepancies of the last published night that are open",
                last.findings(),
                found -> Labels.of("rule", found.rule(), "severity", found.severity()),
                found -> (double) found.count());
    }

    private static void addHolder(List<MetricSnapshot> all, Holder holder) {
        addEach(
                all,
                "abasto_lake_holder",
                "Who holds the lake's lock",
                List.of(holder),
                each -> Labels.of("holder", each.name()),
                each -> 1.0);
        add(
                all,
                "abasto_lake_held_since_timestamp_seconds",
                "Since when the lake's lock is held",
                epochSeconds(holder.since()));
    }

    private static void add(List<MetricSnapshot> all, String name, String help, double value) {
        addEach(all, name, help, List.of(value), any -> Labels.EMPTY, each -> each);
    }

    private static <T> void addEach(
            List<MetricSnapshot> all,
            String name,
            String help,
            Collection<T> items,
            Function<T, Labels> labels,
            Function<T, Double> value) {
        if (items.isEmpty()) {
            return;
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        items.forEach(item -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels.apply(item))
                .value(value.apply(item))
                .build()));
        all.add(gauge.build());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static double epochSeconds(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }
}
