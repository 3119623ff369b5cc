package mx.abasto.common.lake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import mx.abasto.common.model.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a night or of a week's revision.
 *
 * @param folder its name in the lake
 * @param night null of a week
 * @param week null of a night
 * @param revision 0 of a night
 */
record RunFolder(
        String folder, @Nullable LocalDate night, @Nullable IsoWeek week, int revision) {

    static RunFolder of(LocalDate night) {
        return new RunFolder(Lake.nightFolder(night), night, null, 0);
    }

    static RunFolder of(IsoWeek week, int revision) {
        return new RunFolder(Lake.weekFolder(week, revision), null, week, revision);
    }

    /** The run that a folder of the lake is named after; empty if it is named after none. */
    static Optional<RunFolder> named(String folder) {
        try {
            String[] parts = folder.split("/");
            if (parts.length == 2 && parts[0].equals(Lake.NIGHTLY)) {
                RunFolder night = of(LocalDate.parse(after(Lake.NIGHT_PREFIX, parts[1])));
                return Optional.of(night).filter(named -> named.folder.equals(folder));
            }
            if (parts.length == 3 && parts[0].equals(Lake.WEEKLY)) {
                RunFolder week = of(
                        IsoWeek.parse(after(Lake.WEEK_PREFIX, parts[1])),
                        Integer.parseInt(after(Lake.REVISION_PREFIX, parts[2])));
                return Optional.of(week).filter(named -> named.folder.equals(folder) && named.revision > 0);
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException otherName) {
            return Optional.empty();
        }
    }

    private static String after(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    }

    /** What people call it. */
    String label() {
        return night == null ? "%s revision %d".formatted(week, revision) : night.toString();
    }

    /** Whether a run.json says that it is this run's. */
    boolean isOf(RunJson runJson) {
        return night == null
                ? String.valueOf(week).equals(runJson.week()) && Objects.equals(revision, runJson.revision())
                : night.toString().equals(runJson.businessDate());
    }
}
