package mx.abasto.jobs.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured under one name.
 *
 * @param rows rows of the extracts read, or of the dataset made; 0 where there are none to speak of
 * @param samples its runs, in order
 * @param floorSeconds what the bare SQL took for the same files, in the same run; empty where there is no floor
 */
record Figure(String name, long rows, List<Sample> samples, List<Double> floorSeconds) {

    Figure {
        samples = List.copyOf(samples);
        floorSeconds = List.copyOf(floorSeconds);
    }

    double seconds() {
        return median(Sample::seconds);
    }

    double median(ToDoubleFunction<Sample> of) {
        return median(samples.stream().map(of::applyAsDouble).toList());
    }

    double floor() {
        return median(floorSeconds);
    }

    /** The product's time by the floor's; NaN without a floor. */
    double ratio() {
        return seconds() / floor();
    }

    /** NaN without rows. */
    double microsecondsPerRow() {
        return rows == 0 ? Double.NaN : seconds() * 1_000_000 / rows;
    }

    /** Of two in the middle, the mean; NaN of none. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
