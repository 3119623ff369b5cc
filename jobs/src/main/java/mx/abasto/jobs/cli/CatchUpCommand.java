package mx.abasto.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.ConfiguredLake;
import mx.abasto.jobs.context.JobContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code catch-up --until D [--from D0]}. */
@Command(
        name = "catch-up",
        sortOptions = false,
        description = {
            "Processes every unpublished night up to D in order, and makes every week that they complete.",
            "What failed or was stopped is resumed by the same command."
        },
        footer = {
            "",
            "Examples:",
            "  abasto --config abasto.yml catch-up --from 2025-01-06 --until 2025-01-19   (an empty lake)",
            "  abasto --config abasto.yml catch-up --until 2025-01-26"
        })
final class CatchUpCommand extends JobCommand {
    @Option(
            names = "--until",
            paramLabel = "D",
            required = true,
            converter = Arguments.Day.class,
            description = "The last night, as 2025-01-19.")
    private @Nullable LocalDate until;

    @Option(
            names = "--from",
            paramLabel = "D0",
            converter = Arguments.Day.class,
            description = "The opening night of an empty lake: each site's count of it is its opening balance.")
    private @Nullable LocalDate from;

    @Override
    void checkUsage(Settings settings) {
        LocalDate last = requireNonNull(until, "until is null");
        List<LocalDate> nights = ConfiguredLake.of(settings).nights();
        if (from != null && last.isBefore(from)) {
            throw misuse(
                    "--until %s is before --from %s: --from is the first night, --until the last; such as --from %s --until %s."
                            .formatted(last, from, last, from));
        }
        if (nights.isEmpty() && from == null) {
            throw misuse("The lake %s is empty, so its first night has to be named: catch-up --from D0 --until %s."
                    .formatted(settings.lake(), last));
        }
        if (from != null && !nights.isEmpty()) {
            requireNoGap(from, nights);
        }
    }

    private static void requireNoGap(LocalDate from, List<LocalDate> nights) {
        LocalDate opened = nights.get(0);
        LocalDate next = nights.get(nights.size() - 1).plusDays(1);
        if (from.isBefore(opened) || from.isAfter(next)) {
            throw AbastoException.unusable(
                    "The lake holds the nights from %s to %s, so it cannot go on from %s. Leave --from out."
                            .formatted(opened, next.minusDays(1), from));
        }
    }

    @Override
    void work(JobContext jobs, LakeSummary summary) {
        LocalDate last = requireNonNull(until, "until is null");
        Lake lake = jobs.runs().lake();
        jobs.nights().endLastPublished();
        jobs.weeks().endLastPublished();
        Set<LocalDate> published = new HashSet<>(lake.nights());
        LocalDate next = lake.nights().stream()
                .max(LocalDate::compareTo)
                .map(night -> night.plusDays(1))
                .orElseGet(() -> requireNonNull(from, "from is null"));
        if (next.isAfter(last)) {
            out().println(
                            published.contains(last)
                                    ? "Every night up to " + last + " is published already."
                                    : "The lake opened after " + last + ": there is no night to process.");
        }
        // A week that its last night completed before a failure is still to be made.
        Set<IsoWeek> weeks = new TreeSet<>();
        published.forEach(night -> weeks.add(IsoWeek.of(night)));
        weeks.forEach(week -> makeWeek(week, published, jobs, summary));
        long nights = ChronoUnit.DAYS.between(next, last) + 1;
        for (long index = 0; index < nights; index++) {
            LocalDate night = next.plusDays(index);
            warnOfMissingSources(jobs, night);
            progress().at(index + 1, nights);
            jobs.nights().run(night);
            published.add(night);
            out().println(summary.night(night));
            makeWeek(IsoWeek.of(night), published, jobs, summary);
        }
        out().printf(
                        "%nThe lake holds %s and %s: %s%n",
                        Counted.of(published.size(), "night"),
                        Counted.of(lake.weeks().size(), "week"),
                        lake.place().address());
        out().println("Look at it with: show nights, show discrepancies, show inventory");
    }

    private void makeWeek(IsoWeek week, Set<LocalDate> published, JobContext jobs, LakeSummary summary) {
        if (published.containsAll(week.days()) && jobs.runs().lake().revisions(week) == 0) {
            int revision = jobs.weeks().make(week);
            out().println(summary.week(week, revision));
        }
    }
}
