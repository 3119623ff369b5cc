package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;

/** What faults will do on later nights. */
final class Agenda {

    private record Entry(int night, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(int night, Runnable action) {
        entries.add(new Entry(night, action));
    }

    void run(int night) {
        entries.stream().filter(entry -> entry.night() == night).forEach(entry -> entry.action()
                .run());
        entries.removeIf(entry -> entry.night() == night);
    }
}
