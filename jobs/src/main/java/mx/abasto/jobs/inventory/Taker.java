package mx.abasto.jobs.inventory;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A site that is out or low of a clave.
 *
 * @param number of its row; in the order of its clues
 * @param closing pieces on its book
 * @param amc pieces a month; null where that is not known or not above 0
 * @param need pieces that it lacks, more than 0
 */
record Taker(
        long number,
        String clues,
        boolean isOut,
        long closing,
        @Nullable BigDecimal amc,
        long need) {

    /**
     * Who is served first: who is out, then who has the fewest days of stock (those without a consumption to tell it
     * after the others), then who needs more, then by clues.
     */
    static final Comparator<Taker> ORDER = Comparator.comparing(Taker::isOut, Comparator.reverseOrder())
            .thenComparing(Taker::byDaysOfStock)
            .thenComparing(Taker::need, Comparator.reverseOrder())
            .thenComparing(Taker::number);

    /** Closing ÷ amc against closing ÷ amc, multiplied out so that nothing is rounded. */
    private static int byDaysOfStock(Taker one, Taker other) {
        if (one.amc == null || other.amc == null) {
            return Boolean.compare(one.amc == null, other.amc == null);
        }
        return BigDecimal.valueOf(one.closing)
                .multiply(other.amc)
                .compareTo(BigDecimal.valueOf(other.closing).multiply(one.amc));
    }
}
