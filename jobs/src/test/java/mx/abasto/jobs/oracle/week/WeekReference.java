package mx.abasto.jobs.oracle.week;

import java.io.IOException;
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
import mx.abasto.jobs.oracle.Table;
import org.jspecify.annotations.Nullable;

/** The reference folder of contract section 1, as far as the week needs it. */
final class WeekReference {

    record Site(
            String clues,
            String name,
            String kind,
            String state,
            @Nullable String region,
            @Nullable LocalDate activeFrom,
            @Nullable LocalDate activeTo) {

        boolean isActiveOn(LocalDate day) {
            return (activeFrom == null || !day.isBefore(activeFrom)) && (activeTo == null || !day.isAfter(activeTo));
        }

        boolean isActiveIn(Week week) {
            return week.start().datesUntil(week.end().plusDays(1)).anyMatch(this::isActiveOn);
        }

        boolean isWarehouse() {
            return kind.endsWith("_WAREHOUSE");
        }
    }

    record Item(
            String clave,
            String description,
            String group,
            @Nullable BigDecimal unitPrice,
            @Nullable String programme) {}

    record Band(@Nullable Integer minDays, @Nullable Integer maxDays) {}

    private record Recall(String clave, String lot, LocalDate effectiveOn) {}

    private static final int TRANSIT_DAYS = 7;

    private final Map<String, Site> sites = new TreeMap<>();
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, Map<String, Band>> assortment = new TreeMap<>();
    private final Map<String, Integer> routes = new HashMap<>();
    private final Map<String, Set<String>> expected = new TreeMap<>();
    private final List<Recall> recalls = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();

    private WeekReference() {}

    static WeekReference read(Path folder) throws IOException {
        WeekReference all = new WeekReference();
        for (Map<String, String> row : rows(folder, "aliases.csv")) {
            all.aliases.put(cell(row, "alias"), cell(row, "clues"));
        }
        for (Map<String, String> row : rows(folder, "sites.csv")) {
            String clues = all.replaced(cell(row, "clues"));
            all.sites.put(
                    clues,
                    new Site(
                            clues,
                            cell(row, "name"),
                            cell(row, "kind"),
                            cell(row, "state"),
                            optional(row, "region"),
                            day(row, "active_from"),
                            day(row, "active_to")));
        }
        for (Map<String, String> row : rows(folder, "catalogue.csv")) {
            String price = optional(row, "unit_price");
            all.items.put(
                    cell(row, "clave"),
                    new Item(
                            cell(row, "clave"),
                            cell(row, "description"),
                            cell(row, "group"),
                            price == null ? null : new BigDecimal(price),
                            optional(row, "programme")));
        }
        for (Map<String, String> row : rows(folder, "assortment.csv")) {
            all.assortment
                    .computeIfAbsent(all.replaced(cell(row, "scope")), scope -> new TreeMap<>())
                    .put(cell(row, "clave"), new Band(number(row, "min_days"), number(row, "max_days")));
        }
        for (Map<String, String> row : rows(folder, "routes.csv")) {
            all.routes.put(
                    all.replaced(cell(row, "origin_clues")) + ">" + all.replaced(cell(row, "destination_clues")),
                    Integer.valueOf(cell(row, "transit_days")));
        }
        for (Map<String, String> row : rows(folder, "expected.csv")) {
            all.expected
                    .computeIfAbsent(all.replaced(cell(row, "clues")), clues -> new TreeSet<>())
                    .add(cell(row, "extract"));
        }
        for (Map<String, String> row : rows(folder, "recalls.csv")) {
            LocalDate effectiveOn = LocalDate.parse(cell(row, "effective_on"));
            all.recalls.add(new Recall(cell(row, "clave"), cell(row, "lot"), effectiveOn));
        }
        return all;
    }

    /** The CLUES that a former code stands for, in extracts and in the other reference files; else the code itself. */
    String replaced(String clues) {
        return aliases.getOrDefault(clues, clues);
    }

    boolean isRecalledBy(LocalDate day, String clave, String lot) {
        return recalls.stream()
                .filter(recall -> recall.clave().equals(clave) && recall.lot().equals(lot))
                .anyMatch(recall -> !recall.effectiveOn().isAfter(day));
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

    /** The claves that a site is authorised to hold in a week: none unless it is active on a day of it. */
    Map<String, Band> assortment(String clues, Week week) {
        Map<String, Band> claves = new TreeMap<>();
        Optional<Site> site = site(clues).filter(s -> s.isActiveIn(week));
        site.ifPresent(s -> claves.putAll(assortment.getOrDefault(s.kind(), Map.of())));
        site.ifPresent(s -> claves.putAll(assortment.getOrDefault(s.clues(), Map.of())));
        return claves;
    }

    int transitDays(String origin, String destination) {
        return routes.getOrDefault(origin + ">" + destination, TRANSIT_DAYS);
    }

    /** Which extracts each site must deliver on a day. AMBIGUOUS: one that sites.csv does not know, nothing. */
    Map<String, Set<String>> expectedOn(LocalDate day) {
        Map<String, Set<String>> all = new TreeMap<>();
        sites.values().stream()
                .filter(site -> site.isActiveOn(day))
                .forEach(site -> all.put(site.clues(), expected.getOrDefault(site.clues(), byKind(site.kind()))));
        return all;
    }

    private static Set<String> byKind(String kind) {
        return switch (kind) {
            case "CENTRAL_WAREHOUSE", "STATE_WAREHOUSE" -> Set.of("receipts", "distributions", "adjustments", "stock");
            case "HOSPITAL" -> Set.of("receipts", "dispensations", "consumptions", "adjustments", "stock");
            case "HEALTH_CENTRE" -> Set.of("receipts", "dispensations", "adjustments", "stock");
            default -> throw new IllegalArgumentException("a site of kind " + kind);
        };
    }

    private static Iterable<Map<String, String>> rows(Path folder, String file) throws IOException {
        return Table.read(folder.resolve(file)).rows();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static @Nullable String optional(Map<String, String> row, String column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate day(Map<String, String> row, String column) {
        String cell = optional(row, column);
        return cell == null ? null : LocalDate.parse(cell);
    }

    private static @Nullable Integer number(Map<String, String> row, String column) {
        String cell = optional(row, column);
        return cell == null ? null : Integer.valueOf(cell);
    }
}
