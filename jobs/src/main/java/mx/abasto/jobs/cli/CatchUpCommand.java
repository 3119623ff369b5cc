package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code catch-up --until D [--from D0]}. */
@Command(
        name = "catch-up",
        mixinStandardHelpOptions = true,
        description = {
            "Processes every unpublished night up to D in order, and makes every week that they complete.",
            "What failed is resumed by the same command."
        })
final class CatchUpCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Abasto abasto;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--until", paramLabel = "D", required = true, description = "The last night, as 2025-01-19.")
    private @Nullable LocalDate until;

    @Option(names = "--from", paramLabel = "D0", description = "The opening night, for an empty lake.")
    private @Nullable LocalDate from;

    @Override
    public Integer call() {
        Abasto parent = java.util.Objects.requireNonNull(abasto);
        LocalDate last = java.util.Objects.requireNonNull(until);
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (JobContext jobs = parent.jobs()) {
            Lake lake = jobs.runs().lake();
            try (LakeSummary summary = new LakeSummary(jobs.runs().settings(), lake)) {
                jobs.held().during(() -> catchUp(jobs, lake, last, summary, out));
            }
            out.printf(
                    "%nThe lake holds %d nights and %d weeks: %s%n",
                    lake.nights().size(), lake.weeks().size(), lake.place().address());
            out.println("Look at it with: show nights, show discrepancies, show inventory");
            return 0;
        }
    }

    private boolean catchUp(JobContext jobs, Lake lake, LocalDate last, LakeSummary summary, PrintWriter out) {
        LocalDate next = next(lake);
        if (next.isAfter(last)) {
            out.println("Every night up to " + last + " is published already.");
        }
        for (LocalDate night = next; !night.isAfter(last); night = night.plusDays(1)) {
            jobs.nights().run(night);
            out.println(summary.night(night));
            makeWeek(jobs, lake, IsoWeek.of(night), summary, out);
        }
        // A week that its last night completed before a failure is still to be made.
        lake.nights().stream().map(IsoWeek::of).distinct().forEach(week -> makeWeek(jobs, lake, week, summary, out));
        return true;
    }

    private static void makeWeek(JobContext jobs, Lake lake, IsoWeek week, LakeSummary summary, PrintWriter out) {
        if (lake.revisions(week) == 0 && lake.nights().containsAll(week.days())) {
            int revision = jobs.weeks().make(week);
            out.println(summary.week(week, revision));
        }
    }

    private LocalDate next(Lake lake) {
        List<LocalDate> nights = lake.nights();
        if (!nights.isEmpty()) {
            return nights.get(nights.size() - 1).plusDays(1);
        }
        if (from == null) {
            throw AbastoException.unusable(
                    "The lake is empty, so the first night has to be named: run catch-up --from D0 --until " + until);
        }
        return from;
    }
}
