package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.common.model.Language;
import org.jspecify.annotations.Nullable;

/** How the columns of the datasets are shown in a table's cells. */
record Cells(PageWords words, Figures figures) {
    /** The datasets' decimals: a figure that was rounded once is not rounded again. */
    private static final int AMC_PLACES = 3;

    private static final int MONTHS_PLACES = 2;
    private static final int DAYS_PLACES = 2;

    Function<PageRow, Cell> clave() {
        return row -> named(row.text("description"), row.text("clave"), row.text("programme"));
    }

    Function<PageRow, Cell> site(String name, String clues) {
        return row -> named(row.text(name), row.text(clues), "");
    }

    /** A clave at a site, and whether the site is authorised to hold it. */
    Function<PageRow, Cell> claveAtSite() {
        return row -> named(
                row.text("description"),
                row.text("clave"),
                Stream.of(row.text("programme"), row.is("is_authorised") ? "" : words.text("not_authorised"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    Function<PageRow, Cell> amc() {
        return decimal("amc", AMC_PLACES);
    }

    Function<PageRow, Cell> months() {
        return decimal("months_of_stock", MONTHS_PLACES);
    }

    Function<PageRow, Cell> daysOfStock() {
        return decimal("days_of_stock", DAYS_PLACES);
    }

    /** A site of site_summary, with its kind. */
    Function<PageRow, Cell> siteOfKind() {
        return row -> named(row.text("site_name"), row.text("clues"), words.name("kind", row.text("kind")));
    }

    /** Where a discrepancy is; some are the nation's. */
    Function<PageRow, Cell> place() {
        return row -> row.text("clues").isEmpty()
                ? Cell.of(words.text("site_nation"))
                : named(row.text("site_name"), row.text("clues"), "");
    }

    /** A name over its code, and what else is said of it; the code alone where there is no name. */
    private static Cell named(String name, String code, String more) {
        return name.isEmpty()
                ? Cell.of(code, more)
                : Cell.of(
                        name,
                        Stream.of(code, more).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
    }

    Function<PageRow, Cell> state() {
        return row -> Cell.of(words.name("state", row.text("state")));
    }

    /** The state of a discrepancy; those of no site have none. */
    Function<PageRow, Cell> stateOfPlace() {
        return row -> row.text("clues").isEmpty() ? Cell.of(Figures.NONE) : state().apply(row);
    }

    Function<PageRow, Cell> text(String column) {
        return row -> Cell.of(row.text(column).isEmpty() ? Figures.NONE : row.text(column));
    }

    Function<PageRow, Cell> whole(String column) {
        return decimal(column, 0);
    }

    private Function<PageRow, Cell> decimal(String column, int places) {
        return row -> Cell.of(figures.decimal(row.number(column), places));
    }

    Function<PageRow, Cell> percent(String part, String whole) {
        return row -> Cell.of(figures.percent(row.share(part, whole)), figures.whole(row.sum(whole)))
                .rankedBy(Objects.toString(row.share(part, whole).percent(), Figures.NONE));
    }

    Function<PageRow, Cell> money(String column) {
        return row -> Cell.of(figures.money(row.number(column)));
    }

    Function<PageRow, Cell> day(String column) {
        return row -> Cell.of(figures.day(row.day(column))).rankedBy(Objects.toString(row.day(column), Figures.NONE));
    }

    /** Days of stock before and after a transfer; by the days before. */
    Function<PageRow, Cell> daysChange(String before, String after) {
        return row -> Cell.of(words.text("days_change", days(row.number(before)), days(row.number(after))))
                .rankedBy(Objects.toString(row.number(before), Figures.NONE));
    }

    private String days(@Nullable BigDecimal days) {
        return figures.decimal(days, DAYS_PLACES);
    }

    Function<PageRow, Cell> severity() {
        return row -> Cell.of(words.name("severity", row.text("severity")))
                .rankedBy(row.text("gravity"))
                .markedAs(row.text("severity"));
    }

    Function<PageRow, Cell> explanation() {
        return row -> Cell.of(
                row.text(words.language() == Language.ES ? "explanation_es" : "explanation_en"),
                row.text("rule") + " · " + row.text("discrepancy_id"));
    }
}
