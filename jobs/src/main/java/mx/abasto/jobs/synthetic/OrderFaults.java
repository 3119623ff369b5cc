package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.abasto.jobs.synthetic.DayBook.Line;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.SiteState.Delivery;

/** Faults of purchasing: what a supplier brings is not what was ordered, or not when. */
final class OrderFaults implements FaultFamily {

    /** What is bought, for where, and how much of it. */
    private record Purchase(Document order, SiteState state, Item item, long pieces) {

        String number() {
            return order.number();
        }

        String title() {
            return "order %s for %d pieces of %s for %s"
                    .formatted(number(), pieces, item.clave(), state.site().title());
        }

        Identity identity(String rule) {
            return Identity.ofOrder(rule, state.site(), item, number());
        }

        void deliver(int night, long brought) {
            state.deliveries().add(new Delivery(night, number(), item, brought));
        }
    }

    private final World world;
    private final Truth truth;
    private final Agenda agenda;

    OrderFaults(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.ORDER_LATE,
                FaultKind.ORDER_NEVER_DELIVERED,
                FaultKind.ORDER_COMPLETED_LATE,
                FaultKind.ORDER_EXCEEDED,
                FaultKind.ORDER_ENTERED_TWICE,
                FaultKind.ORDER_UNKNOWN,
                FaultKind.ORDER_SENT_LATE);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case ORDER_LATE, ORDER_COMPLETED_LATE -> deliverLate(kind, dice, night);
            case ORDER_NEVER_DELIVERED -> deliverNever(dice, night);
            case ORDER_EXCEEDED -> exceed(dice, night);
            case ORDER_ENTERED_TWICE -> enterTwice(dice, night);
            case ORDER_UNKNOWN -> receiveUnknown(dice, night);
            case ORDER_SENT_LATE -> sendLate(dice, night);
            default -> throw new IllegalArgumentException(kind + " is no fault of an order");
        };
    }

    private boolean deliverLate(FaultKind kind, Dice dice, int night) {
        int due = night + (int) dice.between(1, 3);
        int late = due + (int) dice.between(2, 4);
        if (!world.nights().contains(late)) {
            return false;
        }
        Purchase purchase = purchase(dice, night);
        order(purchase, night, due);
        long inTime = kind == FaultKind.ORDER_LATE ? 0 : dice.between(1, purchase.pieces() - 1);
        if (inTime > 0) {
            purchase.deliver(due, inTime);
        }
        purchase.deliver(late, purchase.pieces() - inTime);
        String story = "%s is due on %s; by then %d have come, and the others come on %s."
                .formatted(capitalised(purchase.title()), world.date(due), inTime, world.date(late));
        FaultStory.open(truth)
                .plants(purchase.identity("ORD-01"), purchase::pieces, () -> inTime, due + 1, late - 1, story);
        return true;
    }

    private boolean deliverNever(Dice dice, int night) {
        int due = night + (int) dice.between(1, 3);
        if (!world.nights().contains(due + 1)) {
            return false;
        }
        Purchase purchase = purchase(dice, night);
        order(purchase, night, due);
        String story = "%s is due on %s and never comes.".formatted(capitalised(purchase.title()), world.date(due));
        int last = world.nights().last();
        FaultStory.open(truth).plants(purchase.identity("ORD-01"), purchase::pieces, () -> 0, due + 1, last, story);
        return true;
    }

    private boolean exceed(Dice dice, int night) {
        int brought = night + (int) dice.between(1, 3);
        if (!world.nights().contains(brought)) {
            return false;
        }
        Purchase purchase = purchase(dice, night);
        order(purchase, night, brought + 1);
        long pieces = purchase.pieces() + dice.between(1, purchase.pieces());
        purchase.deliver(brought, pieces);
        String story =
                "Of %s %d come on %s, and all are taken in.".formatted(purchase.title(), pieces, world.date(brought));
        int last = world.nights().last();
        FaultStory.open(truth)
                .plants(purchase.identity("ORD-02"), purchase::pieces, () -> pieces, brought, last, story);
        return true;
    }

    /** The second receipt has pieces that no shelf has, until it is cancelled. */
    private boolean enterTwice(Dice dice, int night) {
        int brought = night + (int) dice.between(1, 2);
        int cancelled = brought + (int) dice.between(1, 3);
        Purchase purchase = purchase(dice, night);
        SiteState state = purchase.state();
        long pieces = purchase.pieces();
        if (!world.nights().contains(cancelled)
                || purchase.item().lotless()
                || pieces <= purchase.item().tolerance()
                || world.claims().isTaken(state.site(), purchase.item())
                || world.claims().losesCounts(state.site())) {
            return false;
        }
        order(purchase, night, brought + 1);
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
        String story = "%s comes on %s and is entered twice; on %s the second receipt is cancelled."
                .formatted(capitalised(purchase.title()), world.date(brought), world.date(cancelled));
        FaultStory told = FaultStory.open(truth);
        told.plants(purchase.identity("ORD-02"), purchase::pieces, () -> 2 * pieces, brought, cancelled - 1, story);
        told.follows(
                Identity.ofCell("STK-01", state.site(), lot),
                cell::book,
                cell::physical,
                brought,
                cancelled - 1,
                "The records have the pieces twice, the shelf has them once.");
        return true;
    }

    private boolean receiveUnknown(Dice dice, int night) {
        int first = night + ConfigurationFile.GRACE_DAYS;
        if (!world.nights().contains(first) || !world.orders().hasLines()) {
            return false;
        }
        Purchase purchase = purchase(dice, night);
        purchase.deliver(night, purchase.pieces());
        String story = "On %s %s is received; the purchaser knows no order of that number."
                .formatted(world.date(night), purchase.title());
        int last = world.nights().last();
        FaultStory.open(truth).plants(unknown(purchase), () -> 0, purchase::pieces, first, last, story);
        return true;
    }

    private boolean sendLate(Dice dice, int night) {
        int first = night + ConfigurationFile.GRACE_DAYS;
        int sent = first + (int) dice.between(1, 3);
        if (!world.nights().contains(sent) || !world.orders().hasLines()) {
            return false;
        }
        Purchase purchase = purchase(dice, night);
        purchase.deliver(night, purchase.pieces());
        int ordered = night - (int) dice.between(1, 5);
        agenda.add(sent, () -> order(purchase, ordered, sent + 2));
        String story = "On %s %s is received; the purchaser sends the order on %s."
                .formatted(world.date(night), purchase.title(), world.date(sent));
        FaultStory.open(truth).plants(unknown(purchase), () -> 0, purchase::pieces, first, sent - 1, story);
        return true;
    }

    private static Identity unknown(Purchase purchase) {
        return Identity.ofOrder("ORD-03", null, purchase.item(), purchase.number());
    }

    /** For any site that suppliers bring to. */
    private Purchase purchase(Dice dice, int night) {
        List<SiteState> states = world.sites().stream()
                .filter(state -> state.site().kind() != SiteKind.HEALTH_CENTRE)
                .toList();
        SiteState state = dice.pick(states);
        Item item = dice.pick(world.itemsOf(state.site()));
        return new Purchase(world.orders().next(world.date(night)), state, item, item.dose() * dice.between(4, 12));
    }

    private void order(Purchase purchase, int ordered, int due) {
        String supplier = world.dice("supplier", purchase.state().site(), due).pick(Purchasing.SUPPLIERS);
        LocalDate orderedOn = world.date(ordered);
        world.orders()
                .add(
                        purchase.order(),
                        supplier,
                        purchase.state().site(),
                        orderedOn,
                        world.date(due),
                        purchase.item(),
                        purchase.pieces());
    }

    private static String capitalised(String title) {
        return "O" + title.substring(1);
    }
}
