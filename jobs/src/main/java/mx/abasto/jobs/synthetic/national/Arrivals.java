package mx.abasto.jobs.synthetic.national;

import java.util.List;

/** A night's parcels, handed out to sites in their order. */
final class Arrivals {

    private final List<Parcel> parcels;
    private int next;

    /** @param parcels by site */
    Arrivals(List<Parcel> parcels) {
        this.parcels = parcels;
    }

    /** Those for a site; no earlier site may ask after it. */
    List<Parcel> at(Place place) {
        int first = next;
        while (next < parcels.size() && parcels.get(next).to() == place.index()) {
            next++;
        }
        return parcels.subList(first, next);
    }
}
