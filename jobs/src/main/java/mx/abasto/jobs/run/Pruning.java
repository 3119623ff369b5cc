package mx.abasto.jobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mx.abasto.common.lake.LakeHold;
import mx.abasto.common.lake.Pruner;
import mx.abasto.common.lake.Pruner.OldNight;
import mx.abasto.common.lake.WorkFolder;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Settings;

/**
 * What is to be removed: all is decided before anything is.
 *
 * @param nights whose datasets go, oldest first; none where {@code abasto.keep-nights} is not set
 * @param folders work folders that no command resumes
 */
public record Pruning(List<OldNight> nights, List<Path> folders) {
    public Pruning {
        nights = List.copyOf(nights);
        folders = List.copyOf(folders);
    }

    /**
     * Decides what is to be removed; the caller holds the lake.
     *
     * @throws AbastoException (UNUSABLE) if a night or week to come would miss it
     */
    public static Pruning planned(Runs runs) {
        Settings settings = runs.settings();
        Integer keptNights = settings.keepNights();
        try {
            return new Pruning(
                    keptNights == null
                            ? List.of()
                            : new Pruner(runs.lake()).plan(keptNights, settings.correctionWindowNights()),
                    OldWork.of(runs));
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot list the work folder: " + failure.getMessage() + ". Run the same command again.", failure);
        }
    }

    /**
     * Removes it.
     *
     * @param hold asked before each night and folder whether the lake is still held
     * @param before told of each night before it is removed
     */
    public void carryOut(Runs runs, LakeHold hold, Consumer<OldNight> before) {
        Pruner pruner = new Pruner(runs.lake());
        for (OldNight night : nights) {
            before.accept(night);
            pruner.prune(night, hold);
        }
        folders.forEach(folder -> delete(folder, hold));
    }

    private static void delete(Path folder, LakeHold hold) {
        try {
            new WorkFolder(folder).delete(hold);
        } catch (IOException failure) {
            throw AbastoException.failed(
                    "Cannot remove %s: %s. Run the same command again.".formatted(folder, failure.getMessage()),
                    failure);
        }
    }
}
