package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.context.Preflight;
import org.jspecify.annotations.Nullable;

/** A command that runs jobs: looks at the places first, then holds the lake while it works. */
abstract class JobCommand extends AbastoCommand {
    private @Nullable Progress progress;

    @Override
    public final Integer call() {
        Settings settings = configured(settings());
        Preflight.check(settings);
        checkUsage(settings);
        Progress shown = Progress.to(err());
        progress = shown;
        try (Interruption interruption = Interruption.announcedTo(err(), shown);
                JobContext jobs = JobContext.open(settings, shown)) {
            jobs.held().during(() -> {
                work(jobs, new LakeSummary(settings));
                return DONE;
            });
        }
        return DONE;
    }

    /** The configuration, with what the command's options say otherwise. */
    Settings configured(Settings settings) {
        return settings;
    }

    /** Refuses options that do not suit the lake, before anything is started. */
    void checkUsage(Settings settings) {}

    /** What shows how far the work is. */
    final Progress progress() {
        return requireNonNull(progress, "progress is null");
    }

    /** Does the work while the lake is held, and prints what came of it. */
    abstract void work(JobContext jobs, LakeSummary summary);

    /** Says what a night will do without. */
    final void warnOfMissingSources(JobContext jobs, LocalDate night) {
        Preflight.missingSources(jobs.runs().settings(), night).forEach(err()::println);
    }
}
