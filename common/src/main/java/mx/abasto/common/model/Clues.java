package mx.abasto.common.model;

/**
 * The code of a health establishment: 2 letters of the state, 3 of the institution, 5 digits and a check digit
 * (contract section 1).
 */
public final class Clues {
    private static final int LETTERS = 5;
    private static final int LENGTH = 11;

    private Clues() {}

    /** Whether the text has the form of a CLUES. A check digit that fails is no matter of form. */
    public static boolean isWellFormed(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int index = 0; index < LETTERS; index++) {
            char letter = text.charAt(index);
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        for (int index = LETTERS; index < LENGTH; index++) {
            char digit = text.charAt(index);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }
}
