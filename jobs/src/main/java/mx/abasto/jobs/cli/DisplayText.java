package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a terminal shows it: measured in its columns, and cut between whole characters. What senders wrote may hold
 * characters of two columns or of none, and control characters, which a terminal would obey.
 */
final class DisplayText {
    private static final String CUT = "…";

    private DisplayText() {}

    /** The text on one line, without what a terminal would obey. */
    static String oneLine(String text) {
        return text.codePoints().noneMatch(Character::isISOControl)
                ? text
                : text.codePoints()
                        .map(character -> Character.isISOControl(character) ? '\uFFFD' : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** How many columns it takes. */
    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /** As much of it as fits, with … for the rest. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return head(text, width - 1) + CUT;
    }

    /** All of it, in pieces that fit; one of the width 1 holds at least one character, whatever it takes. */
    static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            String head = head(rest, width);
            String piece = head.isEmpty() ? Character.toString(rest.codePointAt(0)) : head;
            pieces.add(piece);
            rest = rest.substring(piece.length());
        }
        pieces.add(rest);
        return pieces;
    }

    private static String head(String text, int width) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += width(character);
            if (taken > width) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    /** Of East Asian scripts, and pictures: blocks that terminals show two columns wide. */
    private static boolean isWide(int character) {
        return between(character, 0x1100, 0x115F)
                || between(character, 0x2E80, 0xA4CF)
                || between(character, 0xAC00, 0xD7A3)
                || between(character, 0xF900, 0xFAFF)
                || between(character, 0xFE30, 0xFE6F)
                || between(character, 0xFF00, 0xFF60)
                || between(character, 0xFFE0, 0xFFE6)
                || between(character, 0x1F300, 0x1F64F)
                || between(character, 0x1F680, 0x1F6FF)
                || between(character, 0x1F900, 0x1F9FF)
                || between(character, 0x20000, 0x3FFFD);
    }

    private static boolean between(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
