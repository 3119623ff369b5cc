package mx.abasto.jobs.crash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CrashProcess} is told to do.
 *
 * @param home the lake's: points are what happens to files under it, and to the job repository
 * @param words of the command
 * @param fault null to run undisturbed
 */
record Order(String home, List<String> words, @Nullable Fault fault) {

    /**
     * How that went.
     *
     * @param points the points that were reached, in order
     * @param isFired whether the one that was to fail was reached
     */
    record Reply(int exit, String out, String err, List<String> points, boolean isFired) {}
}
