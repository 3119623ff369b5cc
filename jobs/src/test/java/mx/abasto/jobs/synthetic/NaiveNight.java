package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One night's extracts as delivered: rows that read, rows that do not, and who delivered what. */
final class NaiveNight {

    private static final Map<String, List<String>> KEYS = Map.of(
            "receipts", List.of("clues", "receipt_no", "line_no"),
            "distributions", List.of("clues", "shipment_no", "line_no"),
            "dispensations", List.of("clues", "prescription_no", "line_no", "dispensed_on"),
            "consumptions", List.of("clues", "document_no", "line_no"),
            "adjustments", List.of("clues", "document_no", "line_no"),
            "stock", List.of("clues", "counted_on", "clave", "lot"),
            "orders", List.of("order_no", "line_no"));
    private static final Set<String> OPTIONAL = Set.of(
            "lot",
            "expires_on",
            "origin_clues",
            "shipment_no",
            "order_no",
            "requested_quantity",
            "prescribed_on",
            "service",
            "contract_no");
    private static final Set<String> OUT =
            Set.of("EXPIRED", "DAMAGED", "LOST", "STOLEN", "RECALLED", "RETURNED_TO_SUPPLIER", "DONATED_OUT");
    private static final Set<String> IN = Set.of("FOUND", "DONATED_IN", "RETURNED_BY_PATIENT");

    private final LocalDate date;
    private final Map<String, List<NaiveRow>> rows = new HashMap<>();
    private final Map<String, Integer> quarantined = new LinkedHashMap<>();
    private final Set<String> delivered = new HashSet<>();

    private NaiveNight(LocalDate date) {
        this.date = date;
    }

    static NaiveNight read(Path folder, Set<String> keysSeen) {
        NaiveNight night = new NaiveNight(LocalDate.parse(folder.getFileName().toString()));
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> night.readFile(file, keysSeen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return night;
    }

    private void readFile(Path file, Set<String> keysSeen) {
        String name = file.getFileName().toString();
        String[] parts = name.replace(".csv", "").split("_", -1);
        if (!parts[2].equals(date.toString().replace("-", ""))) {
            throw new IllegalStateException(name + " lies in the folder of " + date);
        }
        delivered.add(parts[1] + " " + parts[0]);
        for (NaiveRow row : NaiveCsv.read(file)) {
            if (!reads(parts[0], row)) {
                quarantined.merge(name, 1, Integer::sum);
            } else {
                if (!parts[0].equals("orders") && !row.text("clues").equals(parts[1])) {
                    throw new IllegalStateException(name + " has a row of another site: " + row);
                }
                StringBuilder key = new StringBuilder(parts[0]);
                NaiveRow.present(KEYS, parts[0])
                        .forEach(column -> key.append('|').append(row.text(column)));
                if (!keysSeen.add(key.toString())) {
                    throw new IllegalStateException(name + " repeats the key " + key);
                }
                rows.computeIfAbsent(parts[0], extract -> new ArrayList<>()).add(row);
            }
        }
    }

    private boolean reads(String extract, NaiveRow row) {
        try {
            for (Map.Entry<String, String> cell : row.cells().entrySet()) {
                if (!readsAs(cell.getKey(), cell.getValue())) {
                    return false;
                }
            }
            if (extract.equals("adjustments")) {
                long quantity = Long.parseLong(row.text("quantity"));
                String reason = row.text("reason");
                boolean known = OUT.contains(reason) || IN.contains(reason) || reason.equals("RECOUNT");
                return known && quantity != 0 && (quantity > 0 ? !OUT.contains(reason) : !IN.contains(reason));
            }
            if (extract.equals("receipts") && row.text("source").equals("TRANSFER")) {
                return !row.text("origin_clues").isEmpty()
                        && !row.text("shipment_no").isEmpty();
            }
            String quantity = row.text(row.columns().contains("quantity") ? "quantity" : "dispensed_quantity");
            long least = extract.equals("stock") || extract.equals("dispensations") ? 0 : 1;
            return Long.parseLong(quantity) >= least;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    private boolean readsAs(String column, String value) {
        if (value.isEmpty()) {
            return OPTIONAL.contains(column);
        }
        if (column.endsWith("_on")) {
            LocalDate day = LocalDate.parse(value);
            boolean future = column.equals("expires_on") || column.equals("due_on");
            return (future || !day.isAfter(date)) && (!column.equals("counted_on") || day.equals(date));
        }
        if (column.equals("line_no") || column.endsWith("quantity")) {
            Long.parseLong(value);
        }
        return switch (column) {
            case "clave" -> value.matches("\\d{3}\\.\\d{3}\\.\\d{4}(\\.\\d{2})?");
            case "clues", "origin_clues", "destination_clues" -> value.matches("[A-Z]{5}\\d{6}");
            case "source" -> value.equals("SUPPLIER") || value.equals("TRANSFER");
            default -> true;
        };
    }

    LocalDate date() {
        return date;
    }

    List<NaiveRow> rows(String extract) {
        return rows.getOrDefault(extract, List.of());
    }

    Map<String, Integer> quarantined() {
        return quarantined;
    }

    boolean hasDelivered(String clues, String extract) {
        return delivered.contains(clues + " " + extract);
    }
}
