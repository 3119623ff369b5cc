package mx.abasto.jobs.oracle;

import static mx.abasto.jobs.oracle.Column.Type.CLAVE;
import static mx.abasto.jobs.oracle.Column.Type.CLUES;
import static mx.abasto.jobs.oracle.Column.Type.DATE;
import static mx.abasto.jobs.oracle.Column.Type.INTEGER;
import static mx.abasto.jobs.oracle.Column.Type.TEXT;
import static mx.abasto.jobs.oracle.Column.of;
import static mx.abasto.jobs.oracle.Column.word;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seven extracts of contract section 2: columns in the contract's order, and which of them play a part.
 *
 * @param dated the column that FUTURE_DATE looks at
 * @param document the column that names a line's document; empty for stock
 * @param summed the column that a control file's quantity sums
 */
record Shape(
        String extract,
        List<Column> columns,
        List<String> key,
        String site,
        String dated,
        String document,
        String summed) {

    static final Set<String> OUT =
            Set.of("EXPIRED", "DAMAGED", "LOST", "STOLEN", "RECALLED", "RETURNED_TO_SUPPLIER", "DONATED_OUT");
    static final Set<String> IN = Set.of("FOUND", "DONATED_IN", "RETURNED_BY_PATIENT");
    static final String NO_LOT = "NO-LOT";

    private static final Column CANCELLED = word("cancelled", "true", "false");
    private static final Column LINE_NO = of("line_no", INTEGER).star();
    private static final Column SITE = of("clues", CLUES).star();
    private static final Column KEY = of("clave", CLAVE).star();
    private static final Column LOT = of("lot", TEXT);
    private static final Column EXPIRES_ON = of("expires_on", DATE);
    private static final Column QUANTITY = of("quantity", INTEGER).star();

    static final Shape RECEIPTS = new Shape(
            "receipts",
            List.of(
                    of("receipt_no", TEXT).star(),
                    LINE_NO,
                    SITE,
                    of("received_on", DATE).star(),
                    word("source", "SUPPLIER", "TRANSFER").star(),
                    of("origin_clues", CLUES),
                    of("shipment_no", TEXT),
                    of("order_no", TEXT),
                    KEY,
                    LOT,
                    EXPIRES_ON,
                    QUANTITY,
                    CANCELLED),
            List.of("clues", "receipt_no", "line_no"),
            "clues",
            "received_on",
            "receipt_no",
            "quantity");

    static final Shape DISTRIBUTIONS = new Shape(
            "distributions",
            List.of(
                    of("shipment_no", TEXT).star(),
                    LINE_NO,
                    SITE,
                    of("destination_clues", CLUES).star(),
                    of("shipped_on", DATE).star(),
                    KEY,
                    LOT,
                    EXPIRES_ON,
                    QUANTITY,
                    of("requested_quantity", INTEGER),
                    CANCELLED),
            List.of("clues", "shipment_no", "line_no"),
            "clues",
            "shipped_on",
            "shipment_no",
            "quantity");

    static final Shape DISPENSATIONS = new Shape(
            "dispensations",
            List.of(
                    of("prescription_no", TEXT).star(),
                    LINE_NO,
                    SITE,
                    of("prescribed_on", DATE),
                    of("dispensed_on", DATE).star(),
                    KEY,
                    LOT,
                    of("prescribed_quantity", INTEGER).star(),
                    of("dispensed_quantity", INTEGER).star(),
                    CANCELLED),
            List.of("clues", "prescription_no", "line_no", "dispensed_on"),
            "clues",
            "dispensed_on",
            "prescription_no",
            "dispensed_quantity");

    static final Shape CONSUMPTIONS = new Shape(
            "consumptions",
            List.of(
                    of("document_no", TEXT).star(),
                    LINE_NO,
                    SITE,
                    of("consumed_on", DATE).star(),
                    of("service", TEXT),
                    KEY,
                    LOT,
                    QUANTITY,
                    CANCELLED),
            List.of("clues", "document_no", "line_no"),
            "clues",
            "consumed_on",
            "document_no",
            "quantity");

    static final Shape ADJUSTMENTS = new Shape(
            "adjustments",
            List.of(
                    of("document_no", TEXT).star(),
                    LINE_NO,
                    SITE,
                    of("adjusted_on", DATE).star(),
                    word("reason", reasons()).star(),
                    KEY,
                    LOT,
                    EXPIRES_ON,
                    QUANTITY,
                    CANCELLED),
            List.of("clues", "document_no", "line_no"),
            "clues",
            "adjusted_on",
            "document_no",
            "quantity");

    static final Shape STOCK = new Shape(
            "stock",
            List.of(SITE, of("counted_on", DATE).star(), KEY, LOT, EXPIRES_ON, QUANTITY),
            List.of("clues", "counted_on", "clave", "lot"),
            "clues",
            "counted_on",
            "",
            "quantity");

    /** AMBIGUOUS: the site of an orders row, which its file covers and quarantine names, is its destination. */
    static final Shape ORDERS = new Shape(
            "orders",
            List.of(
                    of("order_no", TEXT).star(),
                    LINE_NO,
                    of("contract_no", TEXT),
                    of("supplier", TEXT).star(),
                    of("destination_clues", CLUES).star(),
                    of("ordered_on", DATE).star(),
                    of("due_on", DATE).star(),
                    KEY,
                    QUANTITY,
                    CANCELLED),
            List.of("order_no", "line_no"),
            "destination_clues",
            "ordered_on",
            "order_no",
            "quantity");

    static final Map<String, Shape> BY_EXTRACT = Stream.of(
                    RECEIPTS, DISTRIBUTIONS, DISPENSATIONS, CONSUMPTIONS, ADJUSTMENTS, STOCK, ORDERS)
            .collect(Collectors.toUnmodifiableMap(Shape::extract, Function.identity()));

    boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    private static String[] reasons() {
        return Stream.concat(Stream.concat(OUT.stream(), IN.stream()), Stream.of("RECOUNT"))
                .toArray(String[]::new);
    }
}
