package mx.abasto.jobs.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to generate. The same options give the same bytes.
 *
 * @param sites sites of every kind together, 4 or more
 * @param claves claves of the catalogue, 5 to 2,840
 * @param nights nights of extracts, the opening night included
 * @param seed decides everything that the other options leave open
 * @param faults planted faults for each site and night, 0 to 1: 0.05 plants one for every twenty
 *     site-nights. Any rate above 0 plants one of each rule at least, where the network has room
 * @param from the opening night
 * @param state INEGI code of the state of all units, two digits; null lets the seed choose
 * @param lake where {@code abasto.yml} puts the lake, seen from its own folder
 * @param work where {@code abasto.yml} puts the work folder, likewise
 */
public record GeneratorOptions(
        int sites,
        int claves,
        int nights,
        long seed,
        double faults,
        LocalDate from,
        @Nullable String state,
        String lake,
        String work) {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2025, 1, 6);
    private static final int NIGHTS_MAX = 400;

    public GeneratorOptions {
        requireNonNull(from, "from is null");
        requireNonNull(lake, "lake is null");
        requireNonNull(work, "work is null");
        require(sites >= 4, sites + " sites are too few: ask for 4 or more (two warehouses, a hospital, a centre)");
        require(
                claves >= 5 && claves <= RealData.CLAVES,
                claves + " claves cannot be made: ask for 5 to " + RealData.CLAVES + ", the real ones there are");
        require(nights >= 1 && nights <= NIGHTS_MAX, nights + " nights cannot be made: ask for 1 to " + NIGHTS_MAX);
        require(faults >= 0 && faults <= 1, faults + " is no rate of faults: give a number from 0 to 1, such as 0.05");
        require(
                state == null || state.matches("\\d{2}"),
                "'" + state + "' is no state: give the two digits of INEGI, such as 20 for Oaxaca");
        require(isPlain(lake) && isPlain(work), "the lake's and the work folder's path must be one plain line");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static boolean isPlain(String path) {
        return !path.isBlank() && path.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
    }

    /** No faults, from Monday 2025-01-06, states by seed, lake and work folder under {@code var/}. */
    public static GeneratorOptions of(int sites, int claves, int nights, long seed) {
        return new GeneratorOptions(sites, claves, nights, seed, 0, FIRST_MONDAY, null, "var/lake", "var/work");
    }

    public GeneratorOptions withFaults(double rate) {
        return new GeneratorOptions(sites, claves, nights, seed, rate, from, state, lake, work);
    }

    public GeneratorOptions withFrom(LocalDate openingNight) {
        return new GeneratorOptions(sites, claves, nights, seed, faults, openingNight, state, lake, work);
    }

    public GeneratorOptions withState(@Nullable String code) {
        return new GeneratorOptions(sites, claves, nights, seed, faults, from, code, lake, work);
    }

    public GeneratorOptions withPlaces(String lakePath, String workPath) {
        return new GeneratorOptions(sites, claves, nights, seed, faults, from, state, lakePath, workPath);
    }
}
