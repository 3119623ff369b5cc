package mx.abasto.jobs.story;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An account of the ledger (contract section 5): who has the pieces.
 *
 * @param id a CLUES, {@code origin/shipment_no}, a reason of adjustment; null where the kind has one account
 */
record Account(Kind kind, @Nullable String id) implements Comparable<Account> {
    private static final Comparator<Account> ORDER = Comparator.comparing(Account::kind)
            .thenComparing(Account::id, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The kinds, sources first. */
    enum Kind {
        SUPPLIER,
        OPENING,
        ADJUSTMENT,
        SITE,
        TRANSIT,
        PATIENT,
        WARD
    }

    /** Whether it is in the network: what goes in comes out, or is there. */
    boolean isInside() {
        return kind == Kind.SITE || kind == Kind.TRANSIT;
    }

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }
}
