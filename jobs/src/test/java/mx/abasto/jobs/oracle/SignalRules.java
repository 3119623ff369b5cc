package mx.abasto.jobs.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** SIG-01 and SIG-02. */
final class SignalRules {

    private static final int HISTORY_WEEKS = 13;
    private static final int HISTORY_WEEKS_MIN = 5;
    private static final int SILENT_NIGHTS = 7;
    private static final int NORMAL_NIGHTS = 28;

    private final NightState state;
    private final Map<String, List<LocalDate>> reported;

    /** @param reported the nights on which each site delivered stock, oldest first, tonight included */
    SignalRules(NightState state, Map<String, List<LocalDate>> reported) {
        this.state = state;
        this.reported = reported;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (state.night().getDayOfWeek() == DayOfWeek.SUNDAY) {
            addOutliers(findings);
        }
        addSilentSites(findings);
        return findings;
    }

    /**
     * AMBIGUOUS: by posting night, reversals net, unknown prices 0; history is up to 13 whole weeks before this one,
     * the site open all week, weeks without adjustments as 0; median and value are rounded half up to whole units.
     */
    private void addOutliers(List<Finding> findings) {
        Map<String, Map<LocalDate, BigDecimal>> values = outwardByWeek();
        values.forEach((clues, weeks) -> {
            List<BigDecimal> history = new ArrayList<>();
            for (int back = 1; back <= HISTORY_WEEKS; back++) {
                LocalDate sunday = state.night().minusWeeks(back);
                if (state.openings().isOpenOn(clues, sunday.minusDays(6))) {
                    history.add(weeks.getOrDefault(sunday, BigDecimal.ZERO));
                }
            }
            BigDecimal value = weeks.getOrDefault(state.night(), BigDecimal.ZERO);
            if (history.size() < HISTORY_WEEKS_MIN) {
                return;
            }
            BigDecimal median = median(history);
            BigDecimal spread =
                    median(history.stream().map(v -> v.subtract(median).abs()).toList());
            BigDecimal bound = median.add(spread.multiply(BigDecimal.valueOf(6)));
            if (spread.signum() > 0 && value.compareTo(bound) > 0) {
                findings.add(Finding.of(Rule.SIG_01).at(clues).numbers(whole(median), whole(value)));
            }
        });
    }

    private Map<String, Map<LocalDate, BigDecimal>> outwardByWeek() {
        Map<String, Map<LocalDate, BigDecimal>> values = new TreeMap<>();
        for (Movement movement : state.journal().movements()) {
            if (movement.kind().equals("ADJUSTMENT") && !movement.isInwardLine()) {
                LocalDate posted = movement.postingDate();
                LocalDate sunday = posted.plusDays(7 - posted.getDayOfWeek().getValue());
                BigDecimal price = state.reference()
                        .item(movement.clave())
                        .map(Reference.Item::unitPrice)
                        .orElse(BigDecimal.ZERO);
                values.computeIfAbsent(movement.cell().clues(), c -> new TreeMap<>())
                        .merge(sunday, price.multiply(BigDecimal.valueOf(-movement.effect())), BigDecimal::add);
            }
        }
        return values;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }

    private static long whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * AMBIGUOUS: the nights are those reported; the silence is the run that reaches the last of them, and before it,
     * back to the last such gap or the first report, lie at least 28. By posting night; a unit has kind HOSPITAL or
     * HEALTH_CENTRE; "with stock" is a book above 0 tonight.
     */
    private void addSilentSites(List<Finding> findings) {
        Set<String> withStock = new TreeSet<>();
        Map<String, Long> books = new TreeMap<>();
        state.balances().forEach(b -> books.merge(b.cell().clues(), b.book(), Long::sum));
        books.forEach((clues, book) -> {
            boolean isUnit =
                    state.reference().site(clues).map(Reference.Site::isUnit).orElse(false);
            if (book > 0 && isUnit) {
                withStock.add(clues);
            }
        });
        Set<String> active = new HashSet<>();
        for (Movement movement : state.journal().movements()) {
            boolean isUse =
                    movement.kind().equals("DISPENSATION") || movement.kind().equals("CONSUMPTION");
            if (isUse && !movement.reversal()) {
                active.add(movement.cell().clues() + movement.postingDate());
            }
        }
        for (String clues : withStock) {
            List<Boolean> silent = reported.getOrDefault(clues, List.of()).stream()
                    .map(night -> !active.contains(clues + night))
                    .toList();
            if (isGone(silent)) {
                findings.add(Finding.of(Rule.SIG_02).at(clues));
            }
        }
    }

    private static boolean isGone(List<Boolean> silent) {
        int start = silent.size();
        while (start > 0 && silent.get(start - 1)) {
            start--;
        }
        if (silent.size() - start < SILENT_NIGHTS) {
            return false;
        }
        int normal = 0;
        int run = 0;
        for (int i = start - 1; i >= 0 && run < SILENT_NIGHTS; i--) {
            run = silent.get(i) ? run + 1 : 0;
            normal++;
        }
        return normal - (run == SILENT_NIGHTS ? SILENT_NIGHTS : 0) >= NORMAL_NIGHTS;
    }
}
