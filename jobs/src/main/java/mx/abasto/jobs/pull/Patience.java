package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a server, but no longer than it may say nothing, and not once its origin is closed. What then still waits
 * is hung up on and interrupted: libraries that heed no interrupt notice that their socket is gone, and the other way
 * round. After a hang-up the origin connects anew.
 */
final class Patience {
    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    /** What a server is asked. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private final Duration silence;
    private final Closeable connection;
    private @Nullable Thread waiting;
    private boolean isTooSilent;
    private boolean isClosed;

    /** @param connection closed to hang up, at any time, from any thread, more than once; it may not wait for anything */
    Patience(Duration silence, Closeable connection) {
        this.silence = requireNonNull(silence, "silence is null");
        this.connection = requireNonNull(connection, "connection is null");
    }

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "server-silence");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    /**
     * Asks; one call at a time, and none within another.
     *
     * @throws SocketTimeoutException if the server says nothing for too long
     * @throws IOException as the call does, and if the origin is closed
     */
    <T extends @Nullable Object> T await(Call<T> call) throws IOException {
        begin();
        Future<?> alarm = ALARMS.schedule(this::tooSilent, silence.toMillis(), TimeUnit.MILLISECONDS);
        try {
            T answer = call.run();
            requireHeard();
            return answer;
        } catch (IOException | RuntimeException failure) {
            throw meant(failure);
        } finally {
            alarm.cancel(false);
            end();
        }
    }

    private synchronized void begin() throws IOException {
        requireOpen();
        waiting = Thread.currentThread();
        isTooSilent = false;
    }

    private void requireOpen() throws IOException {
        if (isClosed) {
            throw new IOException("its connection was closed");
        }
    }

    /** Some libraries take a hang-up for an end. */
    private synchronized void requireHeard() throws IOException {
        requireOpen();
        if (isTooSilent) {
            throw new SocketTimeoutException("hung up");
        }
    }

    private synchronized void tooSilent() {
        isTooSilent = waiting != null;
        hangUp();
    }

    private synchronized IOException meant(Exception failure) throws IOException {
        requireOpen();
        if (isTooSilent || failure instanceof SocketTimeoutException) {
            SocketTimeoutException tooSilent =
                    new SocketTimeoutException("the server said nothing for " + silence.toMillis() + " ms");
            tooSilent.initCause(failure);
            return tooSilent;
        }
        if (failure instanceof RuntimeException unforeseen) {
            throw unforeseen;
        }
        return (IOException) failure;
    }

    private synchronized void end() {
        waiting = null;
        if (isClosed) {
            // What was connected meanwhile.
            hangUp();
        } else if (isTooSilent) {
            // The interrupt was for the call, which has ended.
            Thread.interrupted();
        }
    }

    /** Ends what is being waited for, for good. */
    synchronized void close() {
        isClosed = true;
        hangUp();
    }

    private void hangUp() {
        Thread caller = waiting;
        try {
            connection.close();
        } catch (IOException alreadyGone) {
            // Gone is what it was to be.
        }
        if (caller != null) {
            caller.interrupt();
        }
    }
}
