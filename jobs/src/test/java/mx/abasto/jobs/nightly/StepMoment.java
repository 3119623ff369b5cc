package mx.abasto.jobs.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import mx.abasto.common.files.Folders;

/**
 * The middle of a step: its folder aside is there, and its finished one is not.
 *
 * @param name whose middle it is
 * @param in the folder where what it has written by then lies aside, named by the token of who holds the lake
 * @param aside what that name begins with
 * @param whole what exists once it has worked
 */
public record StepMoment(String name, Path in, String aside, Path whole) {

    /** What these steps write, they write at their very end. */
    private static final Set<String> WRITING_AT_THE_END = Set.of("reconcile", "summarise", "suggest", "restate");

    /** Of a step that writes into a run's work folder. */
    public static StepMoment of(Path work, String step) {
        return new StepMoment(step, work, step + "~", work.resolve(step));
    }

    /** Of the publishing of a folder of a lake. */
    public static StepMoment ofPublishing(Path lake, String folder) {
        return new StepMoment(
                "publish", lake.resolve("_staging"), folder.replace('/', '_') + "~", lake.resolve(folder));
    }

    /** Whether the step has written a part of what it writes. */
    boolean isInTheMiddle() throws IOException {
        for (Path written : Folders.list(in)) {
            if (written.getFileName().toString().startsWith(aside) && !Files.exists(whole)) {
                return WRITING_AT_THE_END.contains(name)
                        || !Folders.list(written).isEmpty();
            }
        }
        return false;
    }
}
