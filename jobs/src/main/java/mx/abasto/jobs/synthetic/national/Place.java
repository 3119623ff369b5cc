package mx.abasto.jobs.synthetic.national;

import java.nio.charset.StandardCharsets;
import mx.abasto.jobs.synthetic.RealData.State;
import mx.abasto.jobs.synthetic.SiteKind;

/**
 * A site.
 *
 * @param index its place in the list of sites, which is sorted by state
 * @param state whose files it is in
 * @param supplier index of the warehouse that restocks it; −1 if suppliers do
 */
record Place(int index, String clues, byte[] code, String name, SiteKind kind, State state, int supplier) {

    private static final int DAYS_OF_WEEK = 7;

    static Place of(int index, String clues, String name, SiteKind kind, State state, int supplier) {
        return new Place(index, clues, clues.getBytes(StandardCharsets.US_ASCII), name, kind, state, supplier);
    }

    boolean isUnit() {
        return kind.isUnit();
    }

    /** Whether its warehouse sends to it on the night: once a week. */
    boolean isRestockedOn(int night) {
        return Math.floorMod(index + night, DAYS_OF_WEEK) == 0;
    }
}
