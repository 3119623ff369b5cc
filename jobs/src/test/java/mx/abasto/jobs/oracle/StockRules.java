package mx.abasto.jobs.oracle;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** STK-01 to STK-04 and DSP-01, cell by cell, with their precedence. */
final class StockRules {

    private final NightState state;
    private final LifeCycle life;

    StockRules(NightState state, LifeCycle life) {
        this.state = state;
        this.life = life;
    }

    List<Finding> findings() {
        Map<Cell, Finding> dispensed = new TreeMap<>();
        Map<Cell, Finding> negative = new TreeMap<>();
        Map<Cell, Finding> phantom = new TreeMap<>();
        Map<Cell, Finding> expired = new TreeMap<>();
        Map<Cell, Finding> variance = new TreeMap<>();
        for (Balance balance : state.balances()) {
            Cell cell = balance.cell();
            if (!state.openings().isOpen(cell.clues())) {
                continue;
            }
            Long counted = balance.counted();
            if (balance.dispensedToDate() > 0 && balance.inboundToDate() == 0) {
                dispensed.put(cell, Finding.of(Rule.DSP_01, cell).numbers(0, balance.dispensedToDate()));
            }
            if (balance.book() < 0) {
                negative.put(cell, Finding.of(Rule.STK_02, cell).numbers(0, balance.book()));
            }
            if (counted != null && counted > 0 && balance.inboundToDate() == 0) {
                phantom.put(cell, Finding.of(Rule.STK_03, cell).numbers(0, counted));
            }
            if (balance.book() > 0 && balance.isExpired(state.night())) {
                expired.put(cell, Finding.of(Rule.STK_04, cell).numbers(0, balance.book()));
            }
            long tolerance = state.reference().tolerance(cell.clave());
            if (counted != null && Math.abs(counted - balance.book()) > tolerance) {
                variance.put(cell, Finding.of(Rule.STK_01, cell).numbers(balance.book(), counted));
            }
        }
        addSilent(Rule.STK_03, phantom);
        addSilent(Rule.STK_01, variance);
        negative.keySet().removeAll(dispensed.keySet());
        variance.keySet().removeAll(dispensed.keySet());
        variance.keySet().removeAll(negative.keySet());
        variance.keySet().removeAll(phantom.keySet());
        List<Finding> findings = new ArrayList<>();
        List.of(dispensed, negative, phantom, expired, variance).stream()
                .map(Map::values)
                .forEach((Collection<Finding> some) -> findings.addAll(some));
        return findings;
    }

    /**
     * Silence resolves nothing: what was open stays open with its last numbers while the cell is not counted.
     *
     * <p>AMBIGUOUS: also for a cell whose balance row has left.
     */
    private void addSilent(Rule rule, Map<Cell, Finding> holding) {
        for (Finding last : life.open(rule)) {
            Cell cell =
                    new Cell(requireNonNull(last.clues()), requireNonNull(last.clave()), requireNonNull(last.lot()));
            if (state.counts().counted(cell) == null) {
                holding.put(cell, last);
            }
        }
    }
}
