package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.common.model.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to pull a source: what it offers and no night has taken is copied; what changes while it is watched is still
 * being uploaded and left alone. Another try takes up where this one ended.
 */
final class SourcePull {
    private static final Logger LOG = LoggerFactory.getLogger(SourcePull.class);

    private static final String GROWING = "it is still being written; the next night takes it";

    /** By folder and name, so that the same files are always copied in the same order. */
    private static final Comparator<DeliveredFile> ORDER = Comparator.comparing(DeliveredFile::path);

    private final Source source;
    private final TakenBefore takenBefore;
    private final LandingFolder landing;
    private final Clock clock;
    private final List<String> leftAlone = new ArrayList<>();
    private volatile List<DeliveredFile> offered = List.of();

    SourcePull(Source source, TakenBefore takenBefore, LandingFolder landing, Clock clock) {
        this.source = source;
        this.takenBefore = takenBefore;
        this.landing = landing;
        this.clock = clock;
    }

    /**
     * Pulls what is to be had.
     *
     * @throws IOException if the source failed; what landed until then is kept
     */
    void run(Sender sender) throws IOException, InterruptedException {
        List<DeliveredFile> wanted = new ArrayList<>();
        offered = settled(sender);
        for (DeliveredFile file : offered) {
            if (!landing.has(file) && !takenBefore.isTaken(file, sender)) {
                wanted.add(file);
            }
        }
        for (DeliveredFile file : wanted) {
            copy(sender, file);
        }
        if (!wanted.isEmpty()) {
            for (DeliveredFile file : changed(wanted, sender.offers())) {
                landing.forget(file);
                leaveAlone(file, GROWING);
            }
        }
    }

    /** What the source offered at the last try, but for what was still changing: another look at it finds more. */
    List<DeliveredFile> offered() {
        return offered;
    }

    /** What is offered, once the youngest of it has had the time to settle; without what has changed meanwhile. */
    private List<DeliveredFile> settled(Sender sender) throws IOException, InterruptedException {
        List<DeliveredFile> offered = sender.offers();
        Duration settle = source.limits().settle();
        Instant now = clock.instant();
        long waitMillis = offered.stream()
                .mapToLong(file -> waitMillis(file, now, settle))
                .max()
                .orElse(0);
        if (waitMillis == 0) {
            return offered.stream().sorted(ORDER).toList();
        }
        Thread.sleep(waitMillis);
        List<DeliveredFile> later = sender.offers();
        List<DeliveredFile> changed = changed(offered, later);
        changed.forEach(file -> leaveAlone(file, GROWING));
        Map<String, DeliveredFile> unsettled = byPath(changed);
        Map<String, DeliveredFile> known = byPath(offered);
        return later.stream()
                .filter(file -> known.containsKey(file.path()) && !unsettled.containsKey(file.path()))
                .sorted(ORDER)
                .toList();
    }

    /** A file whose age is not known, or that seems to come from the future, is watched for the whole time. */
    private static long waitMillis(DeliveredFile file, Instant now, Duration settle) {
        Instant modifiedAt = file.modifiedAt();
        if (modifiedAt == null) {
            return file.bytes() < 0 ? 0 : settle.toMillis();
        }
        Duration age = Duration.between(modifiedAt, now);
        return age.isNegative()
                ? settle.toMillis()
                : Math.max(0, settle.minus(age).toMillis());
    }

    private void copy(Sender sender, DeliveredFile file) throws IOException {
        if (file.bytes() > source.limits().fileBytesMax()) {
            leaveAlone(
                    file,
                    "it has %d bytes and the size-limit of the source is %d"
                            .formatted(file.bytes(), source.limits().fileBytesMax()));
            return;
        }
        try (InputStream from = sender.open(file)) {
            landing.land(file, from, source.limits().fileBytesMax());
        } catch (RefusedException refused) {
            leaveAlone(file, String.valueOf(refused.getMessage()));
        } catch (IOException failure) {
            throw new IOException("%s broke off (%s)".formatted(file.path(), failure.getMessage()), failure);
        }
    }

    private void leaveAlone(DeliveredFile file, String why) {
        String note = "%s: %s is left alone, %s".formatted(source.name(), file.path(), why);
        LOG.warn(note);
        leftAlone.add(note);
    }

    /** What was not taken although it is there, and why, a sentence each. */
    List<String> leftAlone() {
        return List.copyOf(leftAlone);
    }

    private static List<DeliveredFile> changed(List<DeliveredFile> before, List<DeliveredFile> after) {
        Map<String, DeliveredFile> now = byPath(after);
        return before.stream()
                .filter(file -> {
                    DeliveredFile same = now.get(file.path());
                    return same == null || !LandingFolder.isAlike(file, same);
                })
                .toList();
    }

    private static Map<String, DeliveredFile> byPath(List<DeliveredFile> files) {
        Map<String, DeliveredFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }
}
