package mx.abasto.common.model;

import static mx.abasto.common.model.ExtractColumn.optional;
import static mx.abasto.common.model.ExtractColumn.required;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a site or the national purchase delivers nightly: one kind of file each (contract section 2). */
public enum Extract {
    RECEIPTS(
            "received_on",
            "quantity",
            List.of("clues", "receipt_no", "line_no"),
            required("receipt_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            required("clues", CellType.CLUES),
            required("received_on", CellType.DATE),
            required("source", CellType.SOURCE),
            optional("origin_clues", CellType.CLUES),
            optional("shipment_no", CellType.TEXT),
            optional("order_no", CellType.TEXT),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            optional("expires_on", CellType.DATE),
            required("quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG)),
    DISTRIBUTIONS(
            "shipped_on",
            "quantity",
            List.of("clues", "shipment_no", "line_no"),
            required("shipment_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            required("clues", CellType.CLUES),
            required("destination_clues", CellType.CLUES),
            required("shipped_on", CellType.DATE),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            optional("expires_on", CellType.DATE),
            required("quantity", CellType.INTEGER),
            optional("requested_quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG)),
    DISPENSATIONS(
            "dispensed_on",
            "dispensed_quantity",
            List.of("clues", "prescription_no", "line_no", "dispensed_on"),
            required("prescription_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            required("clues", CellType.CLUES),
            optional("prescribed_on", CellType.DATE),
            required("dispensed_on", CellType.DATE),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            required("prescribed_quantity", CellType.INTEGER),
            required("dispensed_quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG)),
    CONSUMPTIONS(
            "consumed_on",
            "quantity",
            List.of("clues", "document_no", "line_no"),
            required("document_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            required("clues", CellType.CLUES),
            required("consumed_on", CellType.DATE),
            optional("service", CellType.TEXT),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            required("quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG)),
    ADJUSTMENTS(
            "adjusted_on",
            "quantity",
            List.of("clues", "document_no", "line_no"),
            required("document_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            required("clues", CellType.CLUES),
            required("adjusted_on", CellType.DATE),
            required("reason", CellType.REASON),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            optional("expires_on", CellType.DATE),
            required("quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG)),
    STOCK(
            "counted_on",
            "quantity",
            List.of("clues", "counted_on", "clave", "lot"),
            required("clues", CellType.CLUES),
            required("counted_on", CellType.DATE),
            required("clave", CellType.CLAVE),
            optional("lot", CellType.LOT),
            optional("expires_on", CellType.DATE),
            required("quantity", CellType.INTEGER)),
    ORDERS(
            "ordered_on",
            "quantity",
            List.of("order_no", "line_no"),
            required("order_no", CellType.TEXT),
            required("line_no", CellType.INTEGER),
            optional("contract_no", CellType.TEXT),
            required("supplier", CellType.TEXT),
            required("destination_clues", CellType.CLUES),
            required("ordered_on", CellType.DATE),
            required("due_on", CellType.DATE),
            required("clave", CellType.CLAVE),
            required("quantity", CellType.INTEGER),
            optional("cancelled", CellType.FLAG));

    private final String label;
    private final String eventDate;
    private final String quantity;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<ExtractColumn> columns;

    Extract(String eventDate, String quantity, List<String> key, ExtractColumn... columns) {
        this.label = name().toLowerCase(Locale.ROOT);
        this.eventDate = eventDate;
        this.quantity = quantity;
        this.key = key;
        this.columns = List.of(columns);
    }

    /** Its name in file names and datasets, such as {@code receipts}. */
    public String label() {
        return label;
    }

    /** The extract of that label, exactly as written; empty if there is none. */
    public static Optional<Extract> labelled(String label) {
        for (Extract extract : values()) {
            if (extract.label.equals(label)) {
                return Optional.of(extract);
            }
        }
        return Optional.empty();
    }

    /** Its columns in the contract's order, {@code cancelled} last where the extract has it. */
    public List<ExtractColumn> columns() {
        return columns;
    }

    /** Names of the columns that tell one line from another. */
    public List<String> key() {
        return key;
    }

    /** Name of the column that dates the event. */
    public String eventDate() {
        return eventDate;
    }

    /** Name of the column with the pieces that a control file sums. */
    public String quantity() {
        return quantity;
    }

    /** Name of the column with the site that a row belongs to: {@code clues}, for orders their destination. */
    public String site() {
        return this == ORDERS ? "destination_clues" : "clues";
    }

    /** Place of a column in {@link #columns()}; −1 if the extract has none of that name. */
    public int indexOf(String column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(column)) {
                return index;
            }
        }
        return -1;
    }
}
