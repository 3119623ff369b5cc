package mx.abasto.jobs.extract;

import org.jspecify.annotations.Nullable;

/** The contract's own writing, to the letter. */
final class CanonicalForm implements CellForm {
    static final CanonicalForm INSTANCE = new CanonicalForm();

    private CanonicalForm() {}

    @Override
    public @Nullable String date(String text) {
        return IsoDate.isDate(text) ? text : null;
    }

    @Override
    public @Nullable String wholeNumber(String text) {
        return WholeNumber.isWholeNumber(text) ? text : null;
    }

    @Override
    public String word(String text, WordCase wordCase) {
        return text;
    }
}
