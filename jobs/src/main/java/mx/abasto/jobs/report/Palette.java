package mx.abasto.jobs.report;

import java.util.List;

/** The workbook's colours. Each mark goes with a word in bold, and is lighter or darker than the others: it reads in grey. */
final class Palette {
    static final String INK = "FF1F2933";
    static final String QUIET = "FF5B6770";
    static final String HEADER = "FF23435A";
    static final String RULE = "FFD5DADF";
    static final String BAND = "FFEAF0F4";
    static final String WHITE = "FFFFFFFF";
    static final String GOOD = "FF1E6B3A";
    static final String BAD = "FF9B1C1C";
    static final String LINK = "FF1B5E8C";

    /** A word's mark. */
    record Mark(String word, String fill, String font) {}

    /** What is worst is darkest. */
    static final List<Mark> MARKS = List.of(
            new Mark("OUT", "FFB3261E", WHITE),
            new Mark("EXPIRED", "FFB3261E", WHITE),
            new Mark("CRITICAL", "FFB3261E", WHITE),
            new Mark("LOW", "FFF6C667", INK),
            new Mark("WITHIN_30", "FFF6C667", INK),
            new Mark("HIGH", "FFF6C667", INK),
            new Mark("WITHIN_90", "FFFDF0D0", INK),
            new Mark("MEDIUM", "FFFDF0D0", INK));

    private Palette() {}
}
