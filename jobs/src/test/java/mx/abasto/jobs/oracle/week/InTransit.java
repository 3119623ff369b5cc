package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is on the road towards each site: per shipment and clave what was shipped and did not arrive, of any lot. */
final class InTransit {

    private InTransit() {}

    static Map<SiteClave, BigInteger> towards(List<Fact> shipments) {
        Map<List<String>, List<Fact>> loads = new HashMap<>();
        for (Fact row : shipments) {
            if (!row.is("status", "SUBSTITUTED")) {
                loads.computeIfAbsent(
                                List.of(row.name("origin_clues"), row.name("shipment_no"), row.name("clave")),
                                load -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<SiteClave, BigInteger> towards = new HashMap<>();
        loads.values().forEach(lots -> {
            BigInteger missing = total(lots, "shipped").subtract(total(lots, "received"));
            if (missing.signum() > 0) {
                towards.merge(destination(lots), missing, BigInteger::add);
            }
        });
        return towards;
    }

    private static BigInteger total(List<Fact> lots, String column) {
        return lots.stream().map(lot -> lot.pieces(column)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Of the lot that was shipped first; an unmatched one has no destination. */
    private static SiteClave destination(List<Fact> lots) {
        Fact first = lots.stream()
                .filter(lot -> lot.text("destination_clues") != null)
                .min(Comparator.comparing((Fact lot) -> lot.date("shipped_on")).thenComparing(lot -> lot.name("lot")))
                .orElseThrow();
        return new SiteClave(first.name("destination_clues"), first.name("clave"));
    }
}
