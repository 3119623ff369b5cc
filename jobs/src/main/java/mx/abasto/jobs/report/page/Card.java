package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A headline figure and its change against the week before. */
record Card(String id, String label, String value, Change change, String note) {

    /**
     * A change. What it says does not hang on its colour.
     *
     * @param direction the arrow in words
     * @param verdict whether it is for the better, or empty
     * @param tone its style
     */
    record Change(String arrow, String direction, String amount, String verdict, String tone) {

        static Change saying(String what) {
            return new Change("", "", what, "", "");
        }

        boolean hasArrow() {
            return !arrow.isEmpty();
        }

        boolean hasVerdict() {
            return !verdict.isEmpty();
        }
    }

    /** The card of a measure. {@code before} is the week before, null where it is not published. */
    static Card of(Figures figures, Measure measure, PageRow now, @Nullable PageRow before, String... noteValues) {
        BigDecimal value = measure.in(now);
        String text = "card_" + measure.key();
        return new Card(
                measure.key(),
                figures.words().text(text),
                measure.shown(figures, value),
                before == null ? Change.saying("") : change(figures, measure, value, measure.in(before)),
                figures.words().text(text + "_note", noteValues));
    }

    private static Change change(
            Figures figures, Measure measure, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        PageWords words = figures.words();
        if (now == null || before == null) {
            return Change.saying(words.text("incomparable"));
        }
        BigDecimal difference = now.subtract(before);
        if (difference.signum() == 0) {
            return Change.saying(words.text("unchanged"));
        }
        boolean isMore = difference.signum() > 0;
        String tone = tone(measure.wish(), isMore);
        return new Change(
                isMore ? "▲" : "▼",
                words.text(isMore ? "rises" : "falls"),
                measure.shownChange(figures, difference),
                tone.isEmpty() ? "" : words.text(tone),
                tone);
    }

    private static String tone(Measure.Wish wish, boolean isMore) {
        return switch (wish) {
            case MORE -> isMore ? "better" : "worse";
            case FEWER -> isMore ? "worse" : "better";
            case NEITHER -> "";
        };
    }
}
