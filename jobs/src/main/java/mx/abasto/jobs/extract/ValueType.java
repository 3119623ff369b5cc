package mx.abasto.jobs.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.abasto.common.model.Clave;
import mx.abasto.common.model.Clues;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.SiteKind;
import mx.abasto.common.model.SupplyGroup;

/** What a cell of a reference or control file must read as (contract sections 1 and 2). */
enum ValueType {
    TEXT("any text"),
    CLUES("a CLUES, 5 capital letters and 6 digits"),
    CLAVE("a clave such as 010.000.0022.00 or 060.004.0109"),
    DATE("a date written yyyy-MM-dd"),
    /** Pieces, none or more: no more than a line can be of. */
    PIECES("a whole number from 0 to 999,999,999,999"),
    /** A time in days, a hundred years at most. */
    DAYS("a whole number from 0 to 36,500"),
    /** A whole number from 0, however large. */
    COUNT("a whole number from 0"),
    /** Any whole number, however large. */
    WHOLE("a whole number"),
    /** DECIMAL(14,4), not negative; canonical with four decimals. */
    PRICE("a price from 0 with at most 10 digits before the point and 4 behind it"),
    STATE("the two digits of an INEGI state"),
    SHA_256("64 hexadecimal digits"),
    SITE_KIND(oneOf(names(SiteKind.values()))),
    SUPPLY_GROUP(oneOf(names(SupplyGroup.values()))),
    /** An extract that a site delivers: the orders are the nation's. */
    SITE_EXTRACT(oneOf(Arrays.stream(Extract.values())
            .filter(extract -> extract != Extract.ORDERS)
            .map(Extract::label)
            .toList())),
    /** What an assortment row is about: one site, or all of a kind. */
    SCOPE("a CLUES or " + oneOf(names(SiteKind.values())));

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    private static final Pattern HEX_64 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final List<String> SITE_KINDS = names(SiteKind.values());
    private static final List<String> SUPPLY_GROUPS = names(SupplyGroup.values());
    private static final long DAYS_MAX = 36_500;
    private static final int PRICE_DIGITS = 14;
    private static final int PRICE_DECIMALS = 4;

    private final String expectation;

    ValueType(String expectation) {
        this.expectation = expectation;
    }

    /** What it must be, to follow the words "it must be". */
    String expectation() {
        return expectation;
    }

    /** Whether a cell of it can name a unit, by its present code or a former one. */
    boolean mayBeClues() {
        return this == CLUES || this == SCOPE;
    }

    /** The canonical text of a trimmed cell; empty if it is none of the type. */
    Optional<String> read(String text) {
        return switch (this) {
            case TEXT -> Optional.of(text);
            case CLUES -> ifSo(Clues.isWellFormed(text), text);
            case CLAVE -> ifSo(Clave.isWellFormed(text), text);
            case DATE -> ifSo(IsoDate.isDate(text), text);
            case PIECES -> whole(text, WholeNumber.QUANTITY_MAX);
            case DAYS -> whole(text, DAYS_MAX);
            case COUNT -> whole(text).filter(number -> !number.startsWith("-"));
            case WHOLE -> whole(text);
            case PRICE -> price(text);
            case STATE -> ifSo(TWO_DIGITS.matcher(text).matches(), text);
            case SHA_256 -> ifSo(HEX_64.matcher(text).matches(), text.toLowerCase(Locale.ROOT));
            case SITE_KIND -> ifSo(SITE_KINDS.contains(text), text);
            case SUPPLY_GROUP -> ifSo(SUPPLY_GROUPS.contains(text), text);
            case SITE_EXTRACT ->
                Extract.labelled(text)
                        .filter(extract -> extract != Extract.ORDERS)
                        .map(Extract::label);
            case SCOPE -> ifSo(Clues.isWellFormed(text) || SITE_KINDS.contains(text), text);
        };
    }

    private static Optional<String> whole(String text) {
        return WholeNumber.isWholeNumber(text) ? Optional.of(new BigInteger(text).toString()) : Optional.empty();
    }

    private static Optional<String> whole(String text, long most) {
        boolean isWithin = WholeNumber.isWholeNumber(text)
                && WholeNumber.isInRange(text)
                && WholeNumber.value(text) >= 0
                && WholeNumber.value(text) <= most;
        return isWithin ? Optional.of(WholeNumber.canonical(text)) : Optional.empty();
    }

    private static Optional<String> price(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(text);
        BigDecimal price = exact.setScale(PRICE_DECIMALS, RoundingMode.DOWN);
        boolean fits = price.compareTo(exact) == 0 && price.signum() >= 0 && price.precision() <= PRICE_DIGITS;
        return ifSo(fits, price.toPlainString());
    }

    private static Optional<String> ifSo(boolean isSo, String text) {
        return isSo ? Optional.of(text) : Optional.empty();
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static String oneOf(List<String> words) {
        return "one of " + String.join(", ", words);
    }
}
