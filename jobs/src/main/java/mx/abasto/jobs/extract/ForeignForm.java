package mx.abasto.jobs.extract;

import java.util.List;
import java.util.Locale;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Profile.NumberFormat;
import org.jspecify.annotations.Nullable;

/** The writing of a foreign export: dates by its formats, numbers with groups and decimals, words in any case. */
final class ForeignForm implements CellForm {
    /** Dates as engines write them, with or without a midnight behind them. */
    private static final List<String> ENGINE_DATES =
            List.of("yyyy-MM-dd", "yyyy-MM-dd['T'][' ']'00:00'[':00'['.000000000']['.000000']['.000']['.0']]");

    private static final NumberForm ENGINE_NUMBERS = new NumberForm(new NumberFormat(null, '.'));

    private final List<DateForms> dates;
    private final List<NumberForm> numbers;

    private ForeignForm(List<DateForms> dates, List<NumberForm> numbers) {
        this.dates = dates;
        this.numbers = numbers;
    }

    /** As a profile says that its sender writes. */
    static CellForm of(Profile profile) {
        return profile.isCanonical()
                ? CanonicalForm.INSTANCE
                : new ForeignForm(
                        List.of(DateForms.of(profile.dateFormats())), List.of(new NumberForm(profile.numbers())));
    }

    /** Texts of our own making or of a database's, such as {@code 2025-01-15 00:00:00} and {@code 12.00}; else as the profile says. */
    static CellForm ownOrOf(Profile profile) {
        return new ForeignForm(engineDatesOrOf(profile), List.of(new NumberForm(profile.numbers()), ENGINE_NUMBERS));
    }

    /** Texts made from numbers and dates: {@code 1.200} is no thousand there, whatever the profile says. */
    static CellForm typed(Profile profile) {
        return new ForeignForm(engineDatesOrOf(profile), List.of(ENGINE_NUMBERS));
    }

    private static List<DateForms> engineDatesOrOf(Profile profile) {
        return List.of(DateForms.of(ENGINE_DATES), DateForms.of(profile.dateFormats()));
    }

    @Override
    public @Nullable String date(String text) {
        for (DateForms forms : dates) {
            String date = forms.date(text);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    @Override
    public @Nullable String wholeNumber(String text) {
        for (NumberForm form : numbers) {
            String number = form.wholeNumber(text);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    @Override
    public String word(String text, WordCase wordCase) {
        return wordCase == WordCase.UPPER ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }
}
