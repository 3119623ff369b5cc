package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SHP-01 to SHP-05 and SHP-08: what the shipments' state says. SUBSTITUTED rows fall under none but SHP-05. */
final class ShipmentRules {

    private final NightState state;
    private final List<Finding> leftOut = new ArrayList<>();

    ShipmentRules(NightState state) {
        this.state = state;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Shipment shipment : state.shipments().listed()) {
            switch (shipment.status()) {
                case "OVERDUE" ->
                    findings.add(Finding.of(Rule.SHP_01)
                            .at(shipment.key().origin())
                            .against(shipment.destination())
                            .about(shipment.key().clave(), shipment.key().lot())
                            .inDocument(shipment.key().shipmentNo())
                            .numbers(shipment.shipped(), 0));
                case "SHORT" -> findings.add(ofReceiver(Rule.SHP_03, shipment));
                case "OVER" -> {
                    boolean isTwice = isReceivedTwice(shipment);
                    findings.add(ofReceiver(isTwice ? Rule.SHP_08 : Rule.SHP_04, shipment));
                    if (isTwice) {
                        leftOut.add(ofReceiver(Rule.SHP_04, shipment));
                    }
                }
                case "UNMATCHED" -> addUnmatched(shipment, findings);
                default -> {}
            }
        }
        addSubstituted(findings);
        return findings;
    }

    /** What SHP-04 would find, had SHP-08 not caught it. */
    List<Finding> leftOut() {
        return leftOut;
    }

    static Finding ofReceiver(Rule rule, Shipment shipment) {
        return Finding.of(rule)
                .at(shipment.receiver())
                .against(shipment.key().origin())
                .about(shipment.key().clave(), shipment.key().lot())
                .inDocument(shipment.key().shipmentNo())
                .numbers(shipment.shipped(), shipment.received());
    }

    private void addUnmatched(Shipment shipment, List<Finding> findings) {
        LocalDate night = state.night();
        Optional<LocalDate> lastDue =
                state.shipments().latestDueOn(shipment.key().document());
        if (lastDue.isEmpty()) {
            LocalDate from = shipment.firstReceivedOn()
                    .orElseThrow()
                    .plusDays(state.settings().graceDays());
            if (!night.isBefore(from)) {
                findings.add(ofReceiver(Rule.SHP_02, shipment));
            }
            return;
        }
        List<Shipment> ofClave = state.shipments().of(shipment.key().document());
        long shipped = ofClave.stream().mapToLong(Shipment::shipped).sum();
        long received = ofClave.stream().mapToLong(Shipment::received).sum();
        if (received > shipped || night.isAfter(lastDue.orElseThrow())) {
            findings.add(ofReceiver(Rule.SHP_04, shipment));
        }
    }

    /**
     * AMBIGUOUS: line by line: two lines of different receipt_no of one site with the same quantity. Alternative: the
     * receipts' totals. The finding's clues is the first receiver of the row, as for all.
     */
    private static boolean isReceivedTwice(Shipment shipment) {
        for (Posted one : shipment.got()) {
            for (Posted other : shipment.got()) {
                boolean isSame = one.line().site().equals(other.line().site())
                        && one.line().number("quantity") == other.line().number("quantity");
                if (isSame && !one.line().text("receipt_no").equals(other.line().text("receipt_no"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** SHP-05, on the night it comes about. */
    private void addSubstituted(List<Finding> findings) {
        for (DocumentKey document : state.shipments().newlySubstituted()) {
            List<Shipment> lots = state.shipments().of(document);
            Line first = lots.stream()
                    .flatMap(s -> s.got().stream())
                    .map(Posted::line)
                    .min(Shipment.FIRST_RECEIPT)
                    .orElseThrow();
            Shipment.Key key = lots.get(0).key();
            long shipped = lots.stream().mapToLong(Shipment::shipped).sum();
            long matched = lots.stream()
                    .mapToLong(s -> Math.min(s.shipped(), s.received()))
                    .sum();
            findings.add(Finding.of(Rule.SHP_05)
                    .at(first.site())
                    .against(key.origin())
                    .about(key.clave(), null)
                    .inDocument(key.shipmentNo())
                    .numbers(shipped, matched));
        }
    }
}
