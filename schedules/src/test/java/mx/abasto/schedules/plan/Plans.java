package mx.abasto.schedules.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.abasto.common.files.Folders;
import mx.abasto.jobs.settings.ConfigurationFile;

/** Plans of a few lines under {@code abasto:}. */
public final class Plans {
    private static final String PLACES = """
            abasto:
              lake: lake
              work: work
              reference: reference
              sources:
                - name: units
                  uri: extracts/{date}
            """;

    private Plans() {}

    /** The plan of lines that stand under {@code abasto:}. */
    public static Plan of(String lines) {
        try {
            Path folder = Files.createTempDirectory("plan");
            try {
                Path file = Files.writeString(folder.resolve("abasto.yml"), PLACES + lines.indent(2));
                return Plan.of(ConfigurationFile.open(file));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A night's schedule at a time in a zone, and a week's some hours later on Mondays. */
    public static Plan nightAndWeek(String zone, String nightCron) {
        return of("""
                schedules:
                  - name: night
                    job: nightly
                    cron: "%s"
                    zone: %s
                    from: 2025-01-01
                  - name: week
                    job: weekly
                    cron: "0 0 6 ? * MON"
                    zone: %s
                """.formatted(nightCron, zone, zone));
    }
}
