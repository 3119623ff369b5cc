package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import mx.abasto.jobs.oracle.Row;

/** What a week says was counted of a site's clave: {@code key_day}'s, of the last night on which anything was. */
record LastCount(BigInteger counted, BigInteger variance) {

    static Optional<LastCount> of(Lake lake, Week week, SiteClave key) {
        List<Night> nights = lake.of(week);
        for (int i = nights.size() - 1; i >= 0; i--) {
            Night night = nights.get(i);
            Optional<Fact> day = night.keyDay(key);
            if (day.isEmpty() && lake.coverage().isWholeStockKnown(night, key.clues())) {
                return Optional.of(new LastCount(BigInteger.ZERO, BigInteger.ZERO));
            }
            if (day.isPresent() && day.get().number("counted") != null) {
                return Optional.of(
                        new LastCount(day.get().pieces("counted"), day.get().pieces("variance")));
            }
        }
        return Optional.empty();
    }

    void addTo(Row row) {
        row.with("counted", counted).with("variance", variance);
    }

    static void addNone(Row row) {
        row.with("counted", null).with("variance", null);
    }
}
