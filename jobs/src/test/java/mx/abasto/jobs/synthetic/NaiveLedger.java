package mx.abasto.jobs.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Folds nights into balances, shipments, orders, prescriptions and lots, the plainest way there is. */
final class NaiveLedger {

    static final LocalDate NEVER = LocalDate.MAX;

    /** One site, clave and lot. */
    static final class Balance {
        long book;
        long inbound;
        long dispensed;

        @Nullable
        Long counted;

        long lastVariance;
    }

    /** One origin, shipment number, clave and lot. */
    static final class Sent {
        String destination = "";
        LocalDate shippedOn = NEVER;
        LocalDate dueOn = NEVER;
        LocalDate firstReceivedOn = NEVER;
        String receiver = "";
        long shipped;
        long received;
        boolean substituted;
        final List<String> receipts = new ArrayList<>();
    }

    /** One order and clave. */
    static final class Ordered {
        String destination = "";
        final Map<LocalDate, Long> schedule = new HashMap<>();
        long ordered;
        long received;
    }

    /** One prescription and clave. */
    static final class Prescribed {
        long prescribed;
        long dispensed;
        final Set<String> sites = new TreeSet<>();
    }

    final Map<String, Balance> balances = new LinkedHashMap<>();
    final Map<String, Sent> shipments = new LinkedHashMap<>();
    final Map<String, Ordered> orders = new LinkedHashMap<>();
    final Map<String, Prescribed> prescriptions = new LinkedHashMap<>();
    final Map<String, Set<String>> expiries = new LinkedHashMap<>();
    final Set<String> opened = new HashSet<>();
    private final Map<String, Integer> transitDays;
    private final int defaultTransitDays;

    NaiveLedger(Map<String, Integer> transitDays, int defaultTransitDays) {
        this.transitDays = transitDays;
        this.defaultTransitDays = defaultTransitDays;
    }

    static String lot(NaiveRow row) {
        return row.text("lot").isEmpty() ? "NO-LOT" : row.text("lot");
    }

    static long pieces(NaiveRow row) {
        return Long.parseLong(row.text("quantity"));
    }

    private Balance balance(NaiveRow row) {
        String key = row.text("clues") + "|" + row.text("clave") + "|" + lot(row);
        return balances.computeIfAbsent(key, cell -> new Balance());
    }

    private Sent sent(String origin, NaiveRow row) {
        String key = origin + "|" + row.text("shipment_no") + "|" + row.text("clave") + "|" + lot(row);
        return shipments.computeIfAbsent(key, line -> new Sent());
    }

    private void nameExpiry(NaiveRow row) {
        if (!row.text("lot").isEmpty() || !row.text("expires_on").isEmpty()) {
            expiries.computeIfAbsent(row.text("clave") + "|" + lot(row), lot -> new TreeSet<>())
                    .add(row.text("expires_on"));
        }
    }

    void fold(NaiveNight night) {
        night.rows("orders").forEach(this::order);
        night.rows("distributions").forEach(this::distribute);
        night.rows("receipts").forEach(this::receive);
        night.rows("dispensations").forEach(this::dispense);
        night.rows("consumptions").forEach(row -> balance(row).book -= pieces(row));
        for (NaiveRow row : night.rows("adjustments")) {
            nameExpiry(row);
            balance(row).book += pieces(row);
            balance(row).inbound += Math.max(0, pieces(row));
        }
        count(night);
    }

    private void order(NaiveRow row) {
        Ordered order = orders.computeIfAbsent(row.text("order_no") + "|" + row.text("clave"), key -> new Ordered());
        order.destination = row.text("destination_clues");
        order.ordered += pieces(row);
        order.schedule.merge(LocalDate.parse(row.text("due_on")), pieces(row), Long::sum);
    }

    private void distribute(NaiveRow row) {
        nameExpiry(row);
        balance(row).book -= pieces(row);
        Sent sent = sent(row.text("clues"), row);
        sent.destination = row.text("destination_clues");
        sent.shipped += pieces(row);
        sent.shippedOn = LocalDate.parse(row.text("shipped_on"));
        int days = transitDays.getOrDefault(row.text("clues") + "|" + sent.destination, defaultTransitDays);
        sent.dueOn = sent.shippedOn.plusDays(days);
    }

    private void receive(NaiveRow row) {
        nameExpiry(row);
        balance(row).book += pieces(row);
        balance(row).inbound += pieces(row);
        if (row.text("source").equals("TRANSFER")) {
            Sent sent = sent(row.text("origin_clues"), row);
            sent.received += pieces(row);
            sent.receipts.add(row.text("clues") + " " + row.text("receipt_no") + " " + pieces(row));
            if (sent.firstReceivedOn.equals(NEVER)) {
                sent.firstReceivedOn = LocalDate.parse(row.text("received_on"));
                sent.receiver = row.text("clues");
            }
        } else if (!row.text("order_no").isEmpty()) {
            Ordered order =
                    orders.computeIfAbsent(row.text("order_no") + "|" + row.text("clave"), key -> new Ordered());
            order.received += pieces(row);
        }
    }

    private void dispense(NaiveRow row) {
        long dispensed = Long.parseLong(row.text("dispensed_quantity"));
        if (dispensed > 0) {
            balance(row).book -= dispensed;
            balance(row).dispensed += dispensed;
        }
        String key = row.text("prescription_no") + "|" + row.text("clave");
        Prescribed prescribed = prescriptions.computeIfAbsent(key, line -> new Prescribed());
        prescribed.prescribed = Math.max(prescribed.prescribed, Long.parseLong(row.text("prescribed_quantity")));
        prescribed.dispensed += dispensed;
        if (dispensed > 0) {
            prescribed.sites.add(row.text("clues"));
        }
    }

    private void count(NaiveNight night) {
        Map<String, Long> counts = new HashMap<>();
        for (NaiveRow row : night.rows("stock")) {
            nameExpiry(row);
            balance(row);
            counts.put(row.text("clues") + "|" + row.text("clave") + "|" + lot(row), pieces(row));
        }
        Set<String> opening = new HashSet<>();
        balances.forEach((key, balance) -> {
            String clues = key.substring(0, key.indexOf('|'));
            if (!night.hasDelivered(clues, "stock")) {
                balance.counted = null;
                return;
            }
            long counted = counts.getOrDefault(key, 0L);
            if (!opened.contains(clues)) {
                opening.add(clues);
                balance.inbound += Math.max(0, counted - balance.book);
                balance.book = counted;
            }
            balance.counted = counted;
            balance.lastVariance = counted - balance.book;
        });
        opened.addAll(opening);
    }
}
