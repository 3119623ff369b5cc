package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code weekly --week W}. */
@Command(
        name = "weekly",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a week's key inventory and discrepancy report.",
            "Needs the week's seven nights. Run again for the same week, it makes the next revision."
        })
final class WeeklyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Abasto abasto;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--week", paramLabel = "W", required = true, description = "The ISO week, as 2025-W03.")
    private String week = "";

    @Override
    public Integer call() {
        Abasto parent = java.util.Objects.requireNonNull(abasto);
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        IsoWeek isoWeek = parsed(week);
        try (JobContext jobs = parent.jobs()) {
            int revision = jobs.held().during(() -> jobs.weeks().make(isoWeek));
            try (LakeSummary summary =
                    new LakeSummary(jobs.runs().settings(), jobs.runs().lake())) {
                out.println(summary.week(isoWeek, revision));
            }
            return 0;
        }
    }

    static IsoWeek parsed(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException failure) {
            throw AbastoException.usage(failure.getMessage() == null ? "not a week" : failure.getMessage());
        }
    }
}
