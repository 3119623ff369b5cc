package mx.abasto.schedules.alert;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.abasto.schedules.alert.Alert.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings to one channel what is due there: claims it, sends it, remembers how that went. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 6;

    private final Channel channel;
    private final AlertStore store;
    private final AlertTexts texts;

    Courier(Channel channel, AlertStore store, AlertTexts texts) {
        this.channel = requireNonNull(channel, "channel is null");
        this.store = requireNonNull(store, "store is null");
        this.texts = requireNonNull(texts, "texts is null");
    }

    Channel channel() {
        return channel;
    }

    /** One round. What fails is said in the log and tried again in a later round. */
    void round() {
        try {
            store.prepare(channel.name());
            for (Kind kind : Kind.values()) {
                for (Phase phase : Phase.values()) {
                    bring(kind, phase);
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("Alerts were not brought to {}, and are tried again: {}", channel.name(), failure.getMessage());
        }
    }

    private void bring(Kind kind, Phase phase) {
        String claim = UUID.randomUUID().toString();
        List<StandingAlert> due = store.claim(channel.name(), phase, kind, claim);
        if (due.isEmpty()) {
            return;
        }
        try {
            channel.send(texts.message(phase, kind, due));
        } catch (IOException | RuntimeException failure) {
            Duration wait = waitAfter(store.attempts(claim));
            store.failed(claim, wait);
            LOG.warn(
                    "{} did not take an alert ({} {}): {}. It is tried again in {} minutes.",
                    channel.name(),
                    kind,
                    phase,
                    failure.getMessage(),
                    wait.toMinutes());
            return;
        }
        store.sent(phase, claim);
    }

    /** A minute, then twice as long each time, at most an hour. */
    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
