package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.model.Settings;
import mx.abasto.common.sql.Dataset;
import mx.abasto.common.sql.EngineLimits;
import mx.abasto.common.sql.Session;

/**
 * One week being made, of seven published nights.
 *
 * @param revision 1 for the first time, one more each time it is made again
 */
public record WeekRun(IsoWeek week, int revision, Settings settings, Lake lake, WorkFolder work) implements Run {
    /** How many published nights consumption is taken over (contract section 7, amc). */
    public static final int NIGHTS = 91;

    public WeekRun {
        requireNonNull(week, "week is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(lake, "lake is null");
        requireNonNull(work, "work is null");
    }

    /** The work folder of a week's revision under the configured work folder. */
    public static WeekRun of(IsoWeek week, int revision, Settings settings, Lake lake) {
        Path folder = settings.work().resolve("weekly").resolve(week + "-" + revision);
        return new WeekRun(week, revision, settings, lake, new WorkFolder(folder));
    }

    @Override
    public String label() {
        return week.toString();
    }

    /** A session of the engine that knows the week: a view {@code week} of one row. */
    public Session session() {
        Session session = Session.open(new EngineLimits(
                settings.memory(), settings.threads(), settings.work().resolve("spill")));
        session.run("week", """
                create table week as
                select '%s' as week, date '%s' as week_start, date '%s' as week_end, %d as revision
                """.formatted(week, week.start(), week.end(), revision));
        return session;
    }

    /** The published nights that its figures look at: {@link #NIGHTS} up to its last. */
    public List<LocalDate> nightsRead() {
        List<LocalDate> nights = lake.nights().stream()
                .filter(night -> !night.isAfter(week.end()))
                .toList();
        return nights.subList(Math.max(0, nights.size() - NIGHTS), nights.size());
    }

    /** The files of a dataset over the published nights from a first to the week's last, by night. */
    public SortedMap<LocalDate, List<Path>> nights(Dataset dataset, LocalDate first) {
        return lake.windowByNight(dataset, first, week.end());
    }
}
