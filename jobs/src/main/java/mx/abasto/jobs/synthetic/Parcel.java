package mx.abasto.jobs.synthetic;

/** Pieces of one lot on the road, and the night on which they arrive. */
record Parcel(Shipment shipment, Lot lot, long pieces, int night) {

    Parcel withLot(Lot other) {
        return new Parcel(shipment, other, pieces, night);
    }

    Parcel withPieces(long other) {
        return new Parcel(shipment, lot, other, night);
    }

    Parcel withNight(int other) {
        return new Parcel(shipment, lot, pieces, other);
    }
}
