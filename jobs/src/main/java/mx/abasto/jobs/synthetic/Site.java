package mx.abasto.jobs.synthetic;

/**
 * A site of the network.
 *
 * @param index its place in the network's list of sites
 * @param visits prescriptions on a usual day, 0 for a warehouse
 */
record Site(int index, String clues, String name, SiteKind kind, String state, String region, int visits) {

    /** The same site under another code. */
    Site withClues(String other) {
        return new Site(index, other, name, kind, state, region, visits);
    }

    boolean isUnit() {
        return kind.isUnit();
    }

    /** What stories call it. */
    String title() {
        return name + " (" + clues + ")";
    }
}
