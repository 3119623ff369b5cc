package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.Loads.Load;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that are written down on their day and delivered later. Until then the pieces are on the shelf and not in
 * the records. Only health centres: what they receive comes from the road alone.
 */
final class LateReceipts {

    /** @param isNew the lot has never been there before */
    private record Arrival(Load load, boolean isNew) {}

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final ExtraFiles extras;
    private final Loads loads;
    private final Map<SiteState, List<Arrival>> aims = new LinkedHashMap<>();

    LateReceipts(World world, Truth truth, Agenda agenda, ExtraFiles extras) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.extras = extras;
        this.loads = new Loads(world);
    }

    /** In the morning: the centres where whole loads arrive tonight, each of an item that nothing else touches. */
    void aim(int night) {
        aims.clear();
        for (SiteState state : world.sites()) {
            if (state.site().kind() == SiteKind.HEALTH_CENTRE && !world.claims().losesCounts(state.site())) {
                List<Arrival> arrivals = arrivals(state, night);
                if (!arrivals.isEmpty()) {
                    aims.put(state, arrivals);
                }
            }
        }
    }

    /** None if one of tonight's parcels will not do. */
    private List<Arrival> arrivals(SiteState state, int night) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Parcel parcel : state.inbound()) {
            if (parcel.night() == night) {
                Load load = loads.load(state, parcel);
                if (load == null || load.parcels().size() > 1 || isComingTwice(state, load.item())) {
                    return List.of();
                }
                boolean isNew = state.shelves().find(parcel.lot()) == null;
                arrivals.add(new Arrival(load, isNew));
            }
        }
        return arrivals;
    }

    private static boolean isComingTwice(SiteState state, Item item) {
        return state.inbound().stream()
                        .filter(parcel -> parcel.lot().item().equals(item))
                        .count()
                > 1;
    }

    boolean plant(SiteState state, int night) {
        Site site = state.site();
        List<Arrival> arrivals = aims.getOrDefault(state, List.of());
        if (night == world.nights().last()
                || arrivals.isEmpty()
                || !mayBeLate(state, arrivals)
                || !world.claims().takeExtract(site, Extract.RECEIPTS)) {
            return false;
        }
        int arrival = night + DeliveryFaults.nightsLate(world, world.dice("late receipts", site, night), night);
        String name = ExtractFiles.name(Extract.RECEIPTS, site.clues(), world.date(night));
        Table table = state.book().table(Extract.RECEIPTS);
        state.book().suppress(Extract.RECEIPTS);
        extras.add(arrival, name, table.bytes(), table.rows());
        world.claims().needCounts(site);
        String fault = truth.nextFault();
        truth.add(Finding.planted(
                fault,
                Identity.ofFile("EXT-02", site, name),
                arrival,
                arrival,
                "The receipts of %s of %s come on %s."
                        .formatted(site.title(), world.date(night), world.date(arrival))));
        truth.add(DeliveryFaults.missing(fault, site, Extract.RECEIPTS, night));
        arrivals.forEach(found -> follow(fault, found, night, arrival));
        return true;
    }

    /** Nothing else is in the file, no fault has taken the items today, and of a new lot nothing has left yet. */
    private boolean mayBeLate(SiteState state, List<Arrival> arrivals) {
        return !state.book().isSuppressed(Extract.RECEIPTS)
                && !world.claims().losesCounts(state.site())
                && state.book().rows(Extract.RECEIPTS) == arrivals.size()
                && arrivals.stream().allMatch(arrival -> {
                    Cell cell = state.shelves().find(arrival.load().lot());
                    return cell != null
                            && !cell.isFrozen()
                            && !world.claims()
                                    .isTaken(state.site(), arrival.load().item())
                            && (!arrival.isNew()
                                    || cell.physical() == arrival.load().pieces());
                });
    }

    private void follow(String fault, Arrival found, int night, int arrival) {
        Load load = found.load();
        SiteState state = load.receiver();
        Lot lot = load.lot();
        Cell cell = state.shelves().obtain(lot);
        // Nothing moves until the file is there.
        cell.freeze();
        world.claims().take(state.site(), load.item());
        world.claims().block(state.site(), load.item());
        world.claims().touch(lot);
        agenda.add(arrival, cell::thaw);
        long pieces = load.pieces();
        String rule = rule(found, cell);
        if (rule != null) {
            truth.add(Finding.consequence(
                    fault,
                    Identity.ofCell(rule, state.site(), lot),
                    rule.equals("STK-01") ? () -> cell.book() - pieces : () -> 0,
                    rule.equals("STK-02") ? () -> cell.book() - pieces : cell::physical,
                    night,
                    arrival - 1,
                    "Until then the records do not have what was received."));
        }
        Shipment shipment = load.shipment();
        if (shipment.dueNight() < arrival - 1) {
            Identity overdue = Identity.ofShipment(
                    "SHP-01", shipment.origin(), shipment.destination(), lot.item(), lot, shipment.number());
            truth.add(Finding.consequence(
                    fault,
                    overdue,
                    () -> pieces,
                    () -> 0,
                    shipment.dueNight() + 1,
                    arrival - 1,
                    "Until then the shipment seems lost."));
        }
    }

    /** By the precedence of contract section 6: phantom and negative before a variance beyond the tolerance. */
    private static @Nullable String rule(Arrival found, Cell cell) {
        if (found.isNew()) {
            return "STK-03";
        }
        if (cell.book() < found.load().pieces()) {
            return "STK-02";
        }
        return found.load().pieces() > cell.lot().item().tolerance() ? "STK-01" : null;
    }
}
