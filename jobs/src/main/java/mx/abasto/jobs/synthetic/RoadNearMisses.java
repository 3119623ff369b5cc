package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.List;
import mx.abasto.jobs.synthetic.Finder.Spot;
import mx.abasto.jobs.synthetic.Loads.Load;
import mx.abasto.jobs.synthetic.NearMisses.NearMiss;
import mx.abasto.jobs.synthetic.SiteState.Delivery;
import org.jspecify.annotations.Nullable;

/** What arrives on its last day, in parts, or before its papers. */
final class RoadNearMisses {

    private static final int ORDER_DAYS = 3;

    private final World world;
    private final List<NearMiss> told;
    private final Finder finder;
    private final Loads loads;

    RoadNearMisses(World world, List<NearMiss> told) {
        this.world = world;
        this.told = told;
        this.finder = new Finder(world);
        this.loads = new Loads(world);
    }

    boolean plant(NearMissKind kind, int night, Agenda agenda) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case RECEIVED_ON_DUE_DAY -> arriveWhenDue(dice);
            case RECEIVED_IN_PARTS -> arriveInParts(dice);
            case RECEIVED_WITHIN_GRACE -> arriveBeforeItsPapers(night, dice, agenda);
            default -> orderInParts(night, dice);
        };
    }

    private boolean isDueInTime(Load load) {
        return load.shipment().dueNight() <= world.nights().last();
    }

    private boolean arriveWhenDue(Dice dice) {
        Load load = loads.find(dice, this::isDueInTime);
        if (load == null) {
            return false;
        }
        Parcel parcel = load.parcels().get(0);
        int due = load.shipment().dueNight();
        load.replace(List.of(parcel.withPieces(load.pieces()).withNight(due)));
        tell(NearMissKind.RECEIVED_ON_DUE_DAY, due, load, "The shipment arrives on the day that it is due.");
        return true;
    }

    private boolean arriveInParts(Dice dice) {
        Load load = loads.find(
                dice,
                found -> isDueInTime(found)
                        && found.pieces() >= 2
                        && found.parcels().get(0).night() < found.shipment().dueNight());
        if (load == null) {
            return false;
        }
        Parcel parcel = load.parcels().get(0);
        int due = load.shipment().dueNight();
        long first = dice.between(1, load.pieces() - 1);
        load.replace(List.of(
                parcel.withPieces(first),
                parcel.withPieces(load.pieces() - first).withNight(due)));
        tell(
                NearMissKind.RECEIVED_IN_PARTS,
                due,
                load,
                "%d of %d pieces come on %s, the others on the due day."
                        .formatted(first, load.pieces(), world.date(parcel.night())));
        return true;
    }

    private void tell(NearMissKind kind, int night, Load load, String story) {
        told.add(NearMiss.ofCell(
                kind, night, load.receiver().site(), load.lot(), load.shipment().number(), story));
    }

    /** The truck leaves after the sender's count and arrives the same day; the sender writes it down the day after. */
    private boolean arriveBeforeItsPapers(int night, Dice dice, Agenda agenda) {
        Spot spot = night == world.nights().last()
                ? null
                : finder.find(
                        dice,
                        site -> !site.isUnit(),
                        found -> found.lot().isNamed()
                                && finder.lasts(found.lot())
                                && found.cell().usable() >= 4
                                && receiver(found) != null);
        SiteState receiver = spot == null ? null : receiver(spot);
        if (spot == null || receiver == null) {
            return false;
        }
        Lot lot = spot.lot();
        long pieces = dice.between(2, Math.min(20, spot.cell().usable() / 2));
        String number = spot.state().document("T").number();
        Shipment shipment = new Shipment(
                spot.site(), receiver.site(), number, night, night, List.of(new Shipment.Line(lot, pieces)));
        receiver.inbound().add(new Parcel(shipment, lot, pieces, night));
        world.claims().take(receiver.site(), lot.item());
        world.claims().take(spot.site(), lot.item());
        spot.cell().freeze();
        LocalDate shippedOn = world.date(night);
        agenda.add(night + ConfigurationFile.GRACE_DAYS, () -> {
            spot.cell().thaw();
            spot.cell().move(-pieces, night + ConfigurationFile.GRACE_DAYS);
            spot.state()
                    .book()
                    .table(Extract.DISTRIBUTIONS)
                    .add(
                            number,
                            1,
                            spot.site().clues(),
                            receiver.site().clues(),
                            shippedOn,
                            lot.item().clave(),
                            lot.code(),
                            lot.expiryText(),
                            pieces,
                            pieces);
        });
        told.add(NearMiss.ofCell(
                NearMissKind.RECEIVED_WITHIN_GRACE,
                night,
                receiver.site(),
                lot,
                number,
                "The receipt comes a night before the sender's line: the truck left after the count."));
        return true;
    }

    private @Nullable SiteState receiver(Spot spot) {
        for (SiteState state : world.sites()) {
            Item item = spot.lot().item();
            if (world.network().routes().supplierOf(state.site()) == spot.site().index()
                    && world.network().assortment().holds(state.site().kind(), item)
                    && !world.claims().isTaken(state.site(), item)) {
                return state;
            }
        }
        return null;
    }

    private boolean orderInParts(int night, Dice dice) {
        int due = night + ORDER_DAYS;
        SiteState state = dice.pick(world.sites().stream()
                .filter(any -> any.site().kind() != SiteKind.HEALTH_CENTRE)
                .toList());
        Item item = dice.pick(world.itemsOf(state.site()));
        if (due > world.nights().last() || world.claims().isTaken(state.site(), item)) {
            return false;
        }
        world.claims().take(state.site(), item);
        long pieces = item.dose() * dice.between(2, 6);
        Document order = world.orders().next(world.date(night));
        world.orders().add(order, "PROVEEDOR 01", state.site(), world.date(night), world.date(due), item, pieces);
        long first = dice.between(1, pieces - 1);
        state.deliveries().add(new Delivery(due - 1, order.number(), item, first));
        state.deliveries().add(new Delivery(due, order.number(), item, pieces - first));
        told.add(new NearMiss(
                NearMissKind.ORDER_PART_ON_DUE_DAY,
                due,
                state.site().clues(),
                item.clave(),
                "",
                order.number(),
                "%d of the %d ordered pieces come the day before the due day, the others on it."
                        .formatted(first, pieces)));
        return true;
    }
}
