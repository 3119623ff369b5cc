package mx.abasto.jobs.synthetic.national;

/**
 * What every site has of every product that it holds. A slot is a site's place for a product; it has four cells, each for a
 * lot, with the pieces that lie there and the pieces that its records say.
 */
final class Shelves {

    static final int CELLS = 4;

    private final int[] firsts;
    private final int[] products;
    private final int[] usuals;
    private final boolean[] isAwaited;
    private final int[] lots;
    private final int[] held;
    private final int[] booked;

    /**
     * @param firsts of each site its first slot, and after the last site how many slots there are
     * @param products of each slot
     * @param usuals of each slot, the pieces up to which it is restocked
     */
    Shelves(int[] firsts, int[] products, int[] usuals) {
        this.firsts = firsts;
        this.products = products;
        this.usuals = usuals;
        this.isAwaited = new boolean[products.length];
        this.lots = new int[products.length * CELLS];
        this.held = new int[lots.length];
        this.booked = new int[lots.length];
    }

    int first(Place place) {
        return firsts[place.index()];
    }

    int slots(Place place) {
        return firsts[place.index() + 1] - firsts[place.index()];
    }

    int product(int slot) {
        return products[slot];
    }

    int usual(int slot) {
        return usuals[slot];
    }

    /** The site's slot for a product, or −1; a site's slots are not in the order of products. */
    int slot(Place place, int product) {
        for (int slot = first(place); slot < firsts[place.index() + 1]; slot++) {
            if (products[slot] == product) {
                return slot;
            }
        }
        return -1;
    }

    boolean isAwaited(int slot) {
        return isAwaited[slot];
    }

    void await(int slot) {
        isAwaited[slot] = true;
    }

    void endWait(int slot) {
        isAwaited[slot] = false;
    }

    int lot(int cell) {
        return lots[cell];
    }

    int held(int cell) {
        return held[cell];
    }

    int booked(int cell) {
        return booked[cell];
    }

    int heldIn(int slot) {
        int sum = 0;
        for (int cell = slot * CELLS; cell < (slot + 1) * CELLS; cell++) {
            sum += held[cell];
        }
        return sum;
    }

    boolean hasRoom(int slot) {
        for (int cell = slot * CELLS; cell < (slot + 1) * CELLS; cell++) {
            if (isFree(cell)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int cell) {
        return held[cell] == 0 && booked[cell] == 0;
    }

    /** The cell of the lot, or one that is free for it; −1 if there is neither. */
    int cellFor(int slot, int lot) {
        int free = -1;
        for (int cell = slot * CELLS; cell < (slot + 1) * CELLS; cell++) {
            if (isFree(cell)) {
                free = free < 0 ? cell : free;
            } else if (lots[cell] == lot) {
                return cell;
            }
        }
        if (free >= 0) {
            lots[free] = lot;
        }
        return free;
    }

    /** The cell from which to issue: what expires first and has not; −1 if the slot is empty. */
    int cellToIssue(int slot, int night, Lots names) {
        int best = -1;
        for (int cell = slot * CELLS; cell < (slot + 1) * CELLS; cell++) {
            boolean isGood = held[cell] > 0 && names.expiry(lots[cell]) >= night;
            if (isGood && (best < 0 || names.expiry(lots[cell]) < names.expiry(lots[best]))) {
                best = cell;
            }
        }
        return best;
    }

    /** Pieces come (or go, below 0), and the records say so. */
    void move(int cell, int pieces) {
        held[cell] += pieces;
        booked[cell] += pieces;
    }

    /** Pieces come or go unseen. */
    void moveUnseen(int cell, int pieces) {
        held[cell] += pieces;
    }

    /** The records say that pieces came or went. */
    void write(int cell, int pieces) {
        booked[cell] += pieces;
    }

    /** What was counted on the opening night is what the records begin with. */
    void open() {
        System.arraycopy(held, 0, booked, 0, held.length);
    }
}
