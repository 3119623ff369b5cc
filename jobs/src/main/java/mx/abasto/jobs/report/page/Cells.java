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

    Function<PageRow, Cell> clave() {
        return row -> named(row.text("description"), row.text("clave"), row.text("programme"));
    }

    Function<PageRow, Cell> site(String name, String clues) {
        return row -> named(row.text(name), row.text(clues), "");
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

    Function<PageRow, Cell> text(String column) {
        return row -> Cell.of(row.text(column).isEmpty() ? Figures.NONE : row.text(column));
    }

    Function<PageRow, Cell> whole(String column) {
        return decimal(column, 0);
    }

    Function<PageRow, Cell> decimal(String column, int places) {
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
        return figures.decimal(days, 1);
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
