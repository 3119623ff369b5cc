package mx.abasto.jobs.synthetic;

import java.time.LocalDate;

/** The consolidated purchase's supply orders: tonight's rows, and the number of the next one. */
final class OrderBook {

    private int lastNumber;
    private boolean hasLines;
    private Table tonight = new Table(Extract.ORDERS.header());

    void open() {
        tonight = new Table(Extract.ORDERS.header());
    }

    Table tonight() {
        return tonight;
    }

    /** Whether any order was ever sent. */
    boolean hasLines() {
        return hasLines;
    }

    Document next(LocalDate orderedOn) {
        return new Document("OS-%d-%05d".formatted(orderedOn.getYear(), ++lastNumber));
    }

    void add(
            Document order,
            String supplier,
            Site destination,
            LocalDate orderedOn,
            LocalDate dueOn,
            Item item,
            long pieces) {
        hasLines = true;
        String contract = "CC-" + supplier.substring(supplier.length() - 2) + "-" + orderedOn.getYear();
        tonight.add(
                order.number(),
                order.nextLine(),
                contract,
                supplier,
                destination.clues(),
                orderedOn,
                dueOn,
                item.clave(),
                pieces);
    }
}
