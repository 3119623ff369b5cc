package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.model.IsoWeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what this scheduler published: {@code abasto_night_seconds} and {@code abasto_week_seconds}, from the run's start
 * (its last, where it was resumed) to its publication as run.json says, and a line with its run id.
 */
public final class RunMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(RunMetrics.class);

    private final Lake lake;
    private final LakeGlances glances;
    private final Timer nights;
    private final Timer weeks;

    RunMetrics(Lake lake, LakeGlances glances, MeterRegistry registry) {
        this.lake = requireNonNull(lake, "lake is null");
        this.glances = requireNonNull(glances, "glances is null");
        this.nights = Timer.builder("abasto.night")
                .description("How long nights took")
                .register(registry);
        this.weeks =
                Timer.builder("abasto.week").description("How long weeks took").register(registry);
    }

    /** A night was published by this scheduler. */
    public void nightPublished(LocalDate night) {
        note(lake.night(night), nights, "business_date", night.toString());
    }

    /** A week was published by this scheduler. */
    public void weekPublished(IsoWeek week, int revision) {
        note(lake.week(week, revision), weeks, "week", week.toString());
    }

    private void note(Optional<Lake.Published> published, Timer timer, String what, String which) {
        glances.forget();
        published.ifPresent(run -> {
            RunJson.Ran ran = run.runJson().ran();
            if (ran != null) {
                timer.record(Duration.between(ran.startedAt(), ran.publishedAt()));
            }
            LOG.atInfo()
                    .addKeyValue(what, which)
                    .addKeyValue("published_run_id", run.runJson().runId())
                    .addKeyValue("run_json_sha256", run.sha256())
                    .log("{} is published", which);
        });
    }
}
