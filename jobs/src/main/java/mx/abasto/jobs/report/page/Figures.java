package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How numbers and days are written. Mexico's Spanish groups and points numbers as English does; the months' names are
 * the bundle's, because those of the Java runtime differ between its versions.
 */
record Figures(PageWords words) {
    static final String NONE = "–";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    String whole(@Nullable BigDecimal number) {
        return decimal(number, 0);
    }

    String whole(long number) {
        return whole(BigDecimal.valueOf(number));
    }

    /** Rounded half up; a dash for none. */
    String decimal(@Nullable BigDecimal number, int places) {
        return number == null
                ? NONE
                : String.format(Locale.ROOT, "%,." + places + "f", number.setScale(places, RoundingMode.HALF_UP))
                        .replace('-', '−');
    }

    String percent(@Nullable BigDecimal percent) {
        return percent == null ? NONE : decimal(percent, Share.PLACES) + "%";
    }

    String percent(Share share) {
        return percent(share.percent());
    }

    /** To the whole unit of currency. */
    String money(@Nullable BigDecimal amount) {
        return amount == null ? NONE : signed(amount, whole(amount.abs()));
    }

    /** In millions, from one million on. */
    String shortMoney(@Nullable BigDecimal amount) {
        return amount == null || amount.abs().compareTo(MILLION) < 0
                ? money(amount)
                : signed(amount, words.text("million", decimal(amount.abs().divide(MILLION), 2)));
    }

    private static String signed(BigDecimal amount, String shown) {
        return (amount.signum() < 0 ? "−$" : "$") + shown;
    }

    String day(@Nullable LocalDate day) {
        return day == null
                ? NONE
                : words.text(
                        "day",
                        Integer.toString(day.getDayOfMonth()),
                        words.text("month_" + day.getMonthValue()),
                        Integer.toString(day.getYear()));
    }
}
