package mx.abasto.jobs.synthetic;

import java.util.List;

/**
 * Seeded numbers (SplitMix64). The algorithm is kept here, bounds included, so that no JDK changes
 * what a seed makes. Every concern, site and night throws its own dice, so that a fault at one
 * place does not shift the luck of another.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, String concern, long... coordinates) {
        long state = mix(seed + GOLDEN);
        for (int i = 0; i < concern.length(); i++) {
            state = mix(state + GOLDEN + concern.charAt(i));
        }
        for (long coordinate : coordinates) {
            state = mix(state + GOLDEN + coordinate);
        }
        return new Dice(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to bound − 1. */
    public int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** A number from low to high, both included; low where high is below it. */
    public long between(long low, long high) {
        return high <= low ? low : low + (next() >>> 1) % (high - low + 1);
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** A number from 0 to n − 1, low ones more often: the first hundredth comes up one time in ten. */
    public int skewed(int n) {
        double unit = (next() >>> 11) * 0x1.0p-53;
        return (int) (unit * unit * n);
    }

    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    public <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = below(i + 1);
            T kept = list.get(i);
            list.set(i, list.get(other));
            list.set(other, kept);
        }
    }
}
