package mx.abasto.jobs.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measure over the weeks, as a line with a scale of its own. Weeks that are not published, or have no value, leave a
 * gap. Its coordinates are those of the drawing in the template.
 *
 * @param last the last week's value
 * @param spoken the chart in words
 * @param top the value at its upper rule
 * @param lines each the points of an unbroken line
 */
record TrendChart(
        String label,
        String last,
        String spoken,
        String top,
        String bottom,
        String firstWeek,
        String lastWeek,
        List<String> lines,
        List<Dot> dots) {
    private static final BigDecimal LEFT = BigDecimal.valueOf(78);
    private static final BigDecimal WIDTH = BigDecimal.valueOf(228);
    private static final BigDecimal UPPER = BigDecimal.valueOf(14);
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(80);
    /** The least that a scale spans, in percent points or pieces: less would make a drama of nothing. */
    private static final BigDecimal SPAN_MIN = BigDecimal.valueOf(4);

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** A week's value. */
    record Dot(String x, String y, String title) {}

    private record Known(long place, String week, BigDecimal value) {}

    /** A scale from a lowest to a highest value. */
    private record Scale(BigDecimal bottom, BigDecimal top) {

        static Scale of(Measure measure, List<BigDecimal> values) {
            BigDecimal low = values.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
            BigDecimal high = values.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
            if (measure.form() == Measure.Form.PERCENT) {
                low = low.setScale(0, RoundingMode.FLOOR);
                high = high.setScale(0, RoundingMode.CEILING);
            }
            BigDecimal wanting = SPAN_MIN.subtract(high.subtract(low)).max(BigDecimal.ZERO);
            BigDecimal below = wanting.divide(BigDecimal.valueOf(2), 0, RoundingMode.FLOOR);
            BigDecimal bottom =
                    low.signum() < 0 ? low.subtract(below) : low.subtract(below).max(BigDecimal.ZERO);
            BigDecimal top = high.add(wanting).subtract(below);
            return measure.form() == Measure.Form.PERCENT && top.compareTo(FULL) > 0
                    ? new Scale(bottom.subtract(top.subtract(FULL)).max(BigDecimal.ZERO), FULL)
                    : new Scale(bottom, top);
        }

        String y(BigDecimal value) {
            BigDecimal fromTop =
                    top.subtract(value).multiply(HEIGHT).divide(top.subtract(bottom), 1, RoundingMode.HALF_UP);
            return UPPER.add(fromTop).toPlainString();
        }
    }

    /** The chart of two weeks or more, oldest first. */
    static TrendChart of(Figures figures, Measure measure, List<PageRow> weeks) {
        LocalDate first = startOf(weeks.get(0));
        LocalDate last = startOf(weeks.get(weeks.size() - 1));
        List<Known> known = weeks.stream()
                .filter(week -> measure.in(week) != null)
                .map(week -> new Known(
                        ChronoUnit.WEEKS.between(first, startOf(week)),
                        week.text("week"),
                        Objects.requireNonNull(measure.in(week))))
                .toList();
        Scale scale = Scale.of(measure, known.stream().map(Known::value).toList());
        long places = ChronoUnit.WEEKS.between(first, last);
        String label = figures.words().text(measure == Measure.ACCURACY ? "trend_accuracy" : "card_" + measure.key());
        return new TrendChart(
                label,
                measure.shown(figures, measure.in(weeks.get(weeks.size() - 1))),
                spoken(figures, measure, label, known),
                known.isEmpty() ? "" : measure.shown(figures, scale.top()),
                known.isEmpty() ? "" : measure.shown(figures, scale.bottom()),
                weeks.get(0).text("week"),
                weeks.get(weeks.size() - 1).text("week"),
                lines(known, scale, places),
                known.stream()
                        .map(week -> new Dot(
                                x(week.place(), places),
                                scale.y(week.value()),
                                week.week() + ": " + measure.shown(figures, week.value())))
                        .toList());
    }

    private static LocalDate startOf(PageRow week) {
        return Objects.requireNonNull(week.day("week_start"));
    }

    private static String x(long place, long places) {
        return LEFT.add(WIDTH.multiply(BigDecimal.valueOf(place))
                        .divide(BigDecimal.valueOf(places), 1, RoundingMode.HALF_UP))
                .toPlainString();
    }

    private static List<String> lines(List<Known> known, Scale scale, long places) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        @Nullable Known before = null;
        for (Known week : known) {
            if (before != null && week.place() > before.place() + 1) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(' ').append(x(week.place(), places)).append(',').append(scale.y(week.value()));
            before = week;
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static String spoken(Figures figures, Measure measure, String label, List<Known> known) {
        if (known.isEmpty()) {
            return label + ": " + Figures.NONE;
        }
        Known first = known.get(0);
        Known last = known.get(known.size() - 1);
        List<BigDecimal> values = known.stream().map(Known::value).sorted().toList();
        return figures.words()
                .text(
                        "trend_spoken",
                        label,
                        measure.shown(figures, first.value()),
                        first.week(),
                        measure.shown(figures, last.value()),
                        last.week(),
                        measure.shown(figures, values.get(0)),
                        measure.shown(figures, values.get(values.size() - 1)));
    }
}
