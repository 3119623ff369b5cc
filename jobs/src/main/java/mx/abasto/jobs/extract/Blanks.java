package mx.abasto.jobs.extract;

/** What is trimmed from cells and headers: what {@link String#strip()} removes, the no-break space and the BOM. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char character) {
        if (character > ' ' && character < '\u007F') {
            return false; // nearly all of them
        }
        return Character.isWhitespace(character) || character == '\u00A0' || character == '\uFEFF';
    }

    /** A blank of any kind, or a character that takes no place, as no name is told from another by. */
    static boolean isUnseen(char character) {
        return isBlank(character)
                || Character.isSpaceChar(character)
                || (character >= '\u200B' && character <= '\u200F')
                || character == '\u2060'
                || character == '\u00AD';
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
