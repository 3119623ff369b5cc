package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranked bars, as a table: each bar has its name, its figure and what that is of. */
record Bars(String id, String title, String head, String measure, String basis, List<Bar> bars) {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /**
     * A bar.
     *
     * @param width of 100
     * @param tone its style, or empty
     */
    record Bar(String name, String width, String value, String detail, String tone) {

        /** A bar as long as a percentage; null is no bar. */
        static Bar ofPercent(String name, @Nullable BigDecimal percent, String value, String detail, String tone) {
            BigDecimal width = percent == null
                    ? BigDecimal.ZERO
                    : percent.max(BigDecimal.ZERO).min(FULL);
            return new Bar(name, width.toPlainString(), value, detail, tone);
        }

        /** A bar as long as a count is of the longest. */
        static Bar ofCount(
                String name, BigDecimal count, BigDecimal longest, String value, String detail, String tone) {
            BigDecimal width = longest.signum() == 0
                    ? BigDecimal.ZERO
                    : count.multiply(FULL).divide(longest, 1, RoundingMode.HALF_UP);
            return new Bar(name, width.toPlainString(), value, detail, tone);
        }
    }
}
