package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One order_no × clave, from all current order lines and supplier receipts (dataset `orders`). */
record Order(String orderNo, String clave, List<Line> lines, List<Line> receipts, LocalDate night) {

    static final int KEPT_DAYS = 400;

    static List<Order> all(Journal journal, LocalDate night) {
        Map<String, List<Line>> ordered = new TreeMap<>();
        Map<String, List<Line>> received = new TreeMap<>();
        for (Posted posted : journal.live("orders")) {
            put(ordered, posted.line());
        }
        for (Posted posted : journal.live("receipts")) {
            Line line = posted.line();
            if (line.text("source").equals("SUPPLIER") && line.textOrNull("order_no") != null) {
                put(received, line);
            }
        }
        TreeMap<String, List<Line>> keys = new TreeMap<>(received);
        keys.putAll(ordered);
        List<Order> orders = new ArrayList<>();
        keys.forEach((key, some) -> orders.add(new Order(
                some.get(0).text("order_no"),
                some.get(0).text("clave"),
                ordered.getOrDefault(key, List.of()),
                received.getOrDefault(key, List.of()),
                night)));
        return orders;
    }

    private static void put(Map<String, List<Line>> groups, Line line) {
        String key = line.text("order_no") + "\n" + line.text("clave");
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }

    private Optional<Line> firstLine() {
        return lines.stream()
                .min(Comparator.comparing((Line l) -> l.number("line_no")).thenComparing(Line::eventDate));
    }

    @Nullable
    String destination() {
        return firstLine().map(l -> l.text("destination_clues")).orElse(null);
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

    boolean isKept() {
        boolean isOld =
                lastReceivedOn().map(d -> d.plusDays(KEPT_DAYS).isBefore(night)).orElse(false);
        return !(status().equals("CLOSED") && isOld);
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
                .with("order_no", orderNo)
                .with("clave", clave)
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
