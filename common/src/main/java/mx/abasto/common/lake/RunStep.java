package mx.abasto.common.lake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A step of a run: a function from datasets to datasets. It reads what the run's finished steps and the lake hold, and
 * writes only into the folder that it is given, which takes the step's name when the step returns. When it throws, the
 * folder is discarded and the step runs again.
 *
 * @param <R> the run that it is a step of
 */
public interface RunStep<R extends Run> {
    /** Its verb: the name of its folder and of its Spring Batch step. */
    String name();

    void run(R run, Path output) throws IOException;
}
