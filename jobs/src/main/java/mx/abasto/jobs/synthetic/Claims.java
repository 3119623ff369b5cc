package mx.abasto.jobs.synthetic;

import java.util.HashSet;
import java.util.Set;

/** What faults have taken for themselves, so that no two of them touch and nothing disturbs them. */
final class Claims {

    private final Set<String> taken = new HashSet<>();
    private final Set<Lot> touched = new HashSet<>();
    private final Set<Lot> heldBack = new HashSet<>();

    /** Takes the site's stock of an item for one fault. */
    void take(Site site, Item item) {
        taken.add("cell " + site.index() + " " + item.index());
    }

    boolean isTaken(Site site, Item item) {
        return taken.contains("cell " + site.index() + " " + item.index());
    }

    /** A fault has pieces of the lot, somewhere. */
    void touch(Lot lot) {
        touched.add(lot);
    }

    boolean isTouched(Lot lot) {
        return touched.contains(lot);
    }

    /** A fault shows in the lot's sums over the nation: no other has it, and none of it sets out any more. */
    void holdBack(Lot lot) {
        touched.add(lot);
        heldBack.add(lot);
    }

    boolean isHeldBack(Lot lot) {
        return heldBack.contains(lot);
    }

    /** No more of the item is sent to the site. */
    void block(Site site, Item item) {
        taken.add("road " + site.index() + " " + item.index());
    }

    boolean isBlocked(Site site, Item item) {
        return taken.contains("road " + site.index() + " " + item.index());
    }

    /** A fault here shows in the site's counts: they must all arrive. */
    void needCounts(Site site) {
        taken.add("counts " + site.index());
    }

    boolean needsCounts(Site site) {
        return taken.contains("counts " + site.index());
    }

    /** A count of the site is missing: no fault here may depend on counts. */
    void loseCounts(Site site) {
        taken.add("lost counts " + site.index());
    }

    boolean losesCounts(Site site) {
        return taken.contains("lost counts " + site.index());
    }

    /** Takes a site's extract for one fault; false if another had it. */
    boolean takeExtract(Site site, Extract extract) {
        return taken.add("extract " + site.index() + " " + extract);
    }
}
