package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mx.abasto.common.model.AbastoException;
import mx.abasto.common.model.Source;
import mx.abasto.jobs.pull.LandingFolder.NotLandedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a source as often and as long as its limits allow, with growing waits between tries. A source that stays away
 * costs no more than its time; what has landed by then is kept.
 */
final class PatientPull {
    private static final Logger LOG = LoggerFactory.getLogger(PatientPull.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final double JITTER = 0.25;

    private final Source source;
    private final Supplier<Sender> senders;
    private final AtomicReference<@Nullable Sender> connected = new AtomicReference<>();

    PatientPull(Source source, Supplier<Sender> senders) {
        this.source = source;
        this.senders = senders;
    }

    /**
     * Pulls; what the source could not be made to give is logged with its reason, and null returned if it gave all.
     *
     * @throws AbastoException (FAILED) if it gave what this machine could not keep
     */
    @Nullable
    String run(SourcePull pull) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "pull-" + source.name());
            worker.setDaemon(true);
            return worker;
        });
        Future<@Nullable String> tries = thread.submit(() -> tryOn(pull));
        try {
            return tries.get(source.limits().time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            return given("its time-limit of " + shown(source.limits().time()) + " is over");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof NotLandedException notTaken) {
                throw AbastoException.failed(
                        ("What the source %s gave could not be written to the work folder: %s. Nothing was published;"
                                        + " make room or mend the disk, and run the same command again.")
                                .formatted(source.name(), notTaken.getMessage()),
                        notTaken);
            }
            return given(String.valueOf(failure.getCause()));
        } finally {
            tries.cancel(true);
            disconnect();
            thread.shutdown();
            if (!thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: the last try does not end; it is left behind", source.name());
            }
        }
    }

    private @Nullable String tryOn(SourcePull pull) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try (Sender sender = senders.get()) {
                connected.set(sender);
                pull.run(sender);
                return null;
            } catch (RefusedException refused) {
                return given(messageOf(refused));
            } catch (IOException failure) {
                if (attempt >= source.limits().attempts()) {
                    return given(messageOf(failure) + ", after " + attempt + (attempt == 1 ? " try" : " tries"));
                }
                LOG.info("{}: try {} failed ({}); trying again", source.name(), attempt, messageOf(failure));
                Thread.sleep(waitMillis(attempt));
            }
        }
    }

    private long waitMillis(int attempt) {
        double doubled = source.limits().retryWait().toMillis() * Math.pow(2, attempt - 1.0);
        return Math.round(doubled * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER));
    }

    private String given(String why) {
        LOG.warn(
                "The source {} ({}) did not give all that it has, so what is not there counts as missing tonight: {}",
                source.name(),
                source.shownUri(),
                why);
        return why;
    }

    private static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String messageOf(IOException failure) {
        return requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }

    private void disconnect() {
        Sender sender = connected.get();
        try {
            if (sender != null) {
                sender.close();
            }
        } catch (IOException alreadyGone) {
            LOG.debug("{} did not close well", source.name(), alreadyGone);
        }
    }
}
