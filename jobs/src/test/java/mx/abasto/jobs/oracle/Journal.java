package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every line ever accepted and every movement ever posted; which lines and documents are known on a night (contract
 * section 2, "Known, and delivered again"). Each night begins with {@link #begin} and ends with {@link #list}.
 */
final class Journal {

    /** What a delivered line was. */
    enum Taken {
        NEW,
        CORRECTION,
        DUPLICATE
    }

    private final int windowNights;
    private final List<Posted> all = new ArrayList<>();
    private final Map<String, LineHistory> known = new LinkedHashMap<>();
    private final Map<DocumentKey, Document> documents = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    Journal(int windowNights) {
        this.windowNights = windowNights;
    }

    NightWindow window(LocalDate night) {
        return new NightWindow(night, windowNights);
    }

    /** Forgets the lines and documents that are not known on this night. */
    void begin(LocalDate night) {
        NightWindow window = window(night);
        known.values().removeIf(line -> !isKnown(line, window));
        documents.values().stream()
                .filter(document -> !document.isListedWithin(window))
                .forEach(Document::forgetLines);
    }

    private boolean isKnown(LineHistory line, NightWindow window) {
        boolean isOfKnownDocument = line.document()
                .map(key -> document(key))
                .filter(document -> document.has(line) && document.isListedWithin(window))
                .isPresent();
        return isOfKnownDocument || line.isDeliveredWithin(window);
    }

    /** Takes one line of a file that is read. */
    Taken accept(Line line, LocalDate night) {
        name(line, night);
        LineHistory history = known.get(line.key());
        boolean isNew = history == null;
        if (history == null) {
            history = new LineHistory();
            known.put(line.key(), history);
        } else if (history.current().line().hasContentOf(line)) {
            redeliver(line, night);
            return Taken.DUPLICATE;
        } else {
            Posted replaced = history.current();
            name(replaced.line(), night);
            replaced.movementInForce().ifPresent(m -> movements.add(m.reversedBy(line, night)));
            replaced.supersede();
        }
        Posted posted = new Posted(line, night);
        posted.movement().ifPresent(movements::add);
        all.add(posted);
        history.add(posted);
        history.deliver(night);
        join(history);
        return isNew ? Taken.NEW : Taken.CORRECTION;
    }

    /** One line of a file whose bytes are known, or a duplicate: it makes what is known of it known anew. */
    void redeliver(Line line, LocalDate night) {
        name(line, night);
        LineHistory history = known.get(line.key());
        if (history != null) {
            history.deliver(night);
            if (history.document().equals(DocumentKey.of(line))) {
                join(history);
            }
        }
    }

    private void name(Line line, LocalDate night) {
        DocumentKey.of(line).ifPresent(key -> document(key).name(night));
    }

    private void join(LineHistory history) {
        history.document().ifPresent(key -> document(key).add(history));
    }

    private Document document(DocumentKey key) {
        return documents.computeIfAbsent(key, Document::new);
    }

    /**
     * On the night of the first order line ever, the known receipts of all orders count too; before it, no order is
     * looked at.
     */
    void beginOrders(LocalDate night) {
        Optional<LocalDate> first = all.stream()
                .filter(p -> p.line().extract().equals("orders"))
                .map(Posted::night)
                .findFirst();
        if (first.filter(night::equals).isPresent()) {
            known.values().stream()
                    .filter(line -> line.document()
                            .filter(key -> key.kind() == DocumentKey.Kind.ORDER)
                            .isPresent())
                    .forEach(this::join);
        }
    }

    boolean isAnyOrderDelivered() {
        return all.stream().anyMatch(p -> p.line().extract().equals("orders"));
    }

    /** Documents that have lines, of one kind, in no particular order. */
    List<Document> documents(DocumentKey.Kind kind) {
        return documents.values().stream().filter(d -> d.key().kind() == kind).toList();
    }

    boolean isKnown(DocumentKey key, LocalDate night) {
        return document(key).isListedWithin(window(night));
    }

    boolean isNamed(DocumentKey key, LocalDate night) {
        return document(key).isNamedOn(night);
    }

    /** Section 5 lists this document on this night. */
    void list(DocumentKey key, LocalDate night) {
        document(key).list(night);
    }

    /** Known distribution lines in force of one shipment, of any clave and lot. */
    List<Line> knownDistributions(String origin, String shipmentNo) {
        return known.values().stream()
                .map(LineHistory::current)
                .filter(Posted::isLive)
                .map(Posted::line)
                .filter(l -> l.extract().equals("distributions"))
                .filter(l -> l.site().equals(origin) && l.text("shipment_no").equals(shipmentNo))
                .toList();
    }

    void post(Movement movement) {
        movements.add(movement);
    }

    /** Versions of an extract's lines that were accepted on a night and not replaced on it. */
    List<Posted> accepted(String extract, LocalDate night) {
        return all.stream()
                .filter(p -> p.night().equals(night) && p.line().extract().equals(extract) && p.isLive())
                .toList();
    }

    /** Every version ever accepted. */
    List<Posted> all() {
        return all;
    }

    List<Movement> movements() {
        return List.copyOf(movements);
    }

    List<Movement> movementsOf(LocalDate night) {
        return movements.stream().filter(m -> m.postingDate().equals(night)).toList();
    }
}
