package mx.abasto.jobs.synthetic.national;

/**
 * A line on the road to a site's slot.
 *
 * @param sender index of the warehouse that sent it; −1 for a supplier
 * @param to index of the site that it goes to
 * @param documentSite with the next two, the number of the shipment or order
 */
record Parcel(int sender, int to, int slot, int lot, int pieces, int documentSite, int documentNight, int document) {

    Parcel withPieces(int others) {
        return new Parcel(sender, to, slot, lot, others, documentSite, documentNight, document);
    }

    Parcel withLot(int other) {
        return new Parcel(sender, to, slot, other, pieces, documentSite, documentNight, document);
    }

    boolean isOfSameDocument(Parcel other) {
        return sender == other.sender && documentNight == other.documentNight && document == other.document;
    }
}
