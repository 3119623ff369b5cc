package mx.abasto.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.lake.Pruner.OldNight;
import mx.abasto.jobs.context.JobContext;
import mx.abasto.jobs.run.Pruning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prune [--dry-run]}. */
@Command(
        name = "prune",
        sortOptions = false,
        description = {
            "Removes work folders that no command resumes, and the datasets of nights older than the newest"
                    + " abasto.keep-nights; all nights stay if that is not set.",
            "A week's last night always stays, and so does each night's run.json: the lake can be verified as before. Weeks"
                    + " stay whole. What is gone cannot be shown, explained or traced any more, nor can its week be made"
                    + " again. Refused where a night or week to come would miss it."
        },
        footer = {"", "Example:", "  abasto --config abasto.yml prune --dry-run"})
final class PruneCommand extends JobCommand {
    @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
    private boolean isDryRun;

    @Override
    void work(JobContext jobs, LakeSummary summary) {
        if (!isDryRun) {
            jobs.nights().endLastPublished();
            jobs.weeks().endLastPublished();
        }
        Pruning pruning = Pruning.planned(jobs.runs());
        List<OldNight> nights = pruning.nights();
        if (!isDryRun) {
            pruning.carryOut(jobs.runs(), jobs.held(), night -> progress()
                    .at("prune  " + night.night(), nights.indexOf(night) + 1L, nights.size()));
            progress().clear();
        }
        say(pruning.folders(), nights);
        if (jobs.runs().settings().keepNights() == null) {
            out().println("abasto.keep-nights is not set, so every night keeps its datasets.");
        }
    }

    private void say(List<Path> folders, List<OldNight> nights) {
        String verb = isDryRun ? "Would remove" : "Removed";
        folders.forEach(folder -> out().println("%s the work folder %s".formatted(verb, folder)));
        if (!nights.isEmpty()) {
            out().println("%s the datasets of %s, %s, %s; %s."
                    .formatted(
                            verb,
                            named(nights),
                            Counted.of(nights.stream().mapToInt(OldNight::files).sum(), "file"),
                            Counted.of(
                                    nights.stream().mapToLong(OldNight::bytes).sum(), "byte"),
                            nights.size() == 1 ? "its run.json stays" : "their run.json stay"));
        }
        if (folders.isEmpty() && nights.isEmpty()) {
            out().println("There is nothing to remove.");
        }
    }

    private static String named(List<OldNight> nights) {
        LocalDate first = nights.get(0).night();
        return nights.size() == 1
                ? "1 night, " + first
                : "%s from %s to %s"
                        .formatted(
                                Counted.of(nights.size(), "night"),
                                first,
                                nights.get(nights.size() - 1).night());
    }
}
