package mx.abasto.jobs.report;

import org.jspecify.annotations.Nullable;

/** What a column of a sheet holds, and so how its cells look. */
enum ColumnKind {
    /** Text as it is in the dataset. */
    TEXT(null, "left"),
    /** Text of many words, over as many lines as it takes. */
    PROSE(null, "left"),
    /** One of a few values, said in the reader's language. */
    WORD(null, "left"),
    /** A state's code, with its name. */
    STATE(null, "left"),
    PIECES("#,##0;-#,##0", "right"),
    RATE_2("#,##0.00", "right"),
    RATE_3("#,##0.000", "right"),
    MONEY("#,##0.00;-#,##0.00", "right"),
    /** With all the decimals of the datasets, as on the cover. */
    SHARE("0.00%", "right"),
    DATE("yyyy-mm-dd", "center");

    private final @Nullable String format;
    private final String alignment;

    ColumnKind(@Nullable String format, String alignment) {
        this.format = format;
        this.alignment = alignment;
    }

    /** A number format in Excel's words. */
    @Nullable
    String format() {
        return format;
    }

    String alignment() {
        return alignment;
    }

    boolean isWrapped() {
        return this == PROSE;
    }
}
