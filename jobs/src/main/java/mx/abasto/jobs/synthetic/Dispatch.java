package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Sends pieces on the road: writes the shipment's lines, and decides when each arrives. */
final class Dispatch {

    private static final int ARRIVAL_DAYS_MAX = 5;

    private final World world;

    Dispatch(World world) {
        this.world = world;
    }

    /** What is asked of one item, for one destination. */
    record Wish(Item item, long requested) {}

    /** Sends as much of each wish as fresh stock allows; nothing at all leaves no shipment. */
    void send(SiteState from, Site destination, List<Wish> wishes, int night, Dice dice) {
        List<Shipment.Line> lines = new ArrayList<>();
        List<Long> requested = new ArrayList<>();
        for (Wish wish : wishes) {
            from.shelves()
                    .take(
                            wish.item(),
                            wish.requested(),
                            night,
                            lot -> world.lots().mayShip(lot, world.date(night))
                                    && !world.claims().isHeldBack(lot),
                            (cell, pieces) -> {
                                lines.add(new Shipment.Line(cell.lot(), pieces));
                                requested.add(wish.requested());
                            });
        }
        if (!lines.isEmpty()) {
            write(from, destination, lines, requested, night, dice);
        }
    }

    private void write(
            SiteState from, Site destination, List<Shipment.Line> lines, List<Long> requested, int night, Dice dice) {
        Document document = from.document("T");
        for (int i = 0; i < lines.size(); i++) {
            Shipment.Line line = lines.get(i);
            for (long pieces : boxes(line.pieces(), dice)) {
                from.book().ship(document, destination, line.lot(), pieces, requested.get(i));
            }
        }
        int transitDays = world.network().routes().transitDays(from.site(), destination);
        Shipment shipment = new Shipment(
                from.site(), destination, document.number(), night, night + transitDays, List.copyOf(lines));
        putOnTheRoad(shipment, transitDays, dice);
    }

    /** One line in twenty is written as two of the same lot, as when it fills two boxes. */
    private static List<Long> boxes(long pieces, Dice dice) {
        if (pieces < 2 || !dice.chance(5)) {
            return List.of(pieces);
        }
        long first = dice.between(1, pieces - 1);
        return List.of(first, pieces - first);
    }

    private void putOnTheRoad(Shipment shipment, int transitDays, Dice dice) {
        int latest = Math.min(ARRIVAL_DAYS_MAX, transitDays);
        int days = dice.chance(15) ? latest : (int) dice.between(1, latest);
        boolean inTwoLoads = days < latest && dice.chance(20);
        int laterDays = (int) dice.between(days + 1, latest);
        List<Parcel> inbound = world.state(shipment.destination()).inbound();
        for (Shipment.Line line : shipment.lines()) {
            int first = shipment.shippedNight() + days;
            int second = inTwoLoads ? shipment.shippedNight() + laterDays : first;
            if (line.pieces() >= 2 && dice.chance(inTwoLoads ? 30 : 5)) {
                long part = dice.between(1, line.pieces() - 1);
                inbound.add(new Parcel(shipment, line.lot(), part, first));
                inbound.add(new Parcel(shipment, line.lot(), line.pieces() - part, second));
            } else {
                int night = inTwoLoads && dice.chance(40) ? second : first;
                inbound.add(new Parcel(shipment, line.lot(), line.pieces(), night));
            }
        }
    }
}
