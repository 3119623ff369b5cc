package mx.abasto.jobs.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightRun;
import mx.abasto.common.lake.WeekRun;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** From a run to its job's parameters, and back. */
public final class Runs {
    private static final String NIGHT = "night";
    private static final String WEEK = "week";
    private static final String REVISION = "revision";

    private final Settings settings;
    private final Lake lake;

    public Runs(Settings settings, Lake lake) {
        this.settings = requireNonNull(settings, "settings is null");
        this.lake = requireNonNull(lake, "lake is null").checked();
    }

    public Settings settings() {
        return settings;
    }

    /** The lake as runs build on it: what they read is checked. */
    public Lake lake() {
        return lake;
    }

    public NightRun night(LocalDate night) {
        return NightRun.of(night, settings, lake);
    }

    public NightRun night(JobParameters parameters) {
        return night(requireNonNull(parameters.getLocalDate(NIGHT), "the job has no parameter night"));
    }

    public JobParametersBuilder parametersOf(NightRun run) {
        return new JobParametersBuilder().addLocalDate(NIGHT, run.date());
    }

    public WeekRun week(IsoWeek week, int revision) {
        return WeekRun.of(week, revision, settings, lake);
    }

    public WeekRun week(JobParameters parameters) {
        String week = requireNonNull(parameters.getString(WEEK), "the job has no parameter week");
        Long revision = requireNonNull(parameters.getLong(REVISION), "the job has no parameter revision");
        return week(IsoWeek.parse(week), Math.toIntExact(revision));
    }

    public JobParametersBuilder parametersOf(WeekRun run) {
        return new JobParametersBuilder().addString(WEEK, run.week().toString()).addLong(REVISION, (long)
                run.revision());
    }
}
