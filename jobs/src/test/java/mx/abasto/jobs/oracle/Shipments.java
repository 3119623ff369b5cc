package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All shipments at the close of a night, and since when each has been settled (dataset `shipments`). */
final class Shipments {

    static final int KEPT_DAYS = 35;

    private record Settled(String status, LocalDate on) {}

    private final LocalDate night;
    private final List<Shipment> all = new ArrayList<>();
    private final Map<Shipment.Key, Settled> settled = new HashMap<>();
    private final Set<String> substituted = new TreeSet<>();
    private final Set<Shipment.Key> receivedEarly = new HashSet<>();

    /** @param before last night's; what has not changed since has been settled since then */
    Shipments(
            LocalDate night, Journal journal, Reference reference, int defaultTransitDays, Optional<Shipments> before) {
        this.night = night;
        TreeMap<Shipment.Key, List<Posted>> sent = new TreeMap<>();
        TreeMap<Shipment.Key, List<Posted>> got = new TreeMap<>();
        for (Posted posted : journal.live("distributions")) {
            add(sent, posted, posted.line().site());
        }
        for (Posted posted : journal.live("receipts")) {
            if (posted.line().text("source").equals("TRANSFER")) {
                add(got, posted, posted.line().text("origin_clues"));
            }
        }
        findSubstituted(sent, got);
        TreeSet<Shipment.Key> keys = new TreeSet<>(sent.keySet());
        keys.addAll(got.keySet());
        for (Shipment.Key key : keys) {
            List<Posted> sentLines = sent.getOrDefault(key, List.of());
            Optional<Integer> transitDays = Shipment.destination(sentLines)
                    .map(d -> reference.transitDays(key.origin(), d).orElse(defaultTransitDays));
            boolean isSubstituted = substituted.contains(key.shipmentAndClave());
            List<Posted> gotLines = got.getOrDefault(key, List.of());
            all.add(new Shipment(key, sentLines, gotLines, isSubstituted, transitDays, night));
        }
        for (Shipment shipment : all) {
            if (shipment.isReceivedEarly()) {
                receivedEarly.add(shipment.key());
            }
            if (shipment.isSettled()) {
                Settled since = before.map(b -> b.settled.get(shipment.key()))
                        .filter(s -> s.status().equals(shipment.status()))
                        .orElse(new Settled(shipment.status(), night));
                settled.put(shipment.key(), since);
            }
        }
    }

    private static void add(Map<Shipment.Key, List<Posted>> groups, Posted posted, String origin) {
        Line line = posted.line();
        Shipment.Key key = new Shipment.Key(origin, line.text("shipment_no"), line.text("clave"), line.text("lot"));
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(posted);
    }

    /** Claves of a shipment whose totals agree while some lot's quantities differ. */
    private void findSubstituted(Map<Shipment.Key, List<Posted>> sent, Map<Shipment.Key, List<Posted>> got) {
        Map<String, Long> difference = new HashMap<>();
        Set<String> uneven = new HashSet<>();
        TreeSet<Shipment.Key> keys = new TreeSet<>(sent.keySet());
        keys.addAll(got.keySet());
        for (Shipment.Key key : keys) {
            long lot = Shipment.sum(sent.getOrDefault(key, List.of())) - Shipment.sum(got.getOrDefault(key, List.of()));
            difference.merge(key.shipmentAndClave(), lot, Math::addExact);
            if (lot != 0) {
                uneven.add(key.shipmentAndClave());
            }
        }
        // Totals agree and some lot is uneven: both totals are then above 0.
        uneven.stream().filter(c -> Long.valueOf(0).equals(difference.get(c))).forEach(substituted::add);
    }

    List<Shipment> all() {
        return all;
    }

    /** Lots of one shipment and clave. */
    List<Shipment> ofClave(String shipmentAndClave) {
        return all.stream()
                .filter(s -> s.key().shipmentAndClave().equals(shipmentAndClave))
                .toList();
    }

    List<Shipment> ofShipment(String shipment) {
        return all.stream().filter(s -> s.key().shipment().equals(shipment)).toList();
    }

    Set<String> substituted() {
        return substituted;
    }

    boolean isReceivedEarly(Shipment.Key key) {
        return receivedEarly.contains(key);
    }

    /**
     * AMBIGUOUS: what has left and gets a line again is told from all its lines ever; the status that a row took
     * last is remembered although it left.
     */
    List<Shipment> kept() {
        return all.stream().filter(this::isKept).toList();
    }

    private boolean isKept(Shipment shipment) {
        Settled since = settled.get(shipment.key());
        return since == null || !since.on().plusDays(KEPT_DAYS).isBefore(night);
    }

    List<Row> rows() {
        return kept().stream()
                .map(s -> s.row(Optional.ofNullable(settled.get(s.key()))
                        .map(Settled::on)
                        .orElse(null)))
                .toList();
    }
}
