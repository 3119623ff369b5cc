package mx.abasto.common.model;

/** The key of a health supply: {@code 010.000.0022.00}, the suffix optional and significant (contract section 1). */
public final class Clave {
    private static final String FORM = "ddd.ddd.dddd.dd";
    private static final int LENGTH_WITHOUT_SUFFIX = 12;

    private Clave() {}

    /** Whether the text has the form of a clave. */
    public static boolean isWellFormed(String text) {
        int length = text.length();
        if (length != LENGTH_WITHOUT_SUFFIX && length != FORM.length()) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            char character = text.charAt(index);
            boolean fits = FORM.charAt(index) == '.' ? character == '.' : character >= '0' && character <= '9';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
