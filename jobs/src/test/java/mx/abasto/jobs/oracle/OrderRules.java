package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** ORD-01 to ORD-03. */
final class OrderRules {

    private final NightState state;

    OrderRules(NightState state) {
        this.state = state;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Order order : state.orders()) {
            if (order.due() > order.received()) {
                findings.add(of(Rule.ORD_01, order).numbers(order.due(), order.received()));
            }
            if (order.ordered() > 0 && order.received() > order.ordered()) {
                findings.add(of(Rule.ORD_02, order).numbers(order.ordered(), order.received()));
            }
            if (order.isUnmatched() && isPastGrace(order)) {
                findings.add(of(Rule.ORD_03, order).numbers(0, order.received()));
            }
        }
        return findings;
    }

    private boolean isPastGrace(Order order) {
        LocalDate from =
                order.firstReceivedOn().orElseThrow().plusDays(state.settings().graceDays());
        return !state.night().isBefore(from);
    }

    private static Finding of(Rule rule, Order order) {
        return Finding.of(rule)
                .at(order.destination())
                .about(order.clave(), null)
                .inDocument(order.orderNo());
    }
}
