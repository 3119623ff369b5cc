package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shipments whose lines count at the close of a night, and since when each has been settled (dataset
 * `shipments`).
 */
final class Shipments {

    private record Settled(String status, LocalDate on) {}

    private final LocalDate night;
    private final Journal journal;
    private final Reference reference;
    private final int defaultTransitDays;
    private final List<Shipment> all = new ArrayList<>();
    private final List<Shipment> listed = new ArrayList<>();
    private final Map<Shipment.Key, Settled> settled = new HashMap<>();
    private final Set<DocumentKey> substituted = new HashSet<>();
    private final Set<Shipment.Key> receivedEarly = new HashSet<>();
    private final Set<DocumentKey> newlySubstituted = new HashSet<>();
    private final Set<Shipment.Key> newlyReceivedEarly = new HashSet<>();

    /** @param before last night's; what a document that is known was then is where tonight's lines take it up */
    Shipments(
            LocalDate night, Journal journal, Reference reference, int defaultTransitDays, Optional<Shipments> before) {
        this.night = night;
        this.journal = journal;
        this.reference = reference;
        this.defaultTransitDays = defaultTransitDays;
        for (Document document : journal.documents(DocumentKey.Kind.SHIPMENT)) {
            addRows(document, before.filter(b -> journal.isKnown(document.key(), night)));
        }
        all.sort(Comparator.comparing(Shipment::key));
        Set<DocumentKey> open = all.stream()
                .filter(s -> !s.isSettled())
                .map(s -> s.key().document())
                .collect(Collectors.toSet());
        for (Shipment shipment : all) {
            DocumentKey document = shipment.key().document();
            if (open.contains(document) || journal.isNamed(document, night)) {
                listed.add(shipment);
            }
        }
    }

    private void addRows(Document document, Optional<Shipments> before) {
        Map<String, List<Posted>> sent = byLot(document.inForce("distributions"));
        Map<String, List<Posted>> got = byLot(document.inForce("receipts"));
        boolean isSubstituted = isSubstituted(sent, got);
        if (isSubstituted) {
            substituted.add(document.key());
            if (before.filter(b -> b.substituted.contains(document.key())).isEmpty()) {
                newlySubstituted.add(document.key());
            }
        }
        TreeSet<String> lots = new TreeSet<>(sent.keySet());
        lots.addAll(got.keySet());
        for (String lot : lots) {
            Shipment.Key key = new Shipment.Key(document.key(), lot);
            List<Posted> sentLines = sent.getOrDefault(lot, List.of());
            List<Posted> gotLines = got.getOrDefault(lot, List.of());
            Optional<LocalDate> dueOn =
                    dueOn(sentLines.stream().map(Posted::line).toList());
            Shipment shipment = new Shipment(key, sentLines, gotLines, isSubstituted, dueOn, night);
            all.add(shipment);
            if (shipment.isReceivedEarly()) {
                receivedEarly.add(key);
                if (before.filter(b -> b.receivedEarly.contains(key)).isEmpty()) {
                    newlyReceivedEarly.add(key);
                }
            }
            if (shipment.isSettled()) {
                settled.put(
                        key,
                        before.map(b -> b.settled.get(key))
                                .filter(s -> s.status().equals(shipment.status()))
                                .orElse(new Settled(shipment.status(), night)));
            }
        }
    }

    private static Map<String, List<Posted>> byLot(List<Posted> lines) {
        Map<String, List<Posted>> lots = new TreeMap<>();
        lines.forEach(p -> lots.computeIfAbsent(p.line().text("lot"), l -> new ArrayList<>())
                .add(p));
        return lots;
    }

    /** Shipped = received > 0 in total, and some lot's quantities differ. */
    private static boolean isSubstituted(Map<String, List<Posted>> sent, Map<String, List<Posted>> got) {
        long shipped = sent.values().stream().mapToLong(Shipment::sum).sum();
        long received = got.values().stream().mapToLong(Shipment::sum).sum();
        TreeSet<String> lots = new TreeSet<>(sent.keySet());
        lots.addAll(got.keySet());
        return shipped == received
                && shipped > 0
                && lots.stream()
                        .anyMatch(lot -> Shipment.sum(sent.getOrDefault(lot, List.of()))
                                != Shipment.sum(got.getOrDefault(lot, List.of())));
    }

    /** When the lines of one lot that were sent should be received; empty where there are none. */
    private Optional<LocalDate> dueOn(List<Line> sent) {
        Optional<LocalDate> shippedOn = sent.stream().map(Line::eventDate).min(Comparator.naturalOrder());
        return shippedOn.map(day -> {
            Line first = sent.stream().min(Shipment.FIRST_SENT).orElseThrow();
            int days = reference
                    .transitDays(first.site(), first.text("destination_clues"))
                    .orElse(defaultTransitDays);
            return day.plusDays(days);
        });
    }

    /** The latest due_on of all that is known to be sent under a shipment_no, any clave and lot. */
    Optional<LocalDate> latestDueOn(DocumentKey document) {
        Map<String, List<Line>> lots = new HashMap<>();
        for (Line line : journal.knownDistributions(
                document.names().get(0), document.names().get(1))) {
            lots.computeIfAbsent(line.text("clave") + "\n" + line.text("lot"), l -> new ArrayList<>())
                    .add(line);
        }
        return lots.values().stream().flatMap(lines -> dueOn(lines).stream()).max(Comparator.naturalOrder());
    }

    /** Lots of one shipment and clave. */
    List<Shipment> of(DocumentKey document) {
        return all.stream().filter(s -> s.key().document().equals(document)).toList();
    }

    /** Documents that SHP-05 catches tonight for the first time. */
    Set<DocumentKey> newlySubstituted() {
        return newlySubstituted;
    }

    boolean isNewlyReceivedEarly(Shipment.Key key) {
        return newlyReceivedEarly.contains(key);
    }

    /** Rows of each shipment × clave that is open or that a line delivered tonight names. */
    List<Shipment> listed() {
        return listed;
    }

    List<Row> rows() {
        return listed.stream()
                .map(s -> s.row(Optional.ofNullable(settled.get(s.key()))
                        .map(Settled::on)
                        .orElse(null)))
                .toList();
    }
}
