package mx.abasto.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import mx.abasto.jobs.story.LotTrace;
import mx.abasto.jobs.story.LotTrace.Shipment;
import mx.abasto.jobs.story.Words;

/** Under a lot's trees: what came is what is there or went, and what of it is unaccounted for. */
final class TraceSums {
    private static final String INDENT = "  ";
    private static final int NUMBER_CHARS = 12;
    private static final int LABEL_CHARS_MAX = 56;

    private final LotTrace trace;
    private final Words words;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    TraceSums(LotTrace trace, Words words, int width) {
        this.trace = trace;
        this.words = words;
        this.width = width;
    }

    List<String> lines() {
        accounts();
        unaccounted();
        return lines;
    }

    private void accounts() {
        LotTrace.Totals totals = trace.totals();
        lines.add(words.text("sums.title"));
        line("sums.suppliers", totals.suppliers());
        line("sums.opening", totals.opening());
        totals.adjustments().forEach((reason, pieces) -> {
            if (pieces > 0) {
                line(words.text("sums.adjusted_in", reason), pieces, "+");
            }
        });
        long gone = totals.adjustments().values().stream()
                .mapToLong(each -> Math.min(0, each))
                .reduce(0, Math::addExact);
        long found = LongStream.of(totals.onHand(), totals.onTheRoad(), totals.patients(), totals.wards(), -gone)
                .reduce(0, Math::addExact);
        long came = Math.addExact(found, totals.residual());
        line(words.text("sums.came"), came, "=");
        lines.add("");
        line("sums.on_hand", totals.onHand());
        line("sums.road", totals.onTheRoad());
        line("sums.patients", totals.patients());
        line("sums.wards", totals.wards());
        totals.adjustments().forEach((reason, pieces) -> {
            if (pieces < 0) {
                line(words.text("sums.adjusted_out", reason), -pieces, "+");
            }
        });
        line(words.text("sums.found"), found, "=");
        add("", words.text(totals.residual() == 0 ? "sums.even" : "sums.uneven", totals.residual()));
    }

    private void line(String key, long pieces) {
        if (pieces != 0) {
            line(words.text(key), pieces, "+");
        }
    }

    private void line(String label, long pieces, String sign) {
        int chars = Math.min(LABEL_CHARS_MAX, width - NUMBER_CHARS - INDENT.length() - 2);
        lines.add(INDENT + sign + " " + label + " ".repeat(Math.max(1, chars - label.length()))
                + "%,12d".formatted(pieces).replace('-', '−'));
    }

    private void unaccounted() {
        lines.add("");
        lines.add(words.text("lost.title"));
        if (trace.missing() == 0 && trace.surplus() == 0) {
            add(INDENT, words.text("lost.nothing"));
        }
        if (trace.missing() != 0) {
            add(INDENT, words.text("lost.missing", trace.missing()));
            counts(-1);
            shipments(1);
        }
        if (trace.surplus() != 0) {
            add(INDENT, words.text("lost.surplus", trace.surplus()));
            counts(1);
            shipments(-1);
        }
        long swapped = trace.shipments().stream()
                .filter(each -> each.status().equals("SUBSTITUTED"))
                .mapToLong(Shipment::left)
                .reduce(0, Math::addExact);
        if (swapped != 0) {
            add(INDENT, words.text(swapped > 0 ? "lost.swapped_away" : "lost.swapped_in", Math.abs(swapped)));
        }
        long uncounted =
                trace.counts().stream().filter(each -> each.variance() == null).count();
        if (uncounted > 0) {
            add(INDENT, words.count("lost.uncounted", uncounted));
        }
    }

    private void counts(int sign) {
        trace.counts().stream()
                .filter(each -> each.variance() != null && Long.signum(each.variance()) == sign)
                .forEach(each -> add(
                        INDENT + INDENT,
                        words.text(
                                "lost.count",
                                Math.abs(Objects.requireNonNull(each.variance())),
                                trace.site(each.clues()).label(),
                                each.countedOn())));
    }

    private void shipments(int sign) {
        trace.unaccounted().stream()
                .filter(each -> Long.signum(each.left()) == sign)
                .forEach(each -> add(
                        INDENT + INDENT,
                        words.text(
                                "lost.shipment." + each.status(),
                                Math.abs(each.left()),
                                each.shipmentNo(),
                                trace.site(each.originClues()).label(),
                                each.destinationClues() == null
                                        ? "–"
                                        : trace.site(each.destinationClues()).label(),
                                each.dueOn())));
    }

    private void add(String indent, String text) {
        Wrapped.lines(text, width - indent.length() - 2).forEach(line -> lines.add(indent + line));
    }
}
