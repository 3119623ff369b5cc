package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** SHP-06, SHP-07 and SHP-09: what lines posted tonight show. A line that was replaced tonight is not looked at. */
final class ShipmentLineRules {

    private final NightState state;

    ShipmentLineRules(NightState state) {
        this.state = state;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Shipment shipment : state.shipments().listed()) {
            if (differs(shipment.sent(), shipment.got()) || differs(shipment.got(), shipment.sent())) {
                findings.add(plain(Rule.SHP_06, shipment, shipment.receiver())
                        .against(shipment.key().origin()));
            }
            addWrongDestinations(shipment, findings);
            if (state.shipments().isNewlyReceivedEarly(shipment.key())) {
                findings.add(plain(Rule.SHP_09, shipment, shipment.receiver())
                        .against(shipment.key().origin()));
            }
        }
        return findings;
    }

    private boolean isOfTonight(Posted posted) {
        return posted.night().equals(state.night());
    }

    private static Finding plain(Rule rule, Shipment shipment, @org.jspecify.annotations.Nullable String clues) {
        return Finding.of(rule)
                .at(clues)
                .about(shipment.key().clave(), shipment.key().lot())
                .inDocument(shipment.key().shipmentNo());
    }

    /** AMBIGUOUS: where the other side names several expiries, one that is none of them differs. */
    private boolean differs(List<Posted> side, List<Posted> other) {
        Set<LocalDate> named = other.stream()
                .map(p -> p.line().dateOrNull("expires_on"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return !named.isEmpty()
                && side.stream()
                        .filter(this::isOfTonight)
                        .map(p -> p.line().dateOrNull("expires_on"))
                        .anyMatch(d -> d != null && !named.contains(d));
    }

    /**
     * AMBIGUOUS: one finding per receiving site that is not the row's destination; shown by a receipt of tonight, or
     * by any receipt once a distribution line is posted tonight.
     */
    private void addWrongDestinations(Shipment shipment, List<Finding> findings) {
        String destination = shipment.destination();
        if (destination == null) {
            return;
        }
        boolean isSentTonight = shipment.sent().stream().anyMatch(this::isOfTonight);
        Set<String> sites = new TreeSet<>();
        for (Posted receipt : shipment.got()) {
            if (isSentTonight || isOfTonight(receipt)) {
                sites.add(receipt.line().site());
            }
        }
        sites.remove(destination);
        for (String site : sites) {
            findings.add(plain(Rule.SHP_07, shipment, site).against(destination));
        }
    }
}
