package mx.abasto.jobs.synthetic;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** Suppliers bring what no order asks for, or none yet (ORD-03). */
final class UnknownOrders implements FaultFamily {

    private static final LongSupplier NOTHING = () -> 0;

    private final World world;
    private final Truth truth;
    private final Agenda agenda;

    UnknownOrders(World world, Truth truth, Agenda agenda) {
        this.world = world;
        this.truth = truth;
        this.agenda = agenda;
    }

    @Override
    public Set<FaultKind> kinds() {
        return EnumSet.of(FaultKind.ORDER_UNKNOWN, FaultKind.ORDER_SENT_LATE);
    }

    @Override
    public boolean plant(FaultKind kind, int night) {
        Dice dice = Dice.of(world.options().seed(), kind.name(), night);
        int first = night + ConfigurationFile.GRACE_DAYS;
        int sent = kind == FaultKind.ORDER_UNKNOWN ? world.nights().count() : first + (int) dice.between(1, 3);
        boolean isInTime = world.nights().contains(kind == FaultKind.ORDER_UNKNOWN ? first : sent);
        // The rule is silent until any order was ever delivered.
        if (!isInTime || !world.orders().hasLines()) {
            return false;
        }
        Purchase purchase = Purchase.any(world, dice, night);
        int ordered = night - (int) dice.between(1, 5);
        purchase.deliver(night, purchase.pieces());
        agenda.add(sent, () -> purchase.send(ordered, sent + 2));
        String end = kind == FaultKind.ORDER_UNKNOWN
                ? "the purchaser knows no order of that number."
                : "the purchaser sends the order on %s.".formatted(world.date(sent));
        FaultStory.open(truth)
                .plants(
                        purchase.identity("ORD-03"),
                        NOTHING,
                        purchase::pieces,
                        first,
                        sent - 1,
                        "On %s %s is received; %s".formatted(world.date(night), purchase.title(), end));
        return true;
    }
}
