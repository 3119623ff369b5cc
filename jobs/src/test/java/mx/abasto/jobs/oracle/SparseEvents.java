package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens on the nights of a {@link SparseNetwork}. */
final class SparseEvents {

    private static final List<String> UNITS = List.of(SparseNetwork.HOSPITAL, SparseNetwork.CENTRE);
    private static final List<String> SITES =
            List.of(SparseNetwork.CENTRAL, SparseNetwork.STATE, SparseNetwork.HOSPITAL, SparseNetwork.CENTRE);
    private static final int NEVER = 1_000;

    private final SparseNetwork network;
    private final int ordersFrom;
    private final List<Runnable> kinds;

    SparseEvents(SparseNetwork network) {
        this.network = network;
        this.ordersFrom = network.isMixed() ? network.any(List.of(0, 3, 25, 45, NEVER)) : 0;
        this.kinds = new ArrayList<>(List.of(
                this::ship,
                this::ship,
                this::ship,
                this::buy,
                this::buy,
                this::prescribe,
                this::prescribe,
                this::use,
                this::moveBetweenRules,
                this::moveBetweenRules,
                this::count,
                this::count));
        if (network.isMixed()) {
            SparseFileEvents ofFiles = new SparseFileEvents(network);
            kinds.addAll(List.of(
                    this::sendOldLine,
                    this::reachTheBound,
                    ofFiles::countShelves,
                    ofFiles::keepDiary,
                    ofFiles::sendAgain,
                    ofFiles::sendAgain,
                    ofFiles::dateAhead));
        }
    }

    void happen() {
        if (network.isFirstNight()) {
            for (String site : SITES) {
                for (String clave : SparseNetwork.CLAVES) {
                    network.books.put(
                            new Cell(site, clave, "L" + network.random.nextInt(3)), 20L + network.random.nextInt(80));
                }
                count(site);
            }
            return;
        }
        int many = network.oneIn(3) ? 1 + network.random.nextInt(4) : network.random.nextInt(2);
        for (int i = 0; i < many; i++) {
            network.any(kinds).run();
        }
    }

    private String clave() {
        return network.any(SparseNetwork.CLAVES);
    }

    private String lot() {
        return network.oneIn(12) ? "" : "L" + network.random.nextInt(4);
    }

    private String pieces(int most) {
        return String.valueOf(1 + network.random.nextInt(most));
    }

    private String expiry(String lot) {
        if (network.oneIn(9)) {
            return network.first.plusDays(network.random.nextInt(400)).toString();
        }
        return switch (lot) {
            case "L0" -> network.first.plusDays(25).toString();
            case "L1" -> network.first.plusDays(200).toString();
            case "L2" -> network.first.plusDays(400).toString();
            default -> "";
        };
    }

    private void ship() {
        String origin = network.any(List.of(SparseNetwork.CENTRAL, SparseNetwork.STATE));
        String to = origin.equals(SparseNetwork.CENTRAL) && network.oneIn(2) ? SparseNetwork.STATE : network.any(UNITS);
        String no = network.number("T");
        int lines = 1 + network.random.nextInt(2);
        for (int line = 1; line <= lines; line++) {
            String lot = lot();
            SentRow sent = SentRow.of(
                    Shape.DISTRIBUTIONS,
                    "shipment_no",
                    no,
                    "line_no",
                    String.valueOf(line),
                    "clues",
                    origin,
                    "destination_clues",
                    to,
                    "shipped_on",
                    network.today().toString(),
                    "clave",
                    clave(),
                    "lot",
                    lot,
                    "expires_on",
                    expiry(lot),
                    "quantity",
                    pieces(9));
            if (!network.oneIn(8)) {
                network.send(sent);
            }
            int delay = network.random.nextInt(7);
            network.after(delay, () -> receive(sent));
        }
    }

    private void receive(SentRow sent) {
        String site = network.oneIn(12) ? network.any(UNITS) : sent.cell("destination_clues");
        SentRow receipt = SentRow.of(
                Shape.RECEIPTS,
                "receipt_no",
                network.number("R"),
                "line_no",
                "1",
                "clues",
                site,
                "received_on",
                network.oneIn(15)
                        ? network.today().minusDays(9).toString()
                        : network.today().toString(),
                "source",
                "TRANSFER",
                "origin_clues",
                sent.cell("clues"),
                "shipment_no",
                sent.cell("shipment_no"),
                "clave",
                sent.cell("clave"),
                "lot",
                sent.cell("lot"),
                "expires_on",
                sent.cell("expires_on"),
                "quantity",
                sent.cell("quantity"));
        switch (network.random.nextInt(9)) {
            case 0, 1, 2, 3 -> network.send(receipt);
            case 4 -> network.send(receipt.with("quantity", pieces(12)));
            case 5 -> network.send(receipt.with("lot", lot()));
            case 6 -> network.send(receipt.with("expires_on", expiry("L9")));
            case 7 -> {
                network.send(receipt);
                network.send(receipt.with("receipt_no", network.number("R")));
            }
            default -> {
                // Never received.
            }
        }
    }

    private void buy() {
        String no = network.number("O");
        String clave = clave();
        String to = network.any(SITES);
        String quantity = pieces(30);
        if (ordersFrom < NEVER && !network.oneIn(5)) {
            SentRow order = SentRow.of(
                    Shape.ORDERS,
                    "order_no",
                    no,
                    "line_no",
                    "1",
                    "supplier",
                    "Acme",
                    "destination_clues",
                    to,
                    "ordered_on",
                    network.today().toString(),
                    "due_on",
                    network.today().plusDays(network.random.nextInt(9)).toString(),
                    "clave",
                    clave,
                    "quantity",
                    quantity);
            network.after(Math.max(ordersFrom - network.night(), network.random.nextInt(3)), () -> network.send(order));
        }
        int parts = network.random.nextInt(3);
        for (int part = 1; part <= parts; part++) {
            String line = String.valueOf(part);
            String lot = lot();
            String some = parts == 1 && network.oneIn(2) ? quantity : pieces(20);
            network.after(
                    network.random.nextInt(10),
                    () -> network.send(SentRow.of(
                            Shape.RECEIPTS,
                            "receipt_no",
                            "S" + no,
                            "line_no",
                            line,
                            "clues",
                            to,
                            "received_on",
                            network.today().toString(),
                            "source",
                            "SUPPLIER",
                            "order_no",
                            network.oneIn(9) ? "" : no,
                            "clave",
                            clave,
                            "lot",
                            lot,
                            "expires_on",
                            expiry(lot),
                            "quantity",
                            some)));
        }
    }

    private void prescribe() {
        String no = network.number("P");
        String clave = clave();
        String prescribed = pieces(8);
        int fills = 1 + network.random.nextInt(3);
        for (int fill = 1; fill <= fills; fill++) {
            String line = String.valueOf(fill);
            network.after(
                    fill == 1 ? 0 : network.any(network.isMixed() ? List.of(0, 1, 4, 34, 35, 36) : List.of(0, 1, 4)),
                    () -> network.send(SentRow.of(
                            Shape.DISPENSATIONS,
                            "prescription_no",
                            no,
                            "line_no",
                            line,
                            "clues",
                            network.any(UNITS),
                            "dispensed_on",
                            network.today().toString(),
                            "clave",
                            clave,
                            "lot",
                            lot(),
                            "prescribed_quantity",
                            prescribed,
                            "dispensed_quantity",
                            network.oneIn(4) ? "0" : pieces(6))));
        }
    }

    private void use() {
        String site = network.any(SITES);
        boolean isIn = network.oneIn(3);
        network.send(
                network.oneIn(2)
                        ? consumption(network.any(UNITS), clave(), lot(), pieces(9))
                        : SentRow.of(
                                Shape.ADJUSTMENTS,
                                "document_no",
                                network.number("A"),
                                "line_no",
                                "1",
                                "clues",
                                site,
                                "adjusted_on",
                                network.today()
                                        .minusDays(network.random.nextInt(4))
                                        .toString(),
                                "reason",
                                isIn ? "FOUND" : network.any(List.of("LOST", "RECOUNT", "EXPIRED")),
                                "clave",
                                clave(),
                                "lot",
                                lot(),
                                "quantity",
                                (isIn ? "" : "-") + pieces(9)));
    }

    private SentRow consumption(String site, String clave, String lot, String quantity) {
        return SentRow.of(
                Shape.CONSUMPTIONS,
                "document_no",
                network.number("C"),
                "line_no",
                "1",
                "clues",
                site,
                "consumed_on",
                network.today().toString(),
                "service",
                "ward",
                "clave",
                clave,
                "lot",
                lot,
                "quantity",
                quantity);
    }

    /** A cell that goes below zero, or never came in, and is counted and received in the nights after, or not. */
    private void moveBetweenRules() {
        String site = network.any(UNITS);
        String clave = clave();
        String lot = network.oneIn(2) ? network.number("X") : "L" + network.random.nextInt(3);
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> network.send(consumption(site, clave, lot, pieces(90))));
        steps.add(() -> network.send(SentRow.of(
                Shape.DISPENSATIONS,
                "prescription_no",
                network.number("P"),
                "line_no",
                "1",
                "clues",
                site,
                "dispensed_on",
                network.today().toString(),
                "clave",
                clave,
                "lot",
                lot,
                "prescribed_quantity",
                "9",
                "dispensed_quantity",
                pieces(9))));
        steps.add(() -> network.send(SentRow.of(
                Shape.RECEIPTS,
                "receipt_no",
                network.number("R"),
                "line_no",
                "1",
                "clues",
                site,
                "received_on",
                network.today().toString(),
                "source",
                "SUPPLIER",
                "clave",
                clave,
                "lot",
                lot,
                "quantity",
                pieces(90))));
        steps.add(() -> {
            network.books.merge(new Cell(site, clave, lot), (long) network.random.nextInt(20), Long::sum);
            count(site);
        });
        steps.add(() -> count(site));
        int many = 3 + network.random.nextInt(4);
        for (int i = 0; i < many; i++) {
            network.after(network.random.nextInt(9), network.any(steps));
        }
    }

    private void count() {
        count(network.any(SITES));
    }

    /** Most cells as the books have them, some not, some left out, one perhaps unreadable. */
    private void count(String site) {
        network.books.forEach((cell, book) -> {
            if (cell.clues().equals(site) && book > 0 && !network.oneIn(15)) {
                long counted = network.oneIn(6) ? network.random.nextInt(60) : book;
                network.add(counted(cell, String.valueOf(counted)));
            }
        });
        if (network.isMixed() && network.oneIn(12)) {
            network.add(counted(new Cell(site, clave(), "L1"), network.any(List.of("x", "1000000000000", "-1"))));
        }
        if (network.isMixed() && network.oneIn(20)) {
            SentRow twice = counted(new Cell(site, clave(), "L2"), "7");
            network.add(twice);
            network.add(twice);
        }
    }

    private SentRow counted(Cell cell, String quantity) {
        return SentRow.of(
                Shape.STOCK,
                "clues",
                cell.clues(),
                "counted_on",
                network.today().toString(),
                "clave",
                cell.clave(),
                "lot",
                cell.lot(),
                "expires_on",
                network.oneIn(4) ? expiry(cell.lot()) : "",
                "quantity",
                quantity);
    }

    /** A key that nothing knows, with a date around the window. */
    private void sendOldLine() {
        LocalDate day = network.today().minusDays(network.any(List.of(34, 35, 36, 60)));
        network.send(consumption(network.any(UNITS), clave(), lot(), pieces(5)).with("consumed_on", day.toString()));
    }

    private void reachTheBound() {
        String most = network.any(List.of("999999999999", "1000000000000", "9223372036854775807"));
        String site = network.any(UNITS);
        String clave = clave();
        network.add(consumption(site, clave, "B", most));
        network.add(SentRow.of(
                Shape.RECEIPTS,
                "receipt_no",
                network.number("R"),
                "line_no",
                network.any(List.of("1", "9223372036854775807", "9223372036854775808")),
                "clues",
                site,
                "received_on",
                network.today().toString(),
                "source",
                "SUPPLIER",
                "clave",
                clave,
                "lot",
                "B",
                "quantity",
                most));
    }
}
