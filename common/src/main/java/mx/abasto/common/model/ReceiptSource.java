package mx.abasto.common.model;

/** Where received pieces come from (contract section 2). */
public enum ReceiptSource {
    SUPPLIER,
    TRANSFER
}
