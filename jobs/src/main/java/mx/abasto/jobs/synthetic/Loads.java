package mx.abasto.jobs.synthetic;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks along the roads, from a random place on, for what a fault may have. */
final class Loads {

    /** All that is still to arrive of one item in one shipment, when that is one lot and all of it. */
    record Load(SiteState receiver, List<Parcel> parcels, long pieces) {

        Shipment shipment() {
            return parcels.get(0).shipment();
        }

        Lot lot() {
            return parcels.get(0).lot();
        }

        Item item() {
            return lot().item();
        }

        /** The night on which the first of it arrives. */
        int night() {
            return parcels.get(0).night();
        }

        /** What stories call it. */
        String title(Nights nights) {
            return "%d pieces of %s lot %s that %s sent %s on %s (shipment %s)"
                    .formatted(
                            pieces,
                            item().clave(),
                            lot().title(),
                            shipment().origin().title(),
                            shipment().destination().title(),
                            nights.date(shipment().shippedNight()),
                            shipment().number());
        }

        /** Lets other parcels arrive instead. */
        void replace(List<Parcel> others) {
            receiver.inbound().removeAll(parcels);
            receiver.inbound().addAll(others);
        }
    }

    private final World world;
    private final Finder finder;

    Loads(World world) {
        this.world = world;
        this.finder = new Finder(world);
    }

    /** A load that no fault has; now one does. */
    @Nullable
    Load find(Dice dice, Predicate<Load> wanted) {
        int first = dice.below(world.sites().size());
        for (int i = 0; i < world.sites().size(); i++) {
            SiteState receiver = world.sites().get((first + i) % world.sites().size());
            int size = receiver.inbound().size();
            int start = size == 0 ? 0 : dice.below(size);
            for (int j = 0; j < size; j++) {
                Load load = load(receiver, receiver.inbound().get((start + j) % size));
                if (load != null && wanted.test(load)) {
                    world.claims().take(receiver.site(), load.item());
                    world.claims().touch(load.lot());
                    return load;
                }
            }
        }
        return null;
    }

    /** Whether it comes in one parcel before the nights end. */
    boolean arrivesAtOnce(Load load) {
        return load.parcels().size() == 1 && load.night() <= world.nights().last();
    }

    /** What the parcel is all or a part of, if a fault may have it. */
    @Nullable
    Load load(SiteState receiver, Parcel parcel) {
        Lot lot = parcel.lot();
        Shipment shipment = parcel.shipment();
        List<Shipment.Line> lines = shipment.lines().stream()
                .filter(line -> line.lot().item().equals(lot.item()))
                .toList();
        List<Parcel> parcels = receiver.inbound().stream()
                .filter(other ->
                        other.shipment().equals(shipment) && other.lot().item().equals(lot.item()))
                .toList();
        long pending = parcels.stream().mapToLong(Parcel::pieces).sum();
        boolean usable = lines.size() == 1
                && lines.get(0).pieces() == pending
                && lot.isNamed()
                && lot.recalledOn() == null
                && finder.lasts(lot)
                && !world.claims().isHeldBack(lot)
                && !world.claims().isTaken(receiver.site(), lot.item());
        return usable ? new Load(receiver, parcels, pending) : null;
    }
}
