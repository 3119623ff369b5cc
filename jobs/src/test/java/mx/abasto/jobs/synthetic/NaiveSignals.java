package mx.abasto.jobs.synthetic;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** SIG-01 and SIG-02 of contract section 6, read plainly. */
final class NaiveSignals {

    private final Map<String, BigDecimal> prices = new HashMap<>();
    private final Map<String, List<BigDecimal>> weeks = new HashMap<>();
    private final Map<String, BigDecimal> thisWeek = new HashMap<>();
    private final Map<String, List<Boolean>> silent = new HashMap<>();
    private final List<String> sites = new ArrayList<>();

    NaiveSignals(Path reference) {
        NaiveCsv.read(reference.resolve("catalogue.csv"))
                .forEach(row -> prices.put(row.text("clave"), new BigDecimal(row.text("unit_price"))));
        NaiveCsv.read(reference.resolve("sites.csv")).forEach(row -> sites.add(row.text("clues")));
    }

    /** The signals of a night, as {@code rule clues}. */
    Set<String> apply(NaiveNight night) {
        Set<String> signals = new TreeSet<>();
        for (NaiveRow row : night.rows("adjustments")) {
            long pieces = NaiveLedger.pieces(row);
            if (pieces < 0) {
                thisWeek.merge(
                        row.text("clues"),
                        NaiveRow.present(prices, row.text("clave")).multiply(BigDecimal.valueOf(-pieces)),
                        BigDecimal::add);
            }
        }
        if (night.date().getDayOfWeek() == DayOfWeek.SUNDAY) {
            sites.forEach(clues -> closeWeek(clues, signals));
            thisWeek.clear();
        }
        listen(night, signals);
        return signals;
    }

    private void closeWeek(String clues, Set<String> signals) {
        List<BigDecimal> history = weeks.computeIfAbsent(clues, site -> new ArrayList<>());
        BigDecimal value = thisWeek.getOrDefault(clues, BigDecimal.ZERO);
        List<BigDecimal> last = history.subList(Math.max(0, history.size() - 13), history.size());
        if (last.size() >= 5) {
            BigDecimal median = median(last);
            BigDecimal mad = median(
                    last.stream().map(week -> week.subtract(median).abs()).toList());
            if (mad.signum() > 0 && value.compareTo(median.add(mad.multiply(BigDecimal.valueOf(6)))) > 0) {
                signals.add("SIG-01 " + clues);
            }
        }
        history.add(value);
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2));
    }

    private void listen(NaiveNight night, Set<String> signals) {
        Set<String> active = night.rows("dispensations").stream()
                .filter(row -> !row.text("dispensed_quantity").equals("0"))
                .map(row -> row.text("clues"))
                .collect(Collectors.toCollection(TreeSet::new));
        night.rows("consumptions").forEach(row -> active.add(row.text("clues")));
        for (String clues : sites) {
            if (night.hasDelivered(clues, "dispensations") && night.hasDelivered(clues, "stock")) {
                List<Boolean> nights = silent.computeIfAbsent(clues, site -> new ArrayList<>());
                nights.add(!active.contains(clues));
                int size = nights.size();
                if (size >= 35 && !nights.subList(size - 7, size).contains(false)) {
                    signals.add("SIG-02 " + clues);
                }
            }
        }
    }
}
