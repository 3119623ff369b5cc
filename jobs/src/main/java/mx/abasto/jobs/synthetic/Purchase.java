package mx.abasto.jobs.synthetic;

import java.util.List;
import mx.abasto.jobs.synthetic.Finding.Identity;
import mx.abasto.jobs.synthetic.SiteState.Delivery;

/** A fault's own purchase of one clave for one site: the order, and what the supplier brings of it. */
record Purchase(World world, Document order, SiteState state, Item item, long pieces) {

    /** For any site that suppliers bring to; its order is still to be sent. */
    static Purchase any(World world, Dice dice, int night) {
        List<SiteState> states = world.sites().stream()
                .filter(state -> state.site().kind() != SiteKind.HEALTH_CENTRE)
                .toList();
        SiteState state = dice.pick(states);
        Item item = dice.pick(world.itemsOf(state.site()));
        Document order = world.orders().next(world.date(night));
        return new Purchase(world, order, state, item, item.dose() * dice.between(4, 12));
    }

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

    /** Tonight's file of orders has it. */
    void send(int ordered, int due) {
        String supplier = world.dice("supplier", state.site(), due).pick(Purchasing.SUPPLIERS);
        world.orders().add(order, supplier, state.site(), world.date(ordered), world.date(due), item, pieces);
    }

    void deliver(int night, long brought) {
        state.deliveries().add(new Delivery(night, number(), item, brought));
    }
}
