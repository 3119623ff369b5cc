package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a week as a whole, of a row of {@code weeks.sql}.
 *
 * @param of its value; null where there is none
 */
record Measure(String key, Form form, Wish wish, Function<PageRow, @Nullable BigDecimal> of) {
    static final Measure AVAILABILITY = share("availability", "claves_available", "claves_authorised");
    static final Measure OUT = count("out", Wish.FEWER, "claves_out");
    static final Measure LOW = count("low", Wish.FEWER, "claves_low");
    static final Measure FILL = share("fill", "filled", "prescribed");
    static final Measure VALUE = new Measure("value", Form.MONEY, Wish.NEITHER, week -> week.number("value"));
    static final Measure EXPIRING = count("expiring", Wish.FEWER, "expiring_90");
    static final Measure ON_TIME = share("on_time", "extracts_on_time", "extracts_expected");
    static final Measure GRAVE = count("grave", Wish.FEWER, "open_grave");
    static final Measure ACCURACY = share("accuracy", "cells_equal", "cells_counted");

    /** How it is written. */
    enum Form {
        PERCENT,
        COUNT,
        MONEY
    }

    /** Which way is better. */
    enum Wish {
        MORE,
        FEWER,
        NEITHER
    }

    private static Measure share(String key, String part, String whole) {
        return new Measure(
                key, Form.PERCENT, Wish.MORE, week -> week.share(part, whole).percent());
    }

    private static Measure count(String key, Wish wish, String column) {
        return new Measure(key, Form.COUNT, wish, week -> week.number(column));
    }

    @Nullable
    BigDecimal in(PageRow week) {
        return of.apply(week);
    }

    String shown(Figures figures, @Nullable BigDecimal value) {
        return switch (form) {
            case PERCENT -> figures.percent(value);
            case COUNT -> figures.whole(value);
            case MONEY -> figures.shortMoney(value);
        };
    }

    /** So much more or less, without its sign. */
    String shownChange(Figures figures, BigDecimal change) {
        return form == Form.PERCENT
                ? figures.words().text("points", figures.decimal(change.abs(), Share.PLACES))
                : shown(figures, change.abs());
    }
}
