package mx.abasto.jobs.synthetic;

import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy that must be listed.
 *
 * @param expected read at the close of the first night, like actual; both null for a rule without numbers
 * @param last the last night on which it is listed as open; the first for an event
 * @param planted false for what follows from the fault without being its point
 */
record Finding(
        String fault,
        Identity identity,
        @Nullable LongSupplier expected,
        @Nullable LongSupplier actual,
        int first,
        int last,
        boolean planted,
        String story) {

    /** The rules that look at what came or was posted tonight (contract section 6, E). */
    private static final Set<String> EVENTS = Set.of(
            "EXT-02", "EXT-03", "EXT-04", "EXT-05", "EXT-06", "SHP-05", "SHP-06", "SHP-07", "SHP-09", "DSP-02",
            "DSP-03", "DSP-04", "DSP-05", "SIG-01");

    /** What a fault is there for, of a rule without numbers. */
    static Finding planted(String fault, Identity identity, int first, int last, String story) {
        return new Finding(fault, identity, null, null, first, last, true, story);
    }

    /** What else must be listed because of a fault, of a rule without numbers. */
    static Finding consequence(String fault, Identity identity, int first, int last, String story) {
        return new Finding(fault, identity, null, null, first, last, false, story);
    }

    /** What else must be listed because of a fault. */
    static Finding consequence(
            String fault,
            Identity identity,
            LongSupplier expected,
            LongSupplier actual,
            int first,
            int last,
            String story) {
        return new Finding(fault, identity, expected, actual, first, last, false, story);
    }

    /** What makes a discrepancy the same one (contract section 5), empty for none. */
    record Identity(String rule, String clues, String counterpart, String clave, String lot, String document) {

        private static final Set<String> EVENTS = Set.of(
                "EXT-02", "EXT-03", "EXT-04", "EXT-05", "EXT-06", "SHP-05", "SHP-06", "SHP-07", "SHP-09", "DSP-02",
                "DSP-03", "DSP-04", "DSP-05", "SIG-01");

        static Identity ofCell(String rule, Site site, Lot lot) {
            return new Identity(rule, site.clues(), "", lot.item().clave(), lot.title(), "");
        }

        static Identity ofShipment(
                String rule, Site site, Site counterpart, Item item, @Nullable Lot lot, String number) {
            String lotTitle = lot == null ? "" : lot.title();
            return new Identity(rule, site.clues(), counterpart.clues(), item.clave(), lotTitle, number);
        }

        static Identity ofLot(String rule, Lot lot) {
            return new Identity(rule, "", "", lot.item().clave(), lot.title(), "");
        }

        static Identity ofFill(String rule, Site site, Lot lot, Prescription prescription) {
            return new Identity(rule, site.clues(), "", lot.item().clave(), lot.title(), prescription.number());
        }

        static Identity ofPrescription(
                String rule, Site site, @Nullable Site counterpart, Item item, Prescription prescription) {
            String other = counterpart == null ? "" : counterpart.clues();
            return new Identity(rule, site.clues(), other, item.clave(), "", prescription.number());
        }

        /** Of ORD-03 the site is where it was first received. */
        static Identity ofOrder(String rule, Site site, Item item, String number) {
            return new Identity(rule, site.clues(), "", item.clave(), "", number);
        }

        static Identity ofFile(String rule, Site site, String document) {
            return new Identity(rule, site.clues(), "", "", "", document);
        }

        static Identity ofClues(String rule, String clues) {
            return new Identity(rule, clues, "", "", "", "");
        }

        /** An event is listed on its night and never resolved. */
        boolean isEvent() {
            return EVENTS.contains(rule);
        }
    }
}
