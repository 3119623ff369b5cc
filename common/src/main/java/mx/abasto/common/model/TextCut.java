package mx.abasto.common.model;

/**
 * A part of a text that has no more than so many {@code char}s, and only whole characters: one beyond the first 65,536
 * takes two, and half of it is no text that could be written.
 */
public final class TextCut {
    private TextCut() {}

    /** The beginning of a text; all of it if it is no longer. */
    public static String first(String text, int charsMax) {
        return text.length() <= charsMax ? text : text.substring(0, wholeEnd(text, charsMax));
    }

    /** The beginning of a text and an ellipsis, which counts; all of it if it is no longer. */
    public static String shortened(String text, int charsMax) {
        return text.length() <= charsMax ? text : first(text, charsMax - 1) + "…";
    }

    /** The end of a text; all of it if it is no longer. */
    public static String last(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int start = text.length() - charsMax;
        return text.substring(isWithinCharacter(text, start) ? start + 1 : start);
    }

    /** The last place up to a bound at which a text can be cut; at least one character before it. */
    public static int wholeEnd(CharSequence text, int end) {
        return isWithinCharacter(text, end) ? end - 1 : end;
    }

    private static boolean isWithinCharacter(CharSequence text, int place) {
        return place > 0
                && place < text.length()
                && Character.isHighSurrogate(text.charAt(place - 1))
                && Character.isLowSurrogate(text.charAt(place));
    }
}
