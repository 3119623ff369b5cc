package mx.abasto.common.model;

/** What the text of an extract's cell must read as (contract section 2). */
public enum CellType {
    /** Any text. */
    TEXT,
    /** Any text; empty is stored as {@link #NO_LOT}. */
    LOT,
    /** A CLUES, or an alias of one. */
    CLUES,
    CLAVE,
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** A whole number that fits a BIGINT. */
    INTEGER,
    /** {@code true} or {@code false}; empty is false. */
    FLAG,
    /** A {@link ReceiptSource}. */
    SOURCE,
    /** An {@link AdjustmentReason}. */
    REASON;

    /** The lot of a line that names none; takes part in everything as a lot of that name. */
    public static final String NO_LOT = "NO-LOT";
}
