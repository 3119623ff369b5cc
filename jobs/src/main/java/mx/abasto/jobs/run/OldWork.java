package mx.abasto.jobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import mx.abasto.common.files.Folders;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.model.IsoWeek;

/** The work folders of nights and weeks that are published: no command resumes these runs. */
public final class OldWork {
    private OldWork() {}

    /** Those under the configured work folder, sorted. */
    public static List<Path> of(Runs runs) throws IOException {
        Path work = runs.settings().work();
        Lake lake = runs.lake();
        List<LocalDate> nights = lake.nights();
        return Stream.concat(
                        Folders.list(work.resolve("nightly")).stream()
                                .filter(folder -> isPublishedNight(name(folder), nights)),
                        Folders.list(work.resolve("weekly")).stream()
                                .filter(folder -> isPublishedWeek(name(folder), lake)))
                .toList();
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static boolean isPublishedNight(String name, List<LocalDate> nights) {
        try {
            return nights.contains(LocalDate.parse(name));
        } catch (DateTimeParseException notOurs) {
            return false;
        }
    }

    /** Its name is week and revision, such as {@code 2025-W03-1}. */
    private static boolean isPublishedWeek(String name, Lake lake) {
        int dash = name.lastIndexOf('-');
        try {
            return dash > 0
                    && Integer.parseInt(name.substring(dash + 1))
                            <= lake.revisions(IsoWeek.parse(name.substring(0, dash)));
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }
}
