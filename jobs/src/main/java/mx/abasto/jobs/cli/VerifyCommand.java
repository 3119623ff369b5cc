package mx.abasto.jobs.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.LakeVerifier;
import mx.abasto.common.lake.Verification;
import mx.abasto.common.lake.Verification.Difference;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.context.ConfiguredLake;
import picocli.CommandLine.Command;

/** {@code verify}. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Re-reads the whole lake: every file against its run.json (SHA-256, bytes, rows, columns), and every run.json"
                    + " against those that were built on it and what the job repository recorded when it was published.",
            "Takes no lock: nights may be processed meanwhile. Ends with 6 if it finds a difference, and says which is the"
                    + " first and what was built on it."
        },
        footer = {"", "Example:", "  abasto --config abasto.yml verify"})
final class VerifyCommand extends AbastoCommand {
    private static final int SHOWN_MAX = 20;

    @Override
    public Integer call() {
        Settings settings = settings();
        Lake lake = ConfiguredLake.of(settings);
        // First the record, then the lake: what is published meanwhile is in neither or in the lake alone.
        RecordReader.Recorded record = RecordReader.of(settings);
        Progress progress = Progress.to(err());
        Verification found = new LakeVerifier(lake.place(), settings.work().resolve("cache"))
                .verify(
                        record.hashes(),
                        (folder, number, folders) -> progress.at("verify  " + folder, number, folders));
        progress.clear();
        if (!record.remark().isEmpty()) {
            err().println(record.remark());
        }
        if (!found.differences().isEmpty()) {
            throw AbastoException.different(report(found));
        }
        out().println(summary(found) + ": nothing differs from what was published.");
        found.heads().forEach((folder, sha256) -> out().println(head(folder, sha256, record.hashes())));
        return DONE;
    }

    private static String summary(Verification found) {
        String pruned = found.prunedNights() == 0 ? "" : " (%,d pruned)".formatted(found.prunedNights());
        return "Read %s%s, %s, %s, %s"
                .formatted(
                        Counted.of(found.nights(), "night"),
                        pruned,
                        Counted.of(found.weeks(), "week"),
                        Counted.of(found.files(), "file"),
                        Counted.of(found.bytes(), "byte"));
    }

    /** What holds the newest runs, which nothing in the lake does. */
    private static String head(String folder, String sha256, Map<String, String> record) {
        return record.containsKey(folder)
                ? "%s, the newest, is the one that the job repository recorded: %s".formatted(folder, sha256)
                : ("%s, the newest, is held by nothing: nothing was built on it yet, and the job repository has no record"
                                + " of it. Compare its hash with one that was noted elsewhere: %s")
                        .formatted(folder, sha256);
    }

    private static String report(Verification found) {
        List<Difference> differences = found.differences();
        StringBuilder report = new StringBuilder(summary(found))
                .append(".\nThe first difference: ")
                .append(differences.get(0).text())
                .append(".\n");
        if (!found.dependents().isEmpty()) {
            report.append("Built on it: ")
                    .append(String.join(", ", found.dependents()))
                    .append(".\n");
        }
        if (differences.size() > 1) {
            report.append("%,d more:\n".formatted(differences.size() - 1));
            report.append(differences.stream()
                    .skip(1)
                    .limit(SHOWN_MAX)
                    .map(difference -> "  " + difference.text() + "\n")
                    .collect(Collectors.joining()));
            if (differences.size() - 1 > SHOWN_MAX) {
                report.append("  … and %,d more\n".formatted(differences.size() - 1 - SHOWN_MAX));
            }
        }
        return report.append("Restore what differs from a backup and run verify again; until then, no night is built on"
                        + " it.")
                .toString();
    }
}
