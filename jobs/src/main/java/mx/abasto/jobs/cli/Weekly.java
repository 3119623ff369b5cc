package mx.abasto.jobs.cli;

import java.util.List;
import java.util.Optional;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.IsoWeek;
import org.jspecify.annotations.Nullable;

/** A published revision of a week. */
record Weekly(IsoWeek week, int revision, Lake.Published published) {

    /** A revision, the latest if none is named; empty if it is not published. */
    static Optional<Weekly> of(Lake lake, IsoWeek week, @Nullable Integer revision) {
        int wanted = revision == null ? lake.revisions(week) : revision;
        return lake.week(week, wanted).map(published -> new Weekly(week, wanted, published));
    }

    String title() {
        return "%s, %s to %s, revision %d".formatted(week, week.start(), week.end(), revision);
    }

    /** What there is instead of a week or revision that is not published. */
    static String notPublished(Lake lake, IsoWeek week) {
        int revisions = lake.revisions(week);
        if (revisions > 0) {
            return "%s has no such revision; it has %s.".formatted(week, revisions == 1 ? "1" : "1 to " + revisions);
        }
        List<IsoWeek> weeks = lake.weeks();
        return weeks.isEmpty()
                ? "The week %s is not published, nor is any other.".formatted(week)
                : "The week %s is not published; the lake holds %s. Make it: abasto weekly --week %s"
                        .formatted(
                                week,
                                weeks.size() == 1
                                        ? "only " + weeks.get(0)
                                        : "those from %s to %s".formatted(weeks.get(0), weeks.get(weeks.size() - 1)),
                                week);
    }
}
