package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mx.abasto.schedules.alert.Alert.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells people, once per channel: an alert when it comes up, a reminder each time that the configured hours have passed
 * and it still stands, an all-clear when it is over, to channels that took the alert. Alerts of a kind that are due
 * together are one message. Safe from several schedulers on one database. No method throws or waits for a receiver: what
 * cannot be told or remembered is kept and tried again by {@link #deliver()}.
 */
public final class Alerts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int KEPT_MAX = 10_000;

    private final AlertStore store;
    private final List<Courier> couriers;
    private final ExecutorService threads;
    private final Set<Courier> underWay = ConcurrentHashMap.newKeySet();

    /** What the database has not heard of yet, the latest word on each alert. */
    private final Map<String, Runnable> unremembered = new LinkedHashMap<>();

    Alerts(AlertStore store, AlertTexts texts, List<Channel> channels) {
        this.store = requireNonNull(store, "store is null");
        this.couriers = channels.stream()
                .map(channel -> new Courier(channel, store, texts))
                .toList();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "abasto-alerts");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An alert stands. It is told once, and again as a reminder while it stands; its facts may change meanwhile. */
    public void raise(Alert alert) {
        remember(alert.key(), () -> onEachChannel(channel -> store.raise(alert, channel)));
    }

    /** Something happened that does not last: it is told once, without reminder and all-clear. */
    public void tell(Alert event) {
        remember(event.key(), () -> onEachChannel(channel -> store.tell(event, channel)));
    }

    /** An alert is over. Said once, if it had been raised and told. */
    public void clear(Kind kind, String subject) {
        remember(kind + "|" + subject, () -> store.clear(kind, subject));
    }

    /** The subjects that stand; none if the database does not answer. */
    public Set<String> standing(Kind kind) {
        try {
            return store.standing(kind);
        } catch (DataAccessException failure) {
            LOG.warn("Which alerts stand is not known: {}", failure.getMessage());
            return Set.of();
        }
    }

    /** Forgets events that were told, but for those whose subjects are named: they may be told again. */
    public void forgetEvents(Kind kind, Set<String> but) {
        remember(kind + "|", () -> store.forgetEvents(kind, but));
    }

    /** Sends what is due, each channel on a thread of its own; returns at once. */
    public void deliver() {
        for (Courier courier : couriers) {
            if (underWay.add(courier)) {
                try {
                    threads.execute(() -> {
                        try {
                            round(courier);
                        } finally {
                            underWay.remove(courier);
                        }
                    });
                } catch (RejectedExecutionException stopping) {
                    underWay.remove(courier);
                }
            }
        }
    }

    /** As {@link #deliver()}, one channel after another, and returns when all have had their round. */
    void deliverAndWait() {
        couriers.forEach(this::round);
    }

    private void round(Courier courier) {
        rememberKept();
        courier.round();
    }

    private void onEachChannel(Consumer<String> work) {
        couriers.forEach(courier -> work.accept(courier.channel().name()));
    }

    private void remember(String key, Runnable word) {
        synchronized (unremembered) {
            unremembered.remove(key);
            if (unremembered.size() < KEPT_MAX) {
                unremembered.put(key, word);
            } else {
                LOG.error("More alerts are kept than there is room for; this one is lost: {}", key);
            }
        }
        rememberKept();
    }

    /** Tells the database what it has not heard of yet, in order. */
    private void rememberKept() {
        synchronized (unremembered) {
            var words = unremembered.entrySet().iterator();
            while (words.hasNext()) {
                Map.Entry<String, Runnable> word = words.next();
                try {
                    word.getValue().run();
                    words.remove();
                } catch (DataAccessException failure) {
                    LOG.error(
                            "The alert {} is not remembered yet, because the database does not answer: {}",
                            word.getKey(),
                            failure.getMessage());
                    return;
                }
            }
        }
    }

    /** Lets what is being sent end, for a few seconds; the rest is sent by the next scheduler or start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
