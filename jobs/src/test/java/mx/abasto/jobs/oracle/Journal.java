package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every line ever accepted, the current version of each, and every movement ever posted. */
final class Journal {

    private final int windowNights;
    private final Map<String, List<Posted>> all = new HashMap<>();
    private final Map<String, Posted> latest = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    Journal(int windowNights) {
        this.windowNights = windowNights;
    }

    /** Whether the line was accepted; false for a duplicate, which posts nothing. */
    boolean accept(Line line, LocalDate night) {
        Optional<Posted> current = current(line.key(), night);
        if (current.isPresent()) {
            if (current.get().line().hasContentOf(line)) {
                return false;
            }
            if (current.get().isLive()) {
                current.get().movement().ifPresent(m -> movements.add(m.reversedBy(line, night)));
            }
            current.get().supersede();
        }
        Posted posted = new Posted(line, night);
        posted.movement().ifPresent(movements::add);
        all.computeIfAbsent(line.extract(), e -> new ArrayList<>()).add(posted);
        latest.put(line.key(), posted);
        return true;
    }

    /**
     * AMBIGUOUS: lines are recognised for "at least" the window; here for exactly the window, counted from the night
     * that the version was posted. After it the same key is a new line beside the old one.
     */
    private Optional<Posted> current(String key, LocalDate night) {
        return Optional.ofNullable(latest.get(key))
                .filter(p -> !p.night().plusDays(windowNights).isBefore(night));
    }

    void post(Movement movement) {
        movements.add(movement);
    }

    /** Current lines of an extract that are not cancellations, in the order of their posting. */
    List<Posted> live(String extract) {
        return all(extract).stream().filter(Posted::isLive).toList();
    }

    List<Posted> all(String extract) {
        return all.getOrDefault(extract, List.of());
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }

    List<Movement> movementsOf(LocalDate night) {
        return movements.stream().filter(m -> m.postingDate().equals(night)).toList();
    }
}
