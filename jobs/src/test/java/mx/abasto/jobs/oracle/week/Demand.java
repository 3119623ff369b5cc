package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The adjusted monthly consumption of contract section 7. */
final class Demand {

    private static final int DECIMALS = 3;

    private Demand() {}

    /** What was used up a month, as if it had been in stock on every night; NULL where it was in stock on none. */
    static @Nullable BigDecimal amc(List<Night> nights, SiteClave key, boolean isWarehouse) {
        BigInteger used = BigInteger.ZERO;
        int inStock = 0;
        for (Night night : nights) {
            Optional<Fact> day = night.keyDay(key);
            if (day.isPresent()) {
                for (String column : isWarehouse ? List.of("distributed") : List.of("dispensed", "consumed")) {
                    used = used.add(day.get().pieces(column));
                }
                inStock += day.get().pieces("book").signum() > 0 ? 1 : 0;
            }
        }
        return Rate.of(new BigDecimal(used).multiply(Rate.DAYS_OF_A_MONTH), BigDecimal.valueOf(inStock), DECIMALS);
    }
}
