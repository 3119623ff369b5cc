package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Divisions of contract section 7: rounded half up, NULL where there is nothing to divide by. */
final class Rate {

    static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.4");

    private Rate() {}

    static @Nullable BigDecimal of(BigInteger part, BigInteger whole, int decimals) {
        return of(new BigDecimal(part), new BigDecimal(whole), decimals);
    }

    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0 ? null : part.divide(whole, decimals, RoundingMode.HALF_UP);
    }

    /** What lasts for a month divides what is there; NULL where nothing is used up. */
    static @Nullable BigDecimal ofDemand(BigDecimal pieces, @Nullable BigDecimal amc) {
        return amc == null || amc.signum() <= 0 ? null : of(pieces, amc, 2);
    }

    /** How many days pieces last. */
    static @Nullable BigDecimal days(BigInteger pieces, @Nullable BigDecimal amc) {
        return ofDemand(new BigDecimal(pieces).multiply(DAYS_OF_A_MONTH), amc);
    }

    /** The fewest whole pieces that last so many days. */
    static BigInteger piecesFor(int days, BigDecimal amc) {
        return amc.multiply(BigDecimal.valueOf(days))
                .divide(DAYS_OF_A_MONTH, 0, RoundingMode.CEILING)
                .toBigIntegerExact();
    }

    /** NULLs add nothing; nothing but NULLs adds up to NULL. */
    static @Nullable BigDecimal sum(Iterable<? extends @Nullable Object> values) {
        BigDecimal sum = null;
        for (Object value : values) {
            if (value != null) {
                BigDecimal each = new BigDecimal(value.toString());
                sum = sum == null ? each : sum.add(each);
            }
        }
        return sum;
    }
}
