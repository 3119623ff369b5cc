package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reference folder of contract section 1, as far as the night needs it. */
final class Reference {

    record Site(
            String clues,
            String kind,
            @Nullable LocalDate activeFrom,
            @Nullable LocalDate activeTo) {

        boolean isActiveOn(LocalDate day) {
            return (activeFrom == null || !day.isBefore(activeFrom)) && (activeTo == null || !day.isAfter(activeTo));
        }

        boolean isUnit() {
            return kind.equals("HOSPITAL") || kind.equals("HEALTH_CENTRE");
        }
    }

    record Item(String clave, String group, @Nullable BigDecimal unitPrice, long tolerance) {}

    record Recall(String clave, String lot, LocalDate effectiveOn) {}

    private final Map<String, Site> sites = new TreeMap<>();
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, Integer> transitDays = new HashMap<>();
    private final Map<String, Set<String>> expected = new TreeMap<>();
    private final List<Recall> recalls = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();

    private final Path folder;

    private Reference(Path folder) {
        this.folder = folder;
    }

    static Reference read(Path folder) throws IOException {
        Reference reference = new Reference(folder);
        for (Map<String, String> row : Table.read(folder.resolve("aliases.csv")).rows()) {
            reference.aliases.put(value(row, "alias"), value(row, "clues"));
        }
        for (Map<String, String> row : Table.read(folder.resolve("sites.csv")).rows()) {
            String clues = value(row, "clues");
            reference.sites.put(
                    clues, new Site(clues, value(row, "kind"), day(row, "active_from"), day(row, "active_to")));
        }
        for (Map<String, String> row :
                Table.read(folder.resolve("catalogue.csv")).rows()) {
            String price = value(row, "unit_price");
            String tolerance = value(row, "tolerance");
            Item item = new Item(
                    value(row, "clave"),
                    value(row, "group"),
                    price.isEmpty() ? null : new BigDecimal(price),
                    tolerance.isEmpty() ? 0 : Long.parseLong(tolerance));
            reference.items.put(item.clave(), item);
        }
        for (Map<String, String> row : Table.read(folder.resolve("routes.csv")).rows()) {
            String route = reference.replaced(value(row, "origin_clues"))
                    + ">"
                    + reference.replaced(value(row, "destination_clues"));
            reference.transitDays.put(route, Integer.valueOf(value(row, "transit_days")));
        }
        for (Map<String, String> row :
                Table.read(folder.resolve("expected.csv")).rows()) {
            reference
                    .expected
                    .computeIfAbsent(reference.replaced(value(row, "clues")), c -> new TreeSet<>())
                    .add(value(row, "extract"));
        }
        for (Map<String, String> row : Table.read(folder.resolve("recalls.csv")).rows()) {
            LocalDate effectiveOn = LocalDate.parse(value(row, "effective_on"));
            reference.recalls.add(new Recall(value(row, "clave"), value(row, "lot"), effectiveOn));
        }
        return reference;
    }

    /** Before the form of a CLUES is checked. AMBIGUOUS: sites.csv names the sites themselves: not replaced there. */
    String replaced(String clues) {
        return aliases.getOrDefault(clues, clues);
    }

    /** What a file of two columns, text and value, says for a text; the text itself where it says nothing. */
    String lookedUp(String file, String text) {
        try {
            for (Map<String, String> row : Table.read(folder.resolve(file)).rows()) {
                List<String> cells = List.copyOf(row.values());
                if (cells.get(0).equals(text)) {
                    return cells.get(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    Optional<Site> site(String clues) {
        return Optional.ofNullable(sites.get(clues));
    }

    Iterable<Site> sites() {
        return sites.values();
    }

    Optional<Item> item(String clave) {
        return Optional.ofNullable(items.get(clave));
    }

    long tolerance(String clave) {
        return item(clave).map(Item::tolerance).orElse(0L);
    }

    Optional<Integer> transitDays(String origin, String destination) {
        return Optional.ofNullable(transitDays.get(origin + ">" + destination));
    }

    /** When the first alert about this lot takes effect. */
    Optional<LocalDate> recalledFrom(String clave, String lot) {
        return recalls.stream()
                .filter(r -> r.clave().equals(clave) && r.lot().equals(lot))
                .map(Recall::effectiveOn)
                .min(LocalDate::compareTo);
    }

    /** Which extracts each site must deliver on a day. */
    Map<String, Set<String>> expectedOn(LocalDate day) {
        Map<String, Set<String>> all = new TreeMap<>();
        sites.values().stream()
                .filter(s -> s.isActiveOn(day))
                .forEach(s -> all.put(s.clues(), expected.getOrDefault(s.clues(), byKind(s.kind()))));
        // AMBIGUOUS: a site that expected.csv names and sites.csv does not must deliver too; it has no active dates.
        expected.forEach((clues, extracts) -> {
            if (!sites.containsKey(clues)) {
                all.put(clues, extracts);
            }
        });
        return all;
    }

    private static Set<String> byKind(String kind) {
        return switch (kind) {
            case "CENTRAL_WAREHOUSE", "STATE_WAREHOUSE" -> Set.of("receipts", "distributions", "adjustments", "stock");
            case "HOSPITAL" -> Set.of("receipts", "dispensations", "consumptions", "adjustments", "stock");
            case "HEALTH_CENTRE" -> Set.of("receipts", "dispensations", "adjustments", "stock");
            default -> Set.of();
        };
    }

    private static @Nullable LocalDate day(Map<String, String> row, String column) {
        String text = value(row, column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
