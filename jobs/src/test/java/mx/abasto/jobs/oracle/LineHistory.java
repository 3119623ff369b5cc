package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A line from the night on which its key was new: its versions, and the nights on which it was delivered. */
final class LineHistory {

    private final List<Posted> versions = new ArrayList<>();
    private final TreeSet<LocalDate> deliveredOn = new TreeSet<>();

    void deliver(LocalDate night) {
        deliveredOn.add(night);
    }

    void add(Posted version) {
        versions.add(version);
    }

    Posted current() {
        return versions.get(versions.size() - 1);
    }

    boolean isDeliveredOn(LocalDate night) {
        return deliveredOn.contains(night);
    }

    boolean isDeliveredWithin(NightWindow window) {
        return window.holdsAny(deliveredOn);
    }

    /** The document that the current version names, cancelled or not. */
    Optional<DocumentKey> document() {
        return DocumentKey.of(current().line());
    }
}
