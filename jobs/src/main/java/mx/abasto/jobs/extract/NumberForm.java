package mx.abasto.jobs.extract;

import mx.abasto.common.model.Profile.NumberFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers with a sign between groups of three digits, all groups or none, and decimals that are zeros:
 * {@code 1,200.00} is 1200; {@code 12.5}, {@code 1,20} and {@code 1,2000} are no whole numbers.
 */
final class NumberForm {
    private static final int GROUP_DIGITS = 3;

    private final NumberFormat format;

    NumberForm(NumberFormat format) {
        this.format = format;
    }

    /** Digits with or without a sign; null if the text is no whole number. */
    @Nullable
    String wholeNumber(String text) {
        if (WholeNumber.isWholeNumber(text)) {
            return text;
        }
        Character decimal = format.decimal();
        int point = decimal == null ? -1 : text.indexOf(decimal);
        if (point >= 0 && !isZeros(text, point + 1)) {
            return null;
        }
        String whole = ungrouped(point < 0 ? text : text.substring(0, point));
        return whole != null && WholeNumber.isWholeNumber(whole) ? whole : null;
    }

    private static boolean isZeros(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (text.charAt(index) != '0') {
                return false;
            }
        }
        return from < text.length();
    }

    private @Nullable String ungrouped(String text) {
        Character sign = format.thousands();
        if (sign == null || text.chars().noneMatch(character -> isSeparator((char) character, sign))) {
            return text;
        }
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        StringBuilder digits = new StringBuilder(text.substring(0, start));
        int groupDigits = 0;
        boolean isFirstGroup = true;
        for (int index = start; index < text.length(); index++) {
            char character = text.charAt(index);
            if (!isSeparator(character, sign)) {
                digits.append(character);
                groupDigits++;
            } else if (groupDigits == GROUP_DIGITS || (isFirstGroup && groupDigits > 0 && groupDigits < GROUP_DIGITS)) {
                isFirstGroup = false;
                groupDigits = 0;
            } else {
                return null;
            }
        }
        return groupDigits == GROUP_DIGITS ? digits.toString() : null;
    }

    /** Where groups are set apart by a blank, any kind of blank does: many programs write narrow or no-break ones. */
    private static boolean isSeparator(char character, char sign) {
        return character == sign || (Blanks.isUnseen(sign) && Blanks.isUnseen(character));
    }
}
