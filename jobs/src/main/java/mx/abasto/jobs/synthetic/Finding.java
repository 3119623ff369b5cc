package mx.abasto.jobs.synthetic;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy that must be listed.
 *
 * @param expected read at the close of the first night, like actual
 * @param last the last night on which it is listed as open; the first for an event
 * @param planted false for what follows from the fault without being its point
 */
record Finding(
        String fault,
        Identity identity,
        LongSupplier expected,
        LongSupplier actual,
        int first,
        int last,
        boolean planted,
        String story) {

    /** What makes a discrepancy the same one (contract section 5), empty for none. */
    record Identity(String rule, String clues, String counterpart, String clave, String lot, String document) {

        static Identity ofCell(String rule, Site site, Lot lot) {
            return new Identity(rule, site.clues(), "", lot.item().clave(), lot.title(), "");
        }

        static Identity ofShipment(
                String rule, Site site, Site counterpart, Item item, @Nullable Lot lot, String number) {
            String lotTitle = lot == null ? "" : lot.title();
            return new Identity(rule, site.clues(), counterpart.clues(), item.clave(), lotTitle, number);
        }

        static Identity ofFile(String rule, Site site, String document) {
            return new Identity(rule, site.clues(), "", "", "", document);
        }

        /** An event is listed on its night and never resolved. */
        boolean isEvent() {
            return rule.equals("SHP-05") || rule.equals("EXT-04");
        }
    }
}
