package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** REF-01 to REF-03. */
final class ReferenceRules {

    /** The states' values of the check digit, `clues_check_digit.csv`. */
    private static final Map<String, Integer> STATE_VALUES = Map.ofEntries(
            Map.entry("AS", 1),
            Map.entry("BC", 3),
            Map.entry("BS", 6),
            Map.entry("CC", 1),
            Map.entry("CH", 5),
            Map.entry("CL", 4),
            Map.entry("CM", 2),
            Map.entry("CS", 4),
            Map.entry("DF", 0),
            Map.entry("DG", 5),
            Map.entry("GR", 5),
            Map.entry("GT", 1),
            Map.entry("HG", 4),
            Map.entry("JC", 1),
            Map.entry("MC", 2),
            Map.entry("MN", 1),
            Map.entry("MS", 5),
            Map.entry("NL", 3),
            Map.entry("NT", 1),
            Map.entry("OC", 5),
            Map.entry("PL", 6),
            Map.entry("QR", 6),
            Map.entry("QT", 2),
            Map.entry("SL", 0),
            Map.entry("SP", 6),
            Map.entry("SR", 2),
            Map.entry("TC", 2),
            Map.entry("TL", 5),
            Map.entry("TS", 5),
            Map.entry("VZ", 1),
            Map.entry("YN", 5),
            Map.entry("ZS", 0));

    private final NightState state;

    ReferenceRules(NightState state) {
        this.state = state;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (List<String> pair : cluesAndClaves()) {
            if (state.reference().item(pair.get(1)).isEmpty()) {
                findings.add(Finding.of(Rule.REF_01).at(pair.get(0)).about(pair.get(1), null));
            }
        }
        Set<String> suspects = new TreeSet<>();
        for (String clues : sitesNamed()) {
            if (state.reference().site(clues).isEmpty()) {
                findings.add(Finding.of(Rule.REF_02).at(clues));
                suspects.add(clues);
            }
        }
        state.reference().sites().forEach(s -> suspects.add(s.clues()));
        for (String clues : suspects) {
            if (isImbWithBadDigit(clues)) {
                findings.add(Finding.of(Rule.REF_03).at(clues));
            }
        }
        return findings;
    }

    /** AMBIGUOUS: a shipment's clues is its origin; an UNMATCHED order's destination is where it was received. */
    private Set<List<String>> cluesAndClaves() {
        Set<List<String>> pairs = new HashSet<>();
        state.balances()
                .forEach(b -> pairs.add(List.of(b.cell().clues(), b.cell().clave())));
        state.shipments()
                .listed()
                .forEach(s -> pairs.add(List.of(s.key().origin(), s.key().clave())));
        for (Order order : state.orders()) {
            String destination = order.destination();
            if (destination != null) {
                pairs.add(List.of(destination, order.clave()));
            }
        }
        return pairs;
    }

    /** AMBIGUOUS: a shipment's receiver is not looked at: its balance row names it. */
    private Set<String> sitesNamed() {
        Set<String> sites = new TreeSet<>();
        state.balances().forEach(b -> sites.add(b.cell().clues()));
        for (Shipment shipment : state.shipments().listed()) {
            sites.add(shipment.key().origin());
            String destination = shipment.destination();
            if (destination != null) {
                sites.add(destination);
            }
        }
        for (Order order : state.orders()) {
            String destination = order.destination();
            if (destination != null) {
                sites.add(destination);
            }
        }
        return sites;
    }

    /** AMBIGUOUS: a code of sites.csv that has not the form of a CLUES is not looked at. */
    private static boolean isImbWithBadDigit(String clues) {
        if (!Cells.isClues(clues) || !clues.startsWith("IMB", 2)) {
            return false;
        }
        Integer stateValue = STATE_VALUES.get(clues.substring(0, 2));
        int number = Integer.parseInt(clues.substring(5, 10));
        int digit = clues.charAt(10) - '0';
        return stateValue == null || (stateValue + 2 + 2 * number) % 7 != digit;
    }
}
