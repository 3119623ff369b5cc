package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.nightly.Nights.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nightly --date D}. */
@Command(
        name = "nightly",
        sortOptions = false,
        description = {
            "Processes one night and publishes it.",
            "The night before must be published, unless the lake is empty: then D is the opening night, and each site's"
                    + " count is its opening balance. A night that failed is resumed by the same command; one that is"
                    + " published never changes."
        },
        footer = {"", "Example:", "  abasto --config abasto.yml nightly --date 2025-01-20"})
final class NightlyCommand extends JobCommand {
    @Option(
            names = "--date",
            paramLabel = "D",
            required = true,
            converter = Arguments.Day.class,
            description = "The business date, as 2025-01-20.")
    private @Nullable LocalDate date;

    @Override
    void work(JobContext jobs, LakeSummary summary) {
        LocalDate night = requireNonNull(date, "date is null");
        jobs.nights().endLastPublished();
        List<LocalDate> nights = jobs.runs().lake().nights();
        if (nights.isEmpty() || nights.get(nights.size() - 1).plusDays(1).equals(night)) {
            warnOfMissingSources(jobs, night);
        }
        Outcome outcome = jobs.nights().run(night);
        out().println(
                        outcome == Outcome.ALREADY_PUBLISHED
                                ? night + " is already published: a published night never changes. Nothing to do."
                                : summary.night(night));
    }
}
