package mx.abasto.schedules.due;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.abasto.common.model.AbastoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a round every half minute, and at once when a trigger says so. It is a thread of this process and asks nobody:
 * triggers that are lost, stuck or late in Quartz's tables cost at most half a minute. With the minute after which the
 * lake of a scheduler that died is taken over, another goes on within two.
 */
public final class Watchdog {
    /** Between the end of a round and the next one. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration BETWEEN_STOP_SIGNS = Duration.ofMillis(500);

    private final Rounds rounds;
    private final Runnable afterEach;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean isAwaited = new AtomicBoolean();

    /**
     * @param afterEach is done after each round, whatever became of it
     */
    public Watchdog(Rounds rounds, Runnable afterEach) {
        this.rounds = requireNonNull(rounds, "rounds is null");
        this.afterEach = requireNonNull(afterEach, "afterEach is null");
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watchdog"));
    }

    /** Starts making rounds, so long apart. */
    public void start(Duration every) {
        var unused = thread.scheduleWithFixedDelay(this::makeRound, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks for a round now. If one is being made, another follows it; more than one is not asked for. */
    public void wake() {
        if (isAwaited.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::makeRound);
        }
    }

    private void makeRound() {
        isAwaited.set(false);
        try {
            rounds.make();
        } catch (AbastoException failure) {
            LOG.warn("This round ended early: {}", failure.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("This round ended early", unforeseen);
        }
        try {
            afterEach.run();
        } catch (RuntimeException unforeseen) {
            LOG.error("What follows a round ended early", unforeseen);
        }
    }

    /**
     * Ends: the step that is running is awaited, no other is begun.
     *
     * @param stopStep asks what is running to end with its present step; asked again until it does
     * @return false if it did not end within the limit; it is left to be resumed as after a kill
     */
    public boolean stop(Duration limit, Runnable stopStep) throws InterruptedException {
        rounds.end();
        thread.shutdown();
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (!thread.awaitTermination(BETWEEN_STOP_SIGNS.toMillis(), TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadlineNanos) {
                return false;
            }
            stopStep.run();
        }
        return true;
    }
}
