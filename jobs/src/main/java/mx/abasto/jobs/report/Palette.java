package mx.abasto.jobs.report;

import java.util.List;
import java.util.Map;

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

    private static final String WORST = "FFB3261E";
    private static final String BAD_FILL = "FFF6C667";
    private static final String MILD = "FFFDF0D0";

    private static final List<Mark> STOCK = List.of(new Mark("OUT", WORST, WHITE), new Mark("LOW", BAD_FILL, INK));

    private static final Map<String, List<Mark>> MARKS = Map.of(
            "stock_status",
            STOCK,
            "taker_status",
            STOCK,
            "expiry",
            List.of(
                    new Mark("EXPIRED", WORST, WHITE),
                    new Mark("WITHIN_30", BAD_FILL, INK),
                    new Mark("WITHIN_90", MILD, INK)),
            "severity",
            List.of(
                    new Mark("CRITICAL", WORST, WHITE),
                    new Mark("HIGH", BAD_FILL, INK),
                    new Mark("MEDIUM", MILD, INK)));

    private Palette() {}

    /** The marks of a column's words, the worst darkest; none for most columns. */
    static List<Mark> marks(SheetColumn column) {
        return MARKS.getOrDefault(column.name(), List.of());
    }
}
