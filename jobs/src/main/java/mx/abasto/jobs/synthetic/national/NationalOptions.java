package mx.abasto.jobs.synthetic.national;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to generate of the nation. The same options give the same bytes.
 *
 * @param nights nights of extracts, the opening night included, 1 to 56
 * @param seed decides everything that the other options leave open
 * @param from the opening night
 * @param states how many states like {@code state}, each under another state's code; null for the whole register
 * @param state INEGI code of the state they are like; null for one of middling size
 * @param layout how the extracts are cut into files
 * @param lake where {@code abasto.yml} puts the lake, seen from its own folder
 * @param work where {@code abasto.yml} puts the work folder, likewise
 */
public record NationalOptions(
        int nights,
        long seed,
        LocalDate from,
        @Nullable Integer states,
        @Nullable String state,
        FileLayout layout,
        String lake,
        String work) {

    private static final int NIGHTS_MAX = 56;
    private static final int STATES_MAX = 25;

    public NationalOptions {
        requireNonNull(from, "from is null");
        requireNonNull(layout, "layout is null");
        requireNonNull(lake, "lake is null");
        requireNonNull(work, "work is null");
        require(nights >= 1 && nights <= NIGHTS_MAX, nights + " nights cannot be made: ask for 1 to " + NIGHTS_MAX);
        require(
                states == null || (states >= 1 && states <= STATES_MAX),
                states + " states cannot be made: ask for 1 to " + STATES_MAX);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The whole register, from Monday 2025-01-06, a file for each state and extract, lake and work under {@code var/}. */
    public static NationalOptions of(int nights, long seed) {
        return new NationalOptions(
                nights, seed, LocalDate.of(2025, 1, 6), null, null, FileLayout.BY_STATE, "var/lake", "var/work");
    }

    /** So many states like one, instead of the whole register. */
    public NationalOptions withStates(int count, String like) {
        return new NationalOptions(nights, seed, from, count, like, layout, lake, work);
    }

    public NationalOptions withLayout(FileLayout other) {
        return new NationalOptions(nights, seed, from, states, state, other, lake, work);
    }
}
