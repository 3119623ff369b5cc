package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;
import mx.abasto.jobs.synthetic.DayBook.Line;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.Loads.Load;

/**
 * What arrived once is entered twice, under two receipt numbers, from the road (SHP-08) or from a supplier (ORD-02):
 * the records have pieces that no shelf has.
 */
final class DoubleEntries implements FaultFamily {

    private final World world;
    private final Truth truth;
    private final Agenda agenda;
    private final Loads loads;

    DoubleEntries(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
        this.loads = new Loads(world);
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.RECEIPT_ENTERED_TWICE,
                FaultKind.RECEIPT_ENTERED_TWICE_AND_CANCELLED,
                FaultKind.ORDER_ENTERED_TWICE);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return kind == FaultKind.ORDER_ENTERED_TWICE ? enterOrder(dice, night) : enterLoad(kind, dice);
    }

    private boolean enterLoad(FaultKind kind, Dice dice) {
        int againDays = (int) dice.between(0, 1);
        int cancelledDays = (int) dice.between(1, 3);
        boolean isForEver = kind == FaultKind.RECEIPT_ENTERED_TWICE;
        Load load = loads.find(
                dice,
                found -> mayBeDoubled(found)
                        && world.nights().contains(found.night() + againDays + (isForEver ? 0 : cancelledDays)));
        if (load == null) {
            return false;
        }
        SiteState receiver = load.receiver();
        Cell cell = receiver.shelves().obtain(load.lot());
        world.claims().needCounts(receiver.site());
        int again = load.night() + againDays;
        int cancelled = isForEver ? world.nights().count() : again + cancelledDays;
        agenda.add(again, () -> {
            Line line = receiver.book()
                    .receiveShipped(receiver.document("R"), load.parcels().get(0));
            cell.writeOnly(load.pieces());
            agenda.add(cancelled, () -> {
                receiver.book().cancel(line);
                cell.writeOnly(-load.pieces());
            });
        });
        tell(load, cell, again, cancelled);
        return true;
    }

    /** More than the count may differ by, where the count is sure to come. */
    private boolean mayBeDoubled(Load load) {
        return loads.arrivesAtOnce(load)
                && load.pieces() > load.item().tolerance()
                && !world.claims().losesCounts(load.receiver().site());
    }

    private void tell(Load load, Cell cell, int again, int cancelled) {
        Site receiver = load.receiver().site();
        String end = world.nights().contains(cancelled)
                ? "; on %s the second receipt is cancelled.".formatted(world.date(cancelled))
                : ".";
        FaultStory story = FaultStory.open(truth);
        story.plants(
                Identity.ofShipment(
                        "SHP-08",
                        receiver,
                        load.shipment().origin(),
                        load.item(),
                        load.lot(),
                        load.shipment().number()),
                load::pieces,
                () -> 2 * load.pieces(),
                again,
                cancelled - 1,
                "%s arrives on %s, and is entered again on %s under another receipt number%s"
                        .formatted(load.title(world.nights()), world.date(load.night()), world.date(again), end));
        tellVariance(story, receiver, cell, again, cancelled);
    }

    private void tellVariance(FaultStory story, Site site, Cell cell, int again, int cancelled) {
        story.follows(
                Identity.ofCell("STK-01", site, cell.lot()),
                cell::book,
                cell::physical,
                again,
                cancelled - 1,
                "The records have the pieces twice, the shelf has them once.");
    }

    private boolean enterOrder(Dice dice, int night) {
        int brought = night + (int) dice.between(1, 2);
        int cancelled = brought + (int) dice.between(1, 3);
        Purchase purchase = Purchase.any(world, dice, night);
        SiteState state = purchase.state();
        long pieces = purchase.pieces();
        if (!world.nights().contains(cancelled)
                || purchase.item().lotless()
                || pieces <= purchase.item().tolerance()
                || world.claims().isTaken(state.site(), purchase.item())
                || world.claims().losesCounts(state.site())) {
            return false;
        }
        purchase.send(night, brought + 1);
        Lot lot = world.lots().make(purchase.item(), world.date(brought).plusDays(dice.between(270, 900)));
        Cell cell = state.shelves().obtain(lot);
        world.claims().take(state.site(), purchase.item());
        world.claims().touch(lot);
        world.claims().needCounts(state.site());
        agenda.add(brought, () -> {
            cell.move(pieces, brought);
            cell.writeOnly(pieces);
            state.book().receiveOrdered(state.document("R"), purchase.number(), lot, pieces);
            Line again = state.book().receiveOrdered(state.document("R"), purchase.number(), lot, pieces);
            agenda.add(cancelled, () -> {
                cell.writeOnly(-pieces);
                state.book().cancel(again);
            });
        });
        FaultStory story = FaultStory.open(truth);
        story.plants(
                purchase.identity("ORD-02"),
                purchase::pieces,
                () -> 2 * pieces,
                brought,
                cancelled - 1,
                "On %s %s comes and is entered twice; on %s the second receipt is cancelled."
                        .formatted(world.date(brought), purchase.title(), world.date(cancelled)));
        tellVariance(story, state.site(), cell, brought, cancelled);
        return true;
    }
}
