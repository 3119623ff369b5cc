package mx.abasto.jobs.synthetic;

import java.util.ArrayList;
import java.util.List;
import mx.abasto.jobs.synthetic.SiteState.Refill;

/** Fills prescriptions, in full, in parts or not at all, and takes what hospital wards consume. */
final class Care {

    private static final List<String> SERVICES =
            List.of("URGENCIAS", "HOSPITALIZACION", "QUIROFANO", "TERAPIA INTENSIVA");

    private final World world;

    Care(World world) {
        this.world = world;
    }

    void treat(SiteState state, int night) {
        if (!state.site().isUnit()) {
            return;
        }
        long dispensed = refill(state, night);
        Dice dice = world.dice("visits", state.site(), night);
        long visits = dice.between(state.site().visits() - 2, state.site().visits() + 2);
        for (int i = 0; i < visits; i++) {
            dispensed += visit(state, night, dice);
        }
        if (state.site().kind() == SiteKind.HOSPITAL) {
            consume(state, night, dice);
        }
        if (dispensed == 0) {
            dispenseSomething(state, night);
        }
    }

    private long visit(SiteState state, int night, Dice dice) {
        Prescription prescription = newPrescription(state, night);
        List<Item> items = new ArrayList<>();
        items.add(wanted(state, dice));
        Item second = wanted(state, dice);
        if (dice.chance(30) && !second.equals(items.get(0))) {
            items.add(second);
        }
        long dispensed = 0;
        for (Item item : items) {
            long prescribed = item.dose() * dice.between(1, 3);
            boolean inParts = prescribed > 1 && dice.chance(6);
            long now = inParts ? prescribed / 2 : prescribed;
            long filled = fill(state, prescription, item, prescribed, now, night);
            dispensed += filled;
            boolean comesBack = inParts || (filled > 0 && filled < prescribed) || dice.chance(20);
            if (filled < prescribed && comesBack) {
                comeBack(state, new Refill(night, prescription, item, prescribed, prescribed - filled), dice);
            }
        }
        return dispensed;
    }

    Prescription newPrescription(SiteState state, int night) {
        String number = "P%05d-%05d".formatted(state.site().index() + 1, state.number("P"));
        return new Prescription(number, world.date(night));
    }

    private Item wanted(SiteState state, Dice dice) {
        List<Item> items = world.itemsOf(state.site());
        return items.get(dice.skewed(items.size()));
    }

    /** Takes what there is, a line for each lot; when there is nothing, one line says that it was denied. */
    private long fill(SiteState state, Prescription prescription, Item item, long prescribed, long now, int night) {
        long filled = state.shelves().take(item, now, night, (cell, pieces) -> state.book()
                .dispense(prescription, item, cell.lot(), prescribed, pieces));
        if (filled == 0) {
            state.book().dispense(prescription, item, null, prescribed, 0);
        }
        return filled;
    }

    /** The patient returns for the rest within days, one in five to another unit of the state. */
    private void comeBack(SiteState state, Refill rest, Dice dice) {
        List<Site> neighbours = world.network().routes().unitsOf(state.site().state());
        Site other = dice.pick(neighbours);
        boolean goesElsewhere = dice.chance(20) && world.network().assortment().holds(other.kind(), rest.item());
        int night = rest.night() + (int) dice.between(1, 4);
        SiteState where = goesElsewhere ? world.state(other) : state;
        where.refills().add(new Refill(night, rest.prescription(), rest.item(), rest.prescribed(), rest.left()));
    }

    private long refill(SiteState state, int night) {
        long dispensed = 0;
        for (Refill refill : state.refills()) {
            if (refill.night() == night) {
                dispensed +=
                        fill(state, refill.prescription(), refill.item(), refill.prescribed(), refill.left(), night);
            }
        }
        state.refills().removeIf(refill -> refill.night() == night);
        return dispensed;
    }

    private void consume(SiteState state, int night, Dice dice) {
        for (String service : SERVICES) {
            Document sheet = state.document("C");
            long lines = Math.round(state.site().visits() / (double) SERVICES.size());
            for (int i = 0; i < lines; i++) {
                Item item = wanted(state, dice);
                long pieces = item.dose() * dice.between(1, 3);
                state.shelves().take(item, pieces, night, (cell, taken) -> state.book()
                        .consume(sheet, service, cell.lot(), taken));
            }
        }
    }

    /** A unit with stock is never silent (SIG-02). */
    private void dispenseSomething(SiteState state, int night) {
        for (Item item : world.itemsOf(state.site())) {
            if (state.shelves().usable(item) > 0) {
                fill(state, newPrescription(state, night), item, 1, 1, night);
                return;
            }
        }
    }
}
