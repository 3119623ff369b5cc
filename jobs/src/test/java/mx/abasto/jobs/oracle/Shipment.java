package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One origin × shipment_no × clave × lot at the close of a night, from the lines of both sides that count.
 *
 * @param isSubstituted its clave's totals agree and lots do not
 * @param dueOn empty where nothing was sent
 */
record Shipment(
        Key key,
        List<Posted> sent,
        List<Posted> got,
        boolean isSubstituted,
        Optional<LocalDate> dueOn,
        LocalDate night) {

    /** A shipment × clave, and a lot. */
    record Key(DocumentKey document, String lot) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::origin)
                    .thenComparing(Key::shipmentNo)
                    .thenComparing(Key::clave)
                    .thenComparing(Key::lot)
                    .compare(this, other);
        }

        String origin() {
            return document.names().get(0);
        }

        String shipmentNo() {
            return document.names().get(1);
        }

        String clave() {
            return document.clave();
        }
    }

    static final Comparator<Line> FIRST_RECEIPT =
            Comparator.comparing(Line::eventDate).thenComparing(Line::site);
    static final Comparator<Line> FIRST_SENT =
            Comparator.comparing(Line::eventDate).thenComparing(l -> l.text("destination_clues"));

    @Nullable
    String destination() {
        return sent.stream()
                .map(Posted::line)
                .min(FIRST_SENT)
                .map(l -> l.text("destination_clues"))
                .orElse(null);
    }

    @Nullable
    String receiver() {
        return got.stream().map(Posted::line).min(FIRST_RECEIPT).map(Line::site).orElse(null);
    }

    Optional<LocalDate> shippedOn() {
        return sent.stream().map(p -> p.line().eventDate()).min(Comparator.naturalOrder());
    }

    Optional<LocalDate> firstReceivedOn() {
        return got.stream().map(p -> p.line().eventDate()).min(Comparator.naturalOrder());
    }

    long shipped() {
        return sum(sent);
    }

    long received() {
        return sum(got);
    }

    static long sum(List<Posted> lines) {
        return lines.stream().mapToLong(p -> p.line().number("quantity")).sum();
    }

    String status() {
        if (received() == shipped()) {
            return "SETTLED";
        }
        if (isSubstituted) {
            return "SUBSTITUTED";
        }
        if (sent.isEmpty()) {
            return "UNMATCHED";
        }
        if (received() > shipped()) {
            return "OVER";
        }
        if (!night.isAfter(dueOn.orElseThrow())) {
            return "IN_TRANSIT";
        }
        return received() == 0 ? "OVERDUE" : "SHORT";
    }

    boolean isSettled() {
        return status().equals("SETTLED") || status().equals("SUBSTITUTED");
    }

    boolean isReceivedEarly() {
        return !sent.isEmpty()
                && firstReceivedOn()
                        .map(d -> d.isBefore(shippedOn().orElseThrow()))
                        .orElse(false);
    }

    Row row(@Nullable LocalDate settledOn) {
        return new Row()
                .with("origin_clues", key.origin())
                .with("shipment_no", key.shipmentNo())
                .with("clave", key.clave())
                .with("lot", key.lot())
                .with("destination_clues", destination())
                .with("received_clues", receiver())
                .with("shipped_on", shippedOn().orElse(null))
                .with("due_on", dueOn.orElse(null))
                .with("first_received_on", firstReceivedOn().orElse(null))
                .with("shipped", shipped())
                .with("received", received())
                .with("settled_on", settledOn)
                .with("status", status());
    }
}
