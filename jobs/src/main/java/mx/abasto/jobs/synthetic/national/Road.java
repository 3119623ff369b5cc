package mx.abasto.jobs.synthetic.national;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parcels under way, by the night on which they arrive. */
final class Road {

    private final Map<Integer, List<Parcel>> arrivals = new HashMap<>();

    void send(Parcel parcel, int arrival) {
        arrivals.computeIfAbsent(arrival, night -> new ArrayList<>()).add(parcel);
    }

    /** Those that arrive on the night, by site and document; they are on the road no longer. */
    List<Parcel> arriving(int night) {
        List<Parcel> parcels = arrivals.getOrDefault(night, List.of());
        arrivals.remove(night);
        List<Parcel> sorted = new ArrayList<>(parcels);
        // A stable sort: within a document, in the order of its lines.
        sorted.sort(Comparator.comparingInt(Parcel::to)
                .thenComparingInt(Parcel::sender)
                .thenComparingInt(Parcel::documentNight)
                .thenComparingInt(Parcel::document));
        return sorted;
    }
}
