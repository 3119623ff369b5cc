package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;

/** A supplier brings an order late, never (ORD-01), or more of it than was ordered (ORD-02). */
final class OrderFaults implements FaultFamily {

    private final World world;
    private final Truth truth;

    OrderFaults(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(
                FaultKind.ORDER_LATE,
                FaultKind.ORDER_NEVER_DELIVERED,
                FaultKind.ORDER_COMPLETED_LATE,
                FaultKind.ORDER_EXCEEDED);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        return switch (kind) {
            case ORDER_LATE, ORDER_COMPLETED_LATE -> deliverLate(kind, dice, night);
            case ORDER_NEVER_DELIVERED -> deliverNever(dice, night);
            case ORDER_EXCEEDED -> exceed(dice, night);
            default -> throw new IllegalArgumentException(kind + " is no fault of an order");
        };
    }

    private boolean deliverLate(FaultKind kind, Dice dice, int night) {
        int due = night + (int) dice.between(1, 3);
        int late = due + (int) dice.between(2, 4);
        if (!world.nights().contains(late)) {
            return false;
        }
        Purchase purchase = Purchase.any(world, dice, night);
        purchase.send(night, due);
        long inTime = kind == FaultKind.ORDER_LATE ? 0 : dice.between(1, purchase.pieces() - 1);
        if (inTime > 0) {
            purchase.deliver(due, inTime);
        }
        purchase.deliver(late, purchase.pieces() - inTime);
        String story = "Of %s %d pieces come by %s, when it is due; the others come on %s."
                .formatted(purchase.title(), inTime, world.date(due), world.date(late));
        FaultStory.open(truth)
                .plants(purchase.identity("ORD-01"), purchase::pieces, () -> inTime, due + 1, late - 1, story);
        return true;
    }

    private boolean deliverNever(Dice dice, int night) {
        int due = night + (int) dice.between(1, 3);
        if (!world.nights().contains(due + 1)) {
            return false;
        }
        Purchase purchase = Purchase.any(world, dice, night);
        purchase.send(night, due);
        String story = "Of %s nothing ever comes; it is due on %s.".formatted(purchase.title(), world.date(due));
        int last = world.nights().last();
        FaultStory.open(truth).plants(purchase.identity("ORD-01"), purchase::pieces, () -> 0, due + 1, last, story);
        return true;
    }

    private boolean exceed(Dice dice, int night) {
        int brought = night + (int) dice.between(1, 3);
        if (!world.nights().contains(brought)) {
            return false;
        }
        Purchase purchase = Purchase.any(world, dice, night);
        purchase.send(night, brought + 1);
        long pieces = purchase.pieces() + dice.between(1, purchase.pieces());
        purchase.deliver(brought, pieces);
        String story =
                "Of %s %d come on %s, and all are taken in.".formatted(purchase.title(), pieces, world.date(brought));
        int last = world.nights().last();
        FaultStory.open(truth)
                .plants(purchase.identity("ORD-02"), purchase::pieces, () -> pieces, brought, last, story);
        return true;
    }
}
