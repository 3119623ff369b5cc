package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, both sums: a rate is made of them, never of other rates. */
record Share(BigDecimal part, BigDecimal whole) {
    /** As many decimals of a percent as the datasets' rates have, so that page and workbook say the same. */
    static final int PLACES = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In percent, rounded half up; null where there is no whole. */
    @Nullable
    BigDecimal percent() {
        return whole.signum() > 0 ? part.multiply(HUNDRED).divide(whole, PLACES, RoundingMode.HALF_UP) : null;
    }
}
