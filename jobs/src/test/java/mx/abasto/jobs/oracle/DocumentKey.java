package mx.abasto.jobs.oracle;

import java.util.List;
import java.util.Optional;

/** Which document a line belongs to (contract section 2, "Known, and delivered again"). */
record DocumentKey(Kind kind, List<String> names, String clave) {

    enum Kind {
        SHIPMENT,
        ORDER,
        PRESCRIPTION
    }

    DocumentKey {
        names = List.copyOf(names);
    }

    /** Empty for lines that belong to no document. */
    static Optional<DocumentKey> of(Line line) {
        return switch (line.extract()) {
            case "receipts" -> ofReceipt(line);
            case "distributions" -> Optional.of(shipment(line.site(), line.text("shipment_no"), line.text("clave")));
            case "orders" -> Optional.of(of(Kind.ORDER, line, "order_no"));
            case "dispensations" -> Optional.of(of(Kind.PRESCRIPTION, line, "prescription_no"));
            default -> Optional.empty();
        };
    }

    static DocumentKey shipment(String origin, String shipmentNo, String clave) {
        return new DocumentKey(Kind.SHIPMENT, List.of(origin, shipmentNo), clave);
    }

    private static Optional<DocumentKey> ofReceipt(Line line) {
        if (line.text("source").equals("TRANSFER")) {
            return Optional.of(shipment(line.text("origin_clues"), line.text("shipment_no"), line.text("clave")));
        }
        return line.textOrNull("order_no") == null ? Optional.empty() : Optional.of(of(Kind.ORDER, line, "order_no"));
    }

    private static DocumentKey of(Kind kind, Line line, String column) {
        return new DocumentKey(kind, List.of(line.text(column)), line.text("clave"));
    }
}
