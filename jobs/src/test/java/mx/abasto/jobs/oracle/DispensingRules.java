package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** DSP-02 to DSP-05: what fills posted tonight show. */
final class DispensingRules {

    private record CellOfPrescription(Cell cell, String prescriptionNo) implements Comparable<CellOfPrescription> {

        @Override
        public int compareTo(CellOfPrescription other) {
            int byCell = cell.compareTo(other.cell);
            return byCell != 0 ? byCell : prescriptionNo.compareTo(other.prescriptionNo);
        }
    }

    private final NightState state;
    private final Map<Cell, Balance> balances = new HashMap<>();

    DispensingRules(NightState state) {
        this.state = state;
        state.balances().forEach(b -> balances.put(b.cell(), b));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<CellOfPrescription, Long> expired = new TreeMap<>();
        Map<CellOfPrescription, Long> recalled = new TreeMap<>();
        for (Prescription prescription : state.prescriptions()) {
            List<Line> tonight = prescription.fillsPostedOn(state.night());
            for (Line fill : tonight) {
                Cell cell = new Cell(fill.site(), fill.text("clave"), fill.text("lot"));
                CellOfPrescription key = new CellOfPrescription(cell, prescription.prescriptionNo());
                if (isExpired(cell, fill)) {
                    expired.merge(key, fill.number("dispensed_quantity"), Math::addExact);
                }
                if (isRecalled(cell, fill)) {
                    recalled.merge(key, fill.number("dispensed_quantity"), Math::addExact);
                }
            }
            if (!tonight.isEmpty() && prescription.dispensed() > prescription.prescribed()) {
                findings.add(overDispensed(prescription, tonight));
            }
        }
        expired.forEach((key, quantity) -> findings.add(ofFill(Rule.DSP_02, key, quantity)));
        recalled.forEach((key, quantity) -> findings.add(ofFill(Rule.DSP_05, key, quantity)));
        return findings;
    }

    /** AMBIGUOUS: dispensed is the sum of tonight's fills that show it, not of all fills ever. */
    private static Finding ofFill(Rule rule, CellOfPrescription key, long quantity) {
        return Finding.of(rule, key.cell()).inDocument(key.prescriptionNo()).numbers(0, quantity);
    }

    private boolean isExpired(Cell cell, Line fill) {
        Balance balance = balances.get(cell);
        LocalDate expiresOn = balance == null ? null : balance.expiresOn();
        return expiresOn != null && fill.eventDate().isAfter(expiresOn);
    }

    private boolean isRecalled(Cell cell, Line fill) {
        return state.reference()
                .recalledFrom(cell.clave(), cell.lot())
                .map(from -> !fill.eventDate().isBefore(from))
                .orElse(false);
    }

    /** DSP-03 at one site, DSP-04 at several. */
    private static Finding overDispensed(Prescription prescription, List<Line> tonight) {
        List<String> sites = prescription.sites();
        Finding finding = Finding.of(sites.size() == 1 ? Rule.DSP_03 : Rule.DSP_04)
                .about(prescription.clave(), null)
                .inDocument(prescription.prescriptionNo())
                .numbers(prescription.prescribed(), prescription.dispensed());
        if (sites.size() == 1) {
            return finding.at(sites.get(0));
        }
        String clues = tonight.get(tonight.size() - 1).site();
        // AMBIGUOUS: of several other sites, the one that filled next after the first.
        String counterpart = sites.get(0).equals(clues) ? sites.get(1) : sites.get(0);
        return finding.at(clues).against(counterpart);
    }
}
