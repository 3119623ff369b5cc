package mx.abasto.jobs.extract;

import org.jspecify.annotations.Nullable;

/** How the cells of a column are written: from trimmed texts to the contract's own writing of them. */
interface CellForm {

    /** The date as {@code yyyy-MM-dd}, within the years 1 to 9999; null if the text is none. */
    @Nullable
    String date(String text);

    /** The whole number as digits with or without a sign, however large; null if the text is none. */
    @Nullable
    String wholeNumber(String text);

    /** A word in the case that the contract writes it in, if the case does not matter; else as it is. */
    String word(String text, WordCase wordCase);

    /** The case of the contract's words. */
    enum WordCase {
        UPPER,
        LOWER
    }
}
