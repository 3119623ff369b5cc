package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;

/** What faults will do on later nights, or later the same morning. */
final class Agenda {

    private record Entry(int night, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(int night, Runnable action) {
        entries.add(new Entry(night, action));
    }

    void run(int night) {
        List<Entry> due =
                entries.stream().filter(entry -> entry.night() == night).toList();
        entries.removeAll(due);
        due.forEach(entry -> entry.action().run());
    }
}
