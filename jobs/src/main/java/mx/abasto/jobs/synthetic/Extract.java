package mx.abasto.jobs.synthetic;

import java.util.Locale;

/** The extracts and their columns (contract section 2). */
public enum Extract {
    RECEIPTS("receipt_no,line_no,clues,received_on,source,origin_clues,shipment_no,order_no,"
            + "clave,lot,expires_on,quantity"),
    DISTRIBUTIONS(
            "shipment_no,line_no,clues,destination_clues,shipped_on,clave,lot,expires_on,quantity,requested_quantity"),
    DISPENSATIONS("prescription_no,line_no,clues,prescribed_on,dispensed_on,clave,lot,"
            + "prescribed_quantity,dispensed_quantity"),
    CONSUMPTIONS("document_no,line_no,clues,consumed_on,service,clave,lot,quantity"),
    ADJUSTMENTS("document_no,line_no,clues,adjusted_on,reason,clave,lot,expires_on,quantity"),
    STOCK("clues,counted_on,clave,lot,expires_on,quantity"),
    ORDERS("order_no,line_no,contract_no,supplier,destination_clues,ordered_on,due_on,clave,quantity");

    private final String header;

    Extract(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }

    /** As the contract and the files name it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the contract expects it nightly from a kind of site. */
    public boolean isExpectedOf(SiteKind kind) {
        return switch (this) {
            case RECEIPTS, ADJUSTMENTS, STOCK -> true;
            case DISTRIBUTIONS -> !kind.isUnit();
            case DISPENSATIONS -> kind.isUnit();
            case CONSUMPTIONS -> kind == SiteKind.HOSPITAL;
            case ORDERS -> false;
        };
    }
}
