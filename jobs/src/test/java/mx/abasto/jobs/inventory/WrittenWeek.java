package mx.abasto.jobs.inventory;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;

/** A network that a test writes row by row, and the lake of its week, 2025-W02, whose Monday is the opening night. */
public final class WrittenWeek {
    public static final LocalDate MONDAY = SharedLakes.FIRST;
    public static final LocalDate SUNDAY = SharedLakes.FIRST_SUNDAY;

    private final TestLake lake;

    private WrittenWeek(TestLake lake) {
        this.lake = lake;
    }

    /** A network that nothing is known of, in a folder of that name. */
    public static WrittenWeek named(String name) {
        Path home = SharedLakes.fresh(name);
        WrittenWeek week = new WrittenWeek(TestLake.empty(home.resolve("network"), home, 2));
        for (LocalDate night = MONDAY; !night.isAfter(SUNDAY); night = night.plusDays(1)) {
            week.created(week.folder(night));
        }
        return week;
    }

    private Path folder(LocalDate night) {
        return lake.network().resolve("extracts/" + night);
    }

    public TestLake lake() {
        return lake;
    }

    private void created(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds lines to a file of the reference folder, the first of them its header. */
    public WrittenWeek reference(String name, String... lines) {
        return append(lake.network().resolve("reference/" + name + ".csv"), lines);
    }

    /** Adds lines to an extract of a site that arrives on its own night; the first lines of a file are its header. */
    public WrittenWeek sent(LocalDate night, String extract, String clues, String... lines) {
        return sentLate(night, night, extract, clues, lines);
    }

    /** Adds lines to an extract of one night that arrives with those of another. */
    public WrittenWeek sentLate(LocalDate arrival, LocalDate night, String extract, String clues, String... lines) {
        String name = "%s_%s_%s.csv".formatted(extract, clues, night.toString().replace("-", ""));
        return append(folder(arrival).resolve(name), lines);
    }

    private WrittenWeek append(Path file, String... lines) {
        created(requireNonNull(file.getParent(), "a file of no folder"));
        try {
            Files.writeString(
                    file, String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Processes its nights and makes its week. */
    public WrittenWeek made() {
        processed().requireDone();
        return this;
    }

    /** How processing its nights and making its week ended. */
    public RunCommand.Result processed() {
        return lake.run("catch-up", "--from", MONDAY.toString(), "--until", SUNDAY.toString());
    }

    /** The rows of a query over the published datasets, each as its values with blanks between. */
    public List<String> rows(String sql) {
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            return query.rows(sql).stream()
                    .map(row -> String.join(" ", row.values()))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
