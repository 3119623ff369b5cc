package mx.abasto.common.model;

/** Why a row could not be read, in the contract's order: a row has the first reason that holds (section 2). */
public enum QuarantineReason {
    /** It has not as many cells as the header. */
    FIELD_COUNT,
    /** A cell is not in the file's charset. */
    BAD_TEXT,
    /** A quoted cell does not end as one; costs the line that it opens on. */
    UNCLOSED_QUOTE,
    /** A required cell is empty. */
    MISSING_VALUE,
    BAD_CLUES,
    BAD_CLAVE,
    BAD_DATE,
    BAD_NUMBER,
    /** A whole number beyond BIGINT. */
    OUT_OF_RANGE,
    /** Not one of the words that the column allows. */
    UNKNOWN_VALUE,
    /** A quantity with a sign that its column or reason does not allow. */
    BAD_SIGN,
    /** A counted_on other than the date in the file's name. */
    WRONG_DATE,
    /** The event is dated after the night. */
    FUTURE_DATE,
    /** The same key stands elsewhere in the file with different content; found set-wise, not by reading the row. */
    KEY_CONFLICT
}
