package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is on the road towards each site: per shipment and clave what was shipped and did not arrive, of any lot. */
final class InTransit {

    private InTransit() {}

    static Map<SiteClave, BigInteger> towards(List<Fact> shipments) {
        Map<List<String>, String> destinations = new HashMap<>();
        for (Fact row : shipments) {
            String destination = row.text("destination_clues");
            if (destination != null && !row.is("status", "SUBSTITUTED")) {
                destinations.merge(load(row), destination, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        Map<List<String>, BigInteger> missing = new HashMap<>();
        for (Fact row : shipments) {
            // AMBIGUOUS: a lot that was never shipped counts as received of what went to the shipment's destination.
            String destination =
                    Optional.ofNullable(row.text("destination_clues")).orElse(destinations.getOrDefault(load(row), ""));
            if (!row.is("status", "SUBSTITUTED")) {
                List<String> towards = new ArrayList<>(load(row));
                towards.add(destination);
                missing.merge(towards, row.pieces("shipped").subtract(row.pieces("received")), BigInteger::add);
            }
        }
        Map<SiteClave, BigInteger> towards = new HashMap<>();
        missing.forEach((load, pieces) ->
                towards.merge(new SiteClave(load.get(3), load.get(2)), pieces.max(BigInteger.ZERO), BigInteger::add));
        return towards;
    }

    private static List<String> load(Fact row) {
        return List.of(row.name("origin_clues"), row.name("shipment_no"), row.name("clave"));
    }
}
