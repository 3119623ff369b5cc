package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.Loads.Load;
import org.jspecify.annotations.Nullable;

/** Faults of the road: what arrives is not what was sent. The receiver writes down what arrives. */
final class ShipmentFaults implements FaultFamily {

    private final World world;
    private final Truth truth;
    private final Finder finder;
    private final Loads loads;
    private final UnsentShipments unsent;

    ShipmentFaults(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.finder = new Finder(world);
        this.loads = new Loads(world);
        this.unsent = new UnsentShipments(world, truth);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.SHIPMENT_LOST,
                FaultKind.SHIPMENT_LATE,
                FaultKind.SHIPMENT_UNSENT,
                FaultKind.SHIPMENT_SHORT,
                FaultKind.SHORT_COMPLETED_LATE,
                FaultKind.SHIPMENT_OVER,
                FaultKind.LOT_SUBSTITUTED);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case SHIPMENT_LOST -> lose(dice);
            case SHIPMENT_LATE -> delay(dice);
            case SHIPMENT_UNSENT -> unsent.plant(night, dice);
            case SHIPMENT_SHORT -> shorten(dice, true);
            case SHORT_COMPLETED_LATE -> shorten(dice, false);
            case SHIPMENT_OVER -> exceed(dice);
            case LOT_SUBSTITUTED -> substitute(dice);
            default -> throw new IllegalArgumentException(kind + " is no fault of the road");
        };
    }

    private boolean lose(Dice dice) {
        Load load = loads.find(dice, this::isListedOnceDue);
        if (load == null) {
            return false;
        }
        load.replace(List.of());
        String story = describe(load) + " never arrives; it was due on "
                + world.date(load.shipment().dueNight()) + ".";
        Shipment shipment = load.shipment();
        add(
                "SHP-01",
                load,
                shipment.origin(),
                load.pieces(),
                0,
                shipment.dueNight() + 1,
                world.nights().last(),
                story);
        return true;
    }

    private boolean delay(Dice dice) {
        int late = (int) dice.between(2, 4);
        Load load = loads.find(
                dice,
                found -> found.shipment().dueNight() + late <= world.nights().last());
        if (load == null) {
            return false;
        }
        int due = load.shipment().dueNight();
        load.replace(load.parcels().stream()
                .map(parcel -> parcel.withNight(due + late))
                .toList());
        String story = "%s was due on %s and arrives whole on %s."
                .formatted(describe(load), world.date(due), world.date(due + late));
        add("SHP-01", load, load.shipment().origin(), load.pieces(), 0, due + 1, due + late - 1, story);
        return true;
    }

    private boolean shorten(Dice dice, boolean forEver) {
        int late = (int) dice.between(2, 4);
        Load load = loads.find(
                dice,
                found -> found.parcels().size() == 1
                        && found.pieces() >= 2
                        && (forEver
                                ? isListedOnceDue(found)
                                : found.shipment().dueNight() + late
                                        <= world.nights().last()));
        if (load == null) {
            return false;
        }
        Parcel parcel = load.parcels().get(0);
        long lost = dice.between(1, Math.min(load.pieces() - 1, Math.max(1, load.pieces() / 3)));
        long arrived = load.pieces() - lost;
        int due = load.shipment().dueNight();
        String story = "Of %s only %d arrive on %s".formatted(describe(load), arrived, world.date(parcel.night()));
        List<Parcel> arriving = new ArrayList<>(List.of(parcel.withPieces(arrived)));
        int last = world.nights().last();
        if (forEver) {
            story += "; %d are lost on the road.".formatted(lost);
        } else {
            arriving.add(parcel.withPieces(lost).withNight(due + late));
            last = due + late - 1;
            story += "; the other %d come on %s, after the due day.".formatted(lost, world.date(due + late));
        }
        load.replace(arriving);
        add("SHP-03", load, load.receiver().site(), load.pieces(), arrived, due + 1, last, story);
        return true;
    }

    private boolean exceed(Dice dice) {
        Load load = loads.find(dice, loads::arrivesAtOnce);
        if (load == null) {
            return false;
        }
        Parcel parcel = load.parcels().get(0);
        long more = dice.between(1, Math.max(2, load.pieces() / 2));
        long arrived = load.pieces() + more;
        load.replace(List.of(parcel.withPieces(arrived)));
        String story = "Of %s %d arrive on %s, %d more than were written down."
                .formatted(describe(load), arrived, world.date(parcel.night()), more);
        add(
                "SHP-04",
                load,
                load.receiver().site(),
                load.pieces(),
                arrived,
                parcel.night(),
                world.nights().last(),
                story);
        return true;
    }

    private boolean substitute(Dice dice) {
        Load load = loads.find(dice, found -> loads.arrivesAtOnce(found) && otherLot(found) != null);
        Lot other = load == null ? null : otherLot(load);
        if (load == null || other == null) {
            return false;
        }
        Parcel parcel = load.parcels().get(0);
        load.replace(List.of(parcel.withLot(other)));
        world.claims().touch(other);
        String story = "Instead of %s lot %s arrives on %s, as many pieces; the boxes were swapped on the road."
                .formatted(describe(load), other.title(), world.date(parcel.night()));
        Shipment shipment = load.shipment();
        Site receiver = load.receiver().site();
        Identity identity =
                Identity.ofShipment("SHP-05", receiver, shipment.origin(), load.item(), null, shipment.number());
        long pieces = load.pieces();
        int when = parcel.night();
        truth.add(new Finding(truth.nextFault(), identity, () -> pieces, () -> 0, when, when, true, story));
        return true;
    }

    /** Another lot of the item, known at the sender or, if it has none, at any site. */
    private @Nullable Lot otherLot(Load load) {
        Lot atSender = otherLot(world.state(load.shipment().origin()), load.lot());
        if (atSender != null) {
            return atSender;
        }
        for (SiteState state : world.sites()) {
            Lot lot = otherLot(state, load.lot());
            if (lot != null) {
                return lot;
            }
        }
        return null;
    }

    private @Nullable Lot otherLot(SiteState state, Lot than) {
        for (Cell cell : state.shelves().of(than.item())) {
            Lot lot = cell.lot();
            if (lot != than
                    && lot.isNamed()
                    && lot.recalledOn() == null
                    && finder.lasts(lot)
                    && !world.claims().isHeldBack(lot)) {
                return lot;
            }
        }
        return null;
    }

    private boolean isListedOnceDue(Load load) {
        return load.shipment().dueNight() < world.nights().last();
    }

    private String describe(Load load) {
        return load.title(world.nights());
    }

    /** SHP-01 is the origin's, with the destination as counterpart; all others the receiver's. */
    private void add(String rule, Load load, Site site, long expected, long actual, int first, int last, String story) {
        Shipment shipment = load.shipment();
        Site counterpart = site.equals(shipment.origin()) ? shipment.destination() : shipment.origin();
        Identity identity = Identity.ofShipment(rule, site, counterpart, load.item(), load.lot(), shipment.number());
        truth.add(new Finding(truth.nextFault(), identity, () -> expected, () -> actual, first, last, true, story));
    }
}
