package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One lot at one site: what is really there beside what the records say. Only faults part the two,
 * and a frozen cell is theirs: the simulation leaves it alone.
 */
final class Cell {

    private final Lot lot;
    private long physical;
    private long book;
    private boolean frozen;
    private int movedNight = -1;
    private @Nullable LocalDate misreadExpiry;

    Cell(Lot lot) {
        this.lot = lot;
    }

    Lot lot() {
        return lot;
    }

    long physical() {
        return physical;
    }

    long book() {
        return book;
    }

    /** What the simulation may take. */
    long usable() {
        return frozen ? 0 : physical;
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
    }

    /** Pieces in (or out, below 0) that the records tell. */
    void move(long pieces, int night) {
        physical += pieces;
        book += pieces;
        movedNight = night;
    }

    /** Pieces in or out that nobody records. */
    void moveUnseen(long pieces) {
        physical += pieces;
    }

    /** A record of pieces in or out that did not move. */
    void writeOnly(long pieces) {
        book += pieces;
    }

    /** Whoever counts reads another expiry on the label, until it is read rightly again. */
    void misread(LocalDate expiresOn) {
        misreadExpiry = expiresOn;
    }

    void readRightly() {
        misreadExpiry = null;
    }

    String countedExpiry() {
        return misreadExpiry == null ? lot.expiryText() : misreadExpiry.toString();
    }

    /** A count lists what is there, and a cell that has just run out. */
    boolean isCounted(int night) {
        return physical > 0 || (!frozen && movedNight == night);
    }
}
