package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;

/** One night being processed: its date, the lake it builds on, and its work folder. */
public record NightRun(LocalDate date, Settings settings, Lake lake, WorkFolder work) implements Run {
    public NightRun {
        requireNonNull(date, "date is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(lake, "lake is null");
        requireNonNull(work, "work is null");
    }

    /** The work folder of a night under the configured work folder. */
    public static NightRun of(LocalDate date, Settings settings, Lake lake) {
        return new NightRun(
                date,
                settings,
                lake,
                new WorkFolder(settings.work().resolve("nightly").resolve(date.toString())));
    }

    /** The nights before it never change. */
    @Override
    public String basis() {
        return "";
    }

    @Override
    public String label() {
        return date.toString();
    }

    /** A session of the engine that knows the night: a view {@code night} of one row with its dates and limits. */
    public Session session() {
        Session session = Session.open(EngineLimits.of(settings));
        session.run("night", """
                create table night as
                select
                    date '%s' as business_date,
                    week_start_of(date '%s') as week_start,
                    %d as transit_days,
                    %d as grace_days,
                    %d as window_nights,
                    %d as retire_days
                """.formatted(
                        date,
                        date,
                        settings.transitDays(),
                        settings.graceDays(),
                        settings.correctionWindowNights(),
                        settings.retireDays()));
        return session;
    }

    /** The files of a dataset of the night before; none on the opening night. */
    public List<Path> lastNight(Dataset dataset) {
        return previous().map(run -> lake.files(run, dataset)).orElse(List.of());
    }

    /** The files of a dataset over the nights of the correction window that are published before this one. */
    public List<Path> window(Dataset dataset) {
        return lake.window(dataset, date.minusDays(settings.correctionWindowNights()), date.minusDays(1));
    }

    /**
     * The listings of lines over the correction window: the versions that its nights took, and the lines that they listed
     * again. A line that none of them lists is not known (contract section 2).
     */
    public List<Path> knownLines() {
        return listings(date.minusDays(settings.correctionWindowNights()), date.minusDays(1));
    }

    /** As {@link #knownLines()}, of the nights from one to another that are published. */
    public List<Path> listings(LocalDate first, LocalDate last) {
        List<Path> files = new ArrayList<>(lake.window(NightlyDatasets.LINES, first, last));
        files.addAll(lake.window(NightlyDatasets.CARRIED_LINES, first, last));
        return files;
    }

    /** The files of a dataset over the nights from a first one on that are published before this one. */
    public List<Path> since(LocalDate first, Dataset dataset) {
        return lake.window(dataset, first, date.minusDays(1));
    }

    /** As {@link #window(Dataset)}, by night. */
    public SortedMap<LocalDate, List<Path>> windowByNight(Dataset dataset) {
        return lake.windowByNight(dataset, date.minusDays(settings.correctionWindowNights()), date.minusDays(1));
    }

    /**
     * The night before.
     *
     * @throws AbastoException if the lake has nights, but not that one
     */
    public Optional<Lake.Published> previous() {
        Optional<Lake.Published> previous = lake.night(date.minusDays(1));
        if (previous.isEmpty() && !lake.nights().isEmpty()) {
            throw AbastoException.unusable("The night before, %s, is not published. Run: nightly --date %s"
                    .formatted(date.minusDays(1), date.minusDays(1)));
        }
        return previous;
    }
}
