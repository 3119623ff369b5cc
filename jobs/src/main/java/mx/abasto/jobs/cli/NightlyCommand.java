package mx.abasto.jobs.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import mx.abasto.jobs.nightly.Nights.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nightly --date D}. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = {
            "Processes one night and publishes it.",
            "The night before must be published, unless the lake is empty: then D is the opening night, and each site's"
                    + " count is its opening balance. A night that failed is resumed by the same command."
        })
final class NightlyCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Abasto abasto;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, as 2025-01-20.")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Abasto parent = java.util.Objects.requireNonNull(abasto);
        LocalDate night = java.util.Objects.requireNonNull(date);
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (JobContext jobs = parent.jobs()) {
            Outcome outcome = jobs.held().during(() -> jobs.nights().run(night));
            if (outcome == Outcome.ALREADY_PUBLISHED) {
                out.println(night + " is already published: a published night never changes. Nothing to do.");
                return 0;
            }
            try (LakeSummary summary =
                    new LakeSummary(jobs.runs().settings(), jobs.runs().lake())) {
                out.println(summary.night(night));
            }
            return 0;
        }
    }
}
