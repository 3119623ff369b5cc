package mx.abasto.common.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.abasto.common.model.AbastoException;

/** Pieces of a step's work that do not depend on one another, done several at a time. */
public final class Pieces {
    private Pieces() {}

    /**
     * Does all pieces. None is under way when it returns or throws.
     *
     * @param what a phrase as "read the night's files", for a failure's message
     * @return what they gave, in their order
     * @throws IOException as the first that failed, in their order, threw it
     * @throws AbastoException as that one threw it; FAILED for any other failure
     */
    public static <T> List<T> all(int threads, String what, List<? extends Callable<T>> pieces) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> given = new ArrayList<>();
            for (Future<T> piece : executor.invokeAll(pieces)) {
                given.add(piece.get());
            }
            return given;
        } catch (ExecutionException failure) {
            throw failed(what, requireNonNull(failure.getCause(), "cause is null"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AbastoException.failed(
                    "It was interrupted, and could not %s. Run the same command again.".formatted(what), stopped);
        } finally {
            executor.shutdownNow();
        }
    }

    private static AbastoException failed(String what, Throwable cause) throws IOException {
        if (cause instanceof IOException failure) {
            throw failure;
        }
        return cause instanceof AbastoException known
                ? known
                : AbastoException.failed("Cannot %s: %s".formatted(what, cause.getMessage()), cause);
    }
}
