package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** LOT-01 and LOT-02, over the nation. */
final class LotRules {

    private record Lot(String clave, String lot) implements Comparable<Lot> {

        @Override
        public int compareTo(Lot other) {
            int byClave = clave.compareTo(other.clave);
            return byClave != 0 ? byClave : lot.compareTo(other.lot);
        }

        boolean isNamed() {
            return !lot.equals(Shape.NO_LOT);
        }
    }

    private final NightState state;

    LotRules(NightState state) {
        this.state = state;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        addOverdrawn(findings);
        addExpiryConflicts(findings);
        return findings;
    }

    private void addOverdrawn(List<Finding> findings) {
        Map<Lot, List<Balance>> cells = new TreeMap<>();
        for (Balance balance : state.balances()) {
            Lot lot = new Lot(balance.cell().clave(), balance.cell().lot());
            if (lot.isNamed() && state.openings().isOpen(balance.cell().clues())) {
                cells.computeIfAbsent(lot, l -> new ArrayList<>()).add(balance);
            }
        }
        // AMBIGUOUS: "over sites that have opened" narrows the balances; what is in transit counts from any origin.
        Map<Lot, Long> inTransit = new TreeMap<>();
        for (Shipment shipment : state.shipments().listed()) {
            if (!shipment.status().equals("SUBSTITUTED")) {
                Lot lot = new Lot(shipment.key().clave(), shipment.key().lot());
                inTransit.merge(lot, Math.max(shipment.shipped() - shipment.received(), 0), Math::addExact);
            }
        }
        cells.forEach((lot, balances) -> {
            long recorded = balances.stream().mapToLong(Balance::book).sum() + inTransit.getOrDefault(lot, 0L);
            long held = balances.stream().mapToLong(LotRules::held).sum();
            long counted =
                    balances.stream().filter(b -> b.lastCountedOn() != null).count();
            if (held - recorded > counted * state.reference().tolerance(lot.clave())) {
                findings.add(
                        Finding.of(Rule.LOT_01).about(lot.clave(), lot.lot()).numbers(recorded, held));
            }
        });
    }

    private static long held(Balance balance) {
        Long variance = balance.lastVariance();
        return variance == null ? Math.max(balance.book(), 0) : balance.book() + variance;
    }

    private void addExpiryConflicts(List<Finding> findings) {
        Map<Lot, Set<LocalDate>> expiries = new TreeMap<>();
        for (Lots.Lot lot : state.lots().withLines()) {
            add(expiries, new Lot(lot.clave(), lot.lot()), lot.expiresOn());
        }
        for (Balance balance : state.balances()) {
            Long counted = balance.lastCounted();
            LocalDate expiresOn = balance.expiresOn();
            boolean isHeld = balance.book() > 0 || (counted != null && counted > 0);
            if (isHeld && expiresOn != null) {
                add(expiries, new Lot(balance.cell().clave(), balance.cell().lot()), expiresOn);
            }
        }
        expiries.forEach((lot, dates) -> {
            if (lot.isNamed() && dates.size() >= 2) {
                findings.add(
                        Finding.of(Rule.LOT_02).about(lot.clave(), lot.lot()).numbers(1, dates.size()));
            }
        });
    }

    private static void add(Map<Lot, Set<LocalDate>> expiries, Lot lot, LocalDate expiresOn) {
        expiries.computeIfAbsent(lot, l -> new TreeSet<>()).add(expiresOn);
    }
}
