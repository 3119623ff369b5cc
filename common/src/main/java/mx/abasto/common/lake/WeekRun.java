package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

    /** How many weeks before it are restated too. */
    public static final int RESTATED = 8;

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

    @Override
    public String basis() {
        return nightsRead() + " "
                + weeksRead().stream()
                        .map(each -> each + "-" + lake.revisions(each))
                        .toList();
    }

    /** A session of the engine that knows the week: a view {@code week} of one row. */
    public Session session() {
        Session session = Session.open(EngineLimits.of(settings));
        session.run("week", """
                create table week as
                select
                    '%s' as week, date '%s' as week_start, date '%s' as week_end, %d as revision, %d as transit_days
                """.formatted(week, week.start(), week.end(), revision, settings.transitDays()));
        return session;
    }

    /** The weeks of its consumption that are published whole: their nights figure in their inventory. */
    public List<IsoWeek> consumptionWeeks() {
        List<LocalDate> nights = earlierNights();
        return nights.stream()
                .map(IsoWeek::of)
                .distinct()
                .filter(earlier -> nights.containsAll(earlier.days()) && lake.revisions(earlier) > 0)
                .toList();
    }

    /** The other nights of its consumption, before the week's own. */
    public List<LocalDate> consumptionNights() {
        List<IsoWeek> weeks = consumptionWeeks();
        return earlierNights().stream()
                .filter(night -> !weeks.contains(IsoWeek.of(night)))
                .toList();
    }

    /** Of the last {@link #NIGHTS} published nights up to its end, those before it. */
    private List<LocalDate> earlierNights() {
        List<LocalDate> nights = lake.nights().stream()
                .filter(night -> !night.isAfter(week.end()))
                .toList();
        return nights.subList(Math.max(0, nights.size() - NIGHTS), nights.size()).stream()
                .filter(night -> night.isBefore(week.start()))
                .toList();
    }

    /** The weeks before it whose figures it restates, oldest first: of the last {@link #RESTATED}, those published. */
    public List<IsoWeek> restatedWeeks() {
        IsoWeek first = week.minusWeeks(RESTATED);
        return lake.weeks().stream()
                .filter(earlier -> earlier.compareTo(first) >= 0 && earlier.compareTo(week) < 0)
                .toList();
    }

    /** The files of a dataset of the last revisions of published weeks. */
    public List<Path> files(Dataset dataset, List<IsoWeek> weeks) {
        return weeks.stream()
                .flatMap(each -> lake.week(each, lake.revisions(each)).stream())
                .flatMap(published -> lake.files(published, dataset).stream())
                .toList();
    }

    /**
     * The published nights that were read: the week's own and the one before, those of its consumption that no published
     * week holds, and for the restatement all from {@link #RESTATED} weeks before it to the last that is known.
     */
    public List<LocalDate> nightsRead() {
        LocalDate first = week.minusWeeks(RESTATED).start();
        List<LocalDate> consumption = consumptionNights();
        return lake.nights().stream()
                .filter(night -> !night.isBefore(first) || consumption.contains(night))
                .toList();
    }

    /** The published weeks before it that were read, oldest first: trends look no farther back, nor does anything else. */
    public List<IsoWeek> weeksRead() {
        List<IsoWeek> earlier =
                lake.weeks().stream().filter(each -> each.compareTo(week) < 0).toList();
        return earlier.subList(Math.max(0, earlier.size() - NIGHTS / IsoWeek.DAYS + 1), earlier.size());
    }

    /** {@link #nightsRead}, then the last revisions of {@link #weeksRead}. */
    public List<Lake.Published> runsRead() {
        return Stream.concat(
                        nightsRead().stream().map(night -> lake.night(night).orElseThrow()),
                        weeksRead().stream().map(each -> lake.week(each, lake.revisions(each))
                                .orElseThrow()))
                .toList();
    }
}
