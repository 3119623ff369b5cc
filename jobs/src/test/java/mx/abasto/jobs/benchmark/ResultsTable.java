package mx.abasto.jobs.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results in words and columns, at most 100 wide. */
final class ResultsTable {
    private static final String NONE = "–";
    private static final String ROW = "%-34s %9s %8s %7s %7s %6s %6s %8s%n";

    private ResultsTable() {}

    static String of(Results results) {
        StringBuilder text = new StringBuilder();
        results.on().forEach((what, value) -> text.append("%-8s %s%n".formatted(what, value)));
        text.append("%n".formatted());
        text.append(ROW.formatted(
                "median of the runs", "rows", "seconds", "krows/s", "µs/row", "floor", "ratio", "peak MiB"));
        for (Figure figure : results.figures()) {
            text.append(ROW.formatted(
                    figure.name(),
                    figure.rows() == 0 ? NONE : "%,d".formatted(figure.rows()),
                    number("%.2f", figure.seconds()),
                    number("%.0f", figure.rows() / figure.seconds() / 1e3, figure.rows()),
                    number("%.2f", figure.microsecondsPerRow()),
                    number("%.2f", figure.floor()),
                    number("%.2f", figure.ratio()),
                    number("%.0f", figure.median(Sample::peakMib))));
        }
        text.append("%nevery run, seconds (floor in brackets)%n".formatted());
        for (Figure figure : results.figures()) {
            text.append("%-34s %s%n".formatted(figure.name(), every(figure)));
        }
        text.append("%nMiB written: in all, and the most that each step's folder held%n".formatted());
        for (Figure figure : results.figures()) {
            if (figure.median(Sample::writtenMib) >= 0) {
                text.append("%-34s %s%n".formatted(figure.name(), number("%.0f", figure.median(Sample::writtenMib))));
                steps(figure).forEach((step, mib) -> text.append("  %-32s %s%n".formatted(step, number("%.1f", mib))));
            }
        }
        return text.toString();
    }

    private static String every(Figure figure) {
        String product = seconds(figure.samples().stream().map(Sample::seconds).toList());
        return figure.floorSeconds().isEmpty() ? product : "%s (%s)".formatted(product, seconds(figure.floorSeconds()));
    }

    private static String seconds(List<Double> values) {
        return values.stream().map(value -> number("%.2f", value)).collect(Collectors.joining(" "));
    }

    private static Map<String, Double> steps(Figure figure) {
        Map<String, Double> steps = new TreeMap<>();
        for (Sample sample : figure.samples()) {
            for (String step : sample.stepMib().keySet()) {
                ToDoubleFunction<Sample> held = each -> each.stepMib().getOrDefault(step, 0.0);
                steps.put(step, figure.median(held));
            }
        }
        return steps;
    }

    private static String number(String format, double value, long rows) {
        return rows == 0 ? NONE : number(format, value);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) || value < 0 ? NONE : String.format(Locale.ROOT, format, value);
    }

    /** Two results side by side: what both measured, and the second's time by the first's. */
    static String compared(Results first, Results second) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-34s %10s %10s %7s %8s %8s".formatted("seconds, median", "first", "second", "by", "ratio", "ratio"));
        lines.add("%-34s %10.10s %10.10s"
                .formatted("commit", first.on().get("commit"), second.on().get("commit")));
        for (Figure before : first.figures()) {
            for (Figure after : second.figures()) {
                if (before.name().equals(after.name())) {
                    lines.add("%-34s %10s %10s %7s %8s %8s"
                            .formatted(
                                    before.name(),
                                    number("%.2f", before.seconds()),
                                    number("%.2f", after.seconds()),
                                    number("%.2f", after.seconds() / before.seconds()),
                                    number("%.2f", before.ratio()),
                                    number("%.2f", after.ratio())));
                }
            }
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
