package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** STK-01 to STK-04 and DSP-01, cell by cell, with their precedence. */
final class StockRules {

    private final NightState state;
    private final Map<Cell, Finding> dispensed = new TreeMap<>();
    private final Map<Cell, Finding> negative = new TreeMap<>();
    private final Map<Cell, Finding> phantom = new TreeMap<>();
    private final Map<Cell, Finding> expired = new TreeMap<>();
    private final Map<Cell, Finding> variance = new TreeMap<>();

    StockRules(NightState state) {
        this.state = state;
        state.balances().stream()
                .filter(b -> state.openings().isOpen(b.cell().clues()))
                .forEach(this::add);
    }

    private void add(Balance balance) {
        Cell cell = balance.cell();
        boolean cameIn = balance.inboundToDate() != 0;
        if (balance.dispensedToDate() > 0 && !cameIn) {
            dispensed.put(cell, Finding.of(Rule.DSP_01, cell).numbers(0, balance.dispensedToDate()));
        }
        if (balance.book() < 0) {
            negative.put(cell, Finding.of(Rule.STK_02, cell).numbers(0, balance.book()));
        }
        if (balance.book() > 0 && balance.isExpired(state.night())) {
            expired.put(cell, Finding.of(Rule.STK_04, cell).numbers(0, balance.book()));
        }
        Long lastCounted = balance.lastCounted();
        Long lastVariance = balance.lastVariance();
        if (lastCounted == null || lastVariance == null) {
            return;
        }
        if (lastCounted > 0 && !cameIn) {
            phantom.put(cell, Finding.of(Rule.STK_03, cell).numbers(0, lastCounted));
        }
        if (Math.abs(lastVariance) > state.reference().tolerance(cell.clave())) {
            variance.put(cell, Finding.of(Rule.STK_01, cell).numbers(lastCounted - lastVariance, lastCounted));
        }
    }

    List<Finding> findings() {
        List<Finding> findings = all();
        findings.removeAll(leftOut());
        return findings;
    }

    /** Candidates of STK-01 and STK-02 in cells that a rule before them has caught. */
    List<Finding> leftOut() {
        List<Finding> leftOut = new ArrayList<>();
        negative.forEach((cell, finding) -> {
            if (dispensed.containsKey(cell)) {
                leftOut.add(finding);
            }
        });
        variance.forEach((cell, finding) -> {
            if (dispensed.containsKey(cell) || negative.containsKey(cell) || phantom.containsKey(cell)) {
                leftOut.add(finding);
            }
        });
        return leftOut;
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (Map<Cell, Finding> some : List.of(dispensed, negative, phantom, expired, variance)) {
            all.addAll(some.values());
        }
        return all;
    }
}
