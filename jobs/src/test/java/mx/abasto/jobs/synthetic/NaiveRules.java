package mx.abasto.jobs.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.abasto.jobs.synthetic.NaiveLedger.Balance;
import mx.abasto.jobs.synthetic.NaiveLedger.Ordered;
import mx.abasto.jobs.synthetic.NaiveLedger.Prescribed;
import mx.abasto.jobs.synthetic.NaiveLedger.Sent;

/**
 * Contract section 6 read as plainly as it is written, every rule of it, over one night's state.
 * A listing maps {@code rule|clues|counterpart|clave|lot|document} to {@code expected/actual}.
 */
final class NaiveRules {

    private static final int GRACE_DAYS = 1;

    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> tolerances = new HashMap<>();
    private final Map<String, LocalDate> recalls = new HashMap<>();
    private final NaiveLedger ledger;
    private Map<String, String> before = Map.of();
    private Map<String, String> listed = new LinkedHashMap<>();

    NaiveRules(Path reference) {
        NaiveCsv.read(reference.resolve("sites.csv")).forEach(row -> kinds.put(row.text("clues"), row.text("kind")));
        NaiveCsv.read(reference.resolve("catalogue.csv"))
                .forEach(row -> tolerances.put(row.text("clave"), Integer.valueOf(row.text("tolerance"))));
        NaiveCsv.read(reference.resolve("recalls.csv"))
                .forEach(row -> recalls.put(
                        row.text("clave") + "|" + row.text("lot"), LocalDate.parse(row.text("effective_on"))));
        Map<String, Integer> transitDays = new HashMap<>();
        NaiveCsv.read(reference.resolve("routes.csv"))
                .forEach(row -> transitDays.put(
                        row.text("origin_clues") + "|" + row.text("destination_clues"),
                        Integer.valueOf(row.text("transit_days"))));
        ledger = new NaiveLedger(transitDays, 7);
    }

    static boolean isEvent(String rule) {
        return Set.of("EXT-04", "SHP-05", "SHP-06", "SHP-07", "SHP-09", "DSP-02", "DSP-03", "DSP-05")
                .contains(rule);
    }

    Map<String, String> apply(NaiveNight night) {
        ledger.fold(night);
        before = listed;
        listed = new LinkedHashMap<>();
        listExtracts(night);
        listUnknown();
        listSubstituted();
        ledger.shipments.forEach((key, sent) -> listShipment(key.split("\\|"), sent, night.date()));
        ledger.balances.forEach((key, balance) -> listBalance(key, balance, night.date()));
        listLots();
        listDispensations(night);
        ledger.orders.forEach((key, order) -> listOrder(key.split("\\|"), order, night.date()));
        return listed;
    }

    private void list(String rule, String who, String what, String document, long expected, long actual) {
        listed.put(rule + "|" + who + "|" + what + "|" + document, expected + "/" + actual);
    }

    private void listExtracts(NaiveNight night) {
        kinds.forEach((clues, kind) -> {
            for (String extract : expected(kind)) {
                if (!night.hasDelivered(clues, extract)) {
                    list("EXT-01", clues + "|", "|", extract, 1, 0);
                }
            }
        });
        night.quarantined().forEach((file, rows) -> list("EXT-04", file.split("_", -1)[1] + "|", "|", file, 0, rows));
    }

    private static List<String> expected(String kind) {
        return switch (kind) {
            case "HOSPITAL" -> List.of("receipts", "dispensations", "consumptions", "adjustments", "stock");
            case "HEALTH_CENTRE" -> List.of("receipts", "dispensations", "adjustments", "stock");
            default -> List.of("receipts", "distributions", "adjustments", "stock");
        };
    }

    private void listUnknown() {
        Set<String> claves = new HashSet<>();
        Set<String> sites = new HashSet<>(kinds.keySet());
        ledger.balances.keySet().forEach(key -> claves.add(key.split("\\|")[1]));
        ledger.balances.keySet().forEach(key -> sites.add(key.split("\\|")[0]));
        ledger.shipments.keySet().forEach(key -> sites.add(key.split("\\|")[0]));
        ledger.shipments.values().forEach(sent -> sites.add(sent.destination));
        ledger.orders.values().forEach(order -> sites.add(order.destination));
        sites.remove("");
        claves.stream()
                .filter(clave -> !tolerances.containsKey(clave))
                .forEach(clave -> list("REF-01", "|", clave + "|", "", 0, 0));
        for (String clues : sites) {
            if (!kinds.containsKey(clues)) {
                list("REF-02", clues + "|", "|", "", 0, 0);
            }
            int check = NaiveCheckDigits.STATES.getOrDefault(clues.substring(0, 2), -9);
            int number = Integer.parseInt(clues.substring(5, 10));
            if (check < 0 || (check + 2 + 2 * number) % 7 != clues.charAt(10) - '0') {
                list("REF-03", clues + "|", "|", "", 0, 0);
            }
        }
    }

    private void listSubstituted() {
        Map<String, long[]> totals = new LinkedHashMap<>();
        Map<String, Sent> anyLine = new HashMap<>();
        ledger.shipments.forEach((key, sent) -> {
            String item = key.substring(0, key.lastIndexOf('|'));
            long[] total = totals.computeIfAbsent(item, line -> new long[4]);
            total[0] += sent.shipped;
            total[1] += sent.received;
            total[2] += Math.min(sent.shipped, sent.received);
            total[3] += sent.substituted ? 1 : 0;
            if (!sent.receiver.isEmpty()) {
                anyLine.put(item, sent);
            }
        });
        totals.forEach((item, total) -> {
            if (total[0] == total[1] && total[1] > 0 && total[2] != total[0] && total[3] == 0) {
                String[] parts = item.split("\\|");
                String who = NaiveRow.present(anyLine, item).receiver + "|" + parts[0];
                list("SHP-05", who, parts[2] + "|", parts[1], total[0], total[2]);
                ledger.shipments.forEach(
                        (key, sent) -> sent.substituted |= key.startsWith(item + "|") && sent.shipped != sent.received);
            }
        });
    }

    private void listShipment(String[] key, Sent sent, LocalDate today) {
        String what = key[2] + "|" + key[3];
        String received = sent.receiver + "|" + key[0];
        if (sent.substituted || sent.shipped == sent.received) {
            return;
        }
        if (sent.shipped == 0) {
            boolean known = ledger.shipments.entrySet().stream()
                    .anyMatch(other ->
                            other.getKey().startsWith(key[0] + "|" + key[1] + "|") && other.getValue().shipped > 0);
            if (!known && !today.isBefore(sent.firstReceivedOn.plusDays(GRACE_DAYS))) {
                list("SHP-02", received, what, key[1], 0, sent.received);
            } else if (known) {
                list("SHP-04", received, what, key[1], 0, sent.received);
            }
        } else if (sent.received > sent.shipped) {
            boolean twice =
                    sent.receipts.size() != sent.receipts.stream().distinct().count();
            list(twice ? "SHP-08" : "SHP-04", received, what, key[1], sent.shipped, sent.received);
        } else if (today.isAfter(sent.dueOn)) {
            if (sent.received == 0) {
                list("SHP-01", key[0] + "|" + sent.destination, what, key[1], sent.shipped, 0);
            } else {
                list("SHP-03", received, what, key[1], sent.shipped, sent.received);
            }
        }
        if (!sent.shippedOn.equals(NaiveLedger.NEVER) && !sent.receiver.isEmpty()) {
            if (!sent.receiver.equals(sent.destination)) {
                list("SHP-07", received, what, key[1], 0, 0);
            }
            if (sent.firstReceivedOn.isBefore(sent.shippedOn)) {
                list("SHP-09", received, what, key[1], 0, 0);
            }
        }
    }

    private void listBalance(String key, Balance balance, LocalDate today) {
        String[] parts = key.split("\\|");
        String who = parts[0] + "|";
        String what = parts[1] + "|" + parts[2];
        if (!ledger.opened.contains(parts[0])) {
            return;
        }
        Long counted = balance.counted;
        String variance = "STK-01|" + who + "|" + what + "|";
        String phantom = "STK-03|" + who + "|" + what + "|";
        boolean unentered = balance.inbound == 0;
        boolean dispensed = balance.dispensed > 0 && unentered;
        boolean negative = balance.book < 0 && !dispensed;
        boolean phantoms = counted == null ? before.containsKey(phantom) : counted > 0 && unentered;
        boolean varies = counted == null
                ? before.containsKey(variance)
                : Math.abs(counted - balance.book) > NaiveRow.present(tolerances, parts[1]);
        if (dispensed) {
            list("DSP-01", who, what, "", 0, balance.dispensed);
        }
        if (negative) {
            list("STK-02", who, what, "", 0, balance.book);
        }
        if (phantoms) {
            listed.put(phantom, counted == null ? before.get(phantom) : "0/" + counted);
        }
        if (varies && !dispensed && !negative && !phantoms) {
            listed.put(variance, counted == null ? before.get(variance) : balance.book + "/" + counted);
        }
        String expiry = expiry(parts[1] + "|" + parts[2]);
        if (balance.book > 0 && !expiry.isEmpty() && LocalDate.parse(expiry).isBefore(today)) {
            list("STK-04", who, what, "", 0, balance.book);
        }
    }

    private String expiry(String lot) {
        return ledger.expiries.getOrDefault(lot, Set.of("")).iterator().next();
    }

    private void listLots() {
        Map<String, long[]> lots = new LinkedHashMap<>();
        ledger.balances.forEach((key, balance) -> {
            long[] sums = lots.computeIfAbsent(key.substring(key.indexOf('|') + 1), lot -> new long[3]);
            sums[0] += balance.book + balance.lastVariance;
            sums[1] += balance.book;
            sums[2] += balance.counted == null ? 0 : NaiveRow.present(tolerances, key.split("\\|")[1]);
        });
        ledger.shipments.forEach((key, sent) -> {
            String[] parts = key.split("\\|");
            long[] sums = lots.computeIfAbsent(parts[2] + "|" + parts[3], lot -> new long[3]);
            sums[1] += sent.substituted ? 0 : Math.max(0, sent.shipped - sent.received);
        });
        lots.forEach((lot, sums) -> {
            // Without the tolerance: stricter than the rule.
            if (!lot.endsWith("|NO-LOT") && sums[0] > sums[1]) {
                list("LOT-01", "|", lot, "", sums[1], sums[0]);
            }
        });
        ledger.expiries.forEach((lot, dates) -> {
            // An empty expiry counts too: stricter than LOT-02, and covers SHP-06.
            if (dates.size() > 1) {
                list("LOT-02", "|", lot, "", 1, dates.size());
            }
        });
    }

    private void listDispensations(NaiveNight night) {
        for (NaiveRow row : night.rows("dispensations")) {
            long pieces = Long.parseLong(row.text("dispensed_quantity"));
            String lot = row.text("clave") + "|" + NaiveLedger.lot(row);
            String number = row.text("prescription_no");
            LocalDate date = LocalDate.parse(row.text("dispensed_on"));
            String expiry = expiry(lot);
            if (pieces > 0 && !expiry.isEmpty() && date.isAfter(LocalDate.parse(expiry))) {
                list("DSP-02", row.text("clues") + "|", lot, number, 0, pieces);
            }
            if (pieces > 0 && recalls.containsKey(lot) && !date.isBefore(recalls.get(lot))) {
                list("DSP-05", row.text("clues") + "|", lot, number, 0, pieces);
            }
            Prescribed prescribed = NaiveRow.present(ledger.prescriptions, number + "|" + row.text("clave"));
            if (prescribed.dispensed > prescribed.prescribed) {
                list(
                        "DSP-03",
                        row.text("clues") + "|",
                        row.text("clave") + "|",
                        number,
                        prescribed.prescribed,
                        prescribed.dispensed);
            }
        }
    }

    private void listOrder(String[] key, Ordered order, LocalDate today) {
        long due = order.schedule.entrySet().stream()
                .filter(line -> line.getKey().isBefore(today))
                .mapToLong(Map.Entry::getValue)
                .sum();
        String who = order.destination + "|";
        if (due > order.received) {
            list("ORD-01", who, key[1] + "|", key[0], due, order.received);
        }
        if (order.ordered > 0 && order.received > order.ordered) {
            list("ORD-02", who, key[1] + "|", key[0], order.ordered, order.received);
        }
        if (order.ordered == 0) {
            list("ORD-03", who, key[1] + "|", key[0], 0, order.received);
        }
    }
}
