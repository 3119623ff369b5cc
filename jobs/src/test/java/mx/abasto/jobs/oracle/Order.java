package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One order_no × clave, from its order lines and supplier receipts that count (dataset `orders`). */
record Order(DocumentKey key, List<Line> lines, List<Line> receipts, LocalDate night) {

    static final int KEPT_DAYS = 400;
    private static final Comparator<Line> FIRST_ORDERED =
            Comparator.comparing(Line::eventDate).thenComparing(l -> l.text("destination_clues"));
    private static final Comparator<Line> FIRST_RECEIVED =
            Comparator.comparing(Line::eventDate).thenComparing(Line::site);

    /** None before the first order line was ever delivered. */
    static List<Order> listed(Journal journal, LocalDate night) {
        if (!journal.isAnyOrderDelivered()) {
            return List.of();
        }
        return journal.documents(DocumentKey.Kind.ORDER).stream()
                .map(d -> new Order(d.key(), lines(d, "orders"), lines(d, "receipts"), night))
                .filter(o -> !o.lines().isEmpty() || !o.receipts().isEmpty())
                .filter(Order::isKept)
                .toList();
    }

    private static List<Line> lines(Document document, String extract) {
        return document.inForce(extract).stream().map(Posted::line).toList();
    }

    String orderNo() {
        return key.names().get(0);
    }

    String clave() {
        return key.clave();
    }

    private Optional<Line> firstLine() {
        return lines.stream().min(FIRST_ORDERED);
    }

    @Nullable
    String destination() {
        return firstLine()
                .map(l -> l.text("destination_clues"))
                .or(() -> receipts.stream().min(FIRST_RECEIVED).map(Line::site))
                .orElse(null);
    }

    private TreeMap<LocalDate, Long> schedule() {
        TreeMap<LocalDate, Long> schedule = new TreeMap<>();
        lines.forEach(l -> schedule.merge(l.date("due_on"), l.number("quantity"), Math::addExact));
        return schedule;
    }

    long ordered() {
        return lines.stream().mapToLong(l -> l.number("quantity")).sum();
    }

    /** What should have come before tonight: the due day itself is not over yet. */
    long due() {
        return schedule().headMap(night).values().stream().mapToLong(q -> q).sum();
    }

    long received() {
        return receipts.stream().mapToLong(l -> l.number("quantity")).sum();
    }

    Optional<LocalDate> firstReceivedOn() {
        return receipts.stream().map(Line::eventDate).min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> lastReceivedOn() {
        return receipts.stream().map(Line::eventDate).max(Comparator.naturalOrder());
    }

    boolean isUnmatched() {
        return lines.isEmpty();
    }

    private String status() {
        return isUnmatched() ? "UNMATCHED" : received() >= ordered() ? "CLOSED" : "OPEN";
    }

    private boolean isKept() {
        boolean isOld =
                lastReceivedOn().map(d -> d.plusDays(KEPT_DAYS).isBefore(night)).orElse(false);
        return status().equals("OPEN") || !isOld;
    }

    Row row() {
        List<Map<String, Object>> entries = new ArrayList<>();
        schedule().forEach((dueOn, quantity) -> {
            Map<String, Object> entry = new java.util.LinkedHashMap<>();
            entry.put("due_on", dueOn);
            entry.put("quantity", quantity);
            entries.add(entry);
        });
        return new Row()
                .with("order_no", orderNo())
                .with("clave", clave())
                .with("destination_clues", destination())
                .with("ordered_on", firstLine().map(Line::eventDate).orElse(null))
                .with("schedule", entries)
                .with("ordered", ordered())
                .with("due", due())
                .with("received", received())
                .with("first_received_on", firstReceivedOn().orElse(null))
                .with("last_received_on", lastReceivedOn().orElse(null))
                .with("status", status());
    }
}
