package mx.abasto.jobs.extract;

/** Whole numbers as text, {@code [+-]?[0-9]+}, within BIGINT. */
final class WholeNumber {
    /** The largest quantity; the smallest is its negative (contract section 2). */
    static final long QUANTITY_MAX = 999_999_999_999L;

    private static final int DIGITS_CERTAIN_TO_FIT = 18;
    private static final String LARGEST = "9223372036854775807";
    private static final String SMALLEST = "9223372036854775808";

    private WholeNumber() {}

    static boolean isWholeNumber(String text) {
        int length = text.length();
        int start = digitsStart(text);
        if (start == length) {
            return false;
        }
        for (int index = start; index < length; index++) {
            char digit = text.charAt(index);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a whole number fits a BIGINT. */
    static boolean isInRange(String wholeNumber) {
        int start = significantStart(wholeNumber);
        int digits = wholeNumber.length() - start;
        if (digits <= DIGITS_CERTAIN_TO_FIT) {
            return true;
        }
        String bound = wholeNumber.charAt(0) == '-' ? SMALLEST : LARGEST;
        return digits == bound.length() && wholeNumber.substring(start).compareTo(bound) <= 0;
    }

    /** Whether a whole number is no more pieces than a line can be of, so that no sum of lines can overflow. */
    static boolean isQuantity(String wholeNumber) {
        if (!isInRange(wholeNumber)) {
            return false;
        }
        long value = value(wholeNumber);
        return value >= -QUANTITY_MAX && value <= QUANTITY_MAX;
    }

    /** The value of a whole number in range. */
    static long value(String wholeNumber) {
        long negated = 0; // BIGINT reaches one further below zero than above
        for (int index = digitsStart(wholeNumber); index < wholeNumber.length(); index++) {
            negated = 10 * negated - (wholeNumber.charAt(index) - '0');
        }
        return wholeNumber.charAt(0) == '-' ? negated : -negated;
    }

    /** A whole number in range without plus sign or leading zeros; the same text if it has none. */
    static String canonical(String wholeNumber) {
        char first = wholeNumber.charAt(0);
        boolean isPlain = (first >= '1' && first <= '9') || wholeNumber.length() == 1;
        return isPlain ? wholeNumber : Long.toString(value(wholeNumber));
    }

    private static int digitsStart(String text) {
        boolean isSigned = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        return isSigned ? 1 : 0;
    }

    private static int significantStart(String text) {
        int start = digitsStart(text);
        while (start < text.length() && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }
}
