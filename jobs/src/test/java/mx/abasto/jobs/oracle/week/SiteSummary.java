package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mx.abasto.jobs.oracle.Row;
import mx.abasto.jobs.oracle.week.WeekReference.Item;
import mx.abasto.jobs.oracle.week.WeekReference.Site;
import org.jspecify.annotations.Nullable;

/** One row per site of a week (contract section 7). */
final class SiteSummary {

    private record Pair(LocalDate night, String extract) {}

    private final Lake lake;
    private final WeekReference reference;
    private final Week week;
    private final int revision;
    private final Map<String, List<Row>> inventory = new TreeMap<>();

    SiteSummary(Lake lake, WeekReference reference, Week week, int revision, List<Row> keyInventory) {
        this.lake = lake;
        this.reference = reference;
        this.week = week;
        this.revision = revision;
        keyInventory.forEach(row -> inventory
                .computeIfAbsent(String.valueOf(row.get("clues")), clues -> new ArrayList<>())
                .add(row));
    }

    List<Row> rows() {
        Set<String> sites = new TreeSet<>(inventory.keySet());
        reference.sites().forEach(site -> {
            if (site.isActiveIn(week)) {
                sites.add(site.clues());
            }
        });
        lake.of(week).forEach(night -> night.rows("extracts").forEach(row -> sites.add(row.name("clues"))));
        lastNight()
                .openDiscrepancies()
                .map(found -> found.text("clues"))
                .filter(Objects::nonNull)
                .forEach(sites::add);
        return sites.stream().map(this::row).toList();
    }

    private Row row(String clues) {
        Optional<Site> site = reference.site(clues);
        Row row = new Row()
                .with("week", week.name())
                .with("week_start", week.start())
                .with("week_end", week.end())
                .with("revision", revision)
                .with("clues", clues)
                .with("site_name", site.map(Site::name).orElse(null))
                .with("kind", site.map(Site::kind).orElse(null))
                .with("state", site.map(Site::state).orElse(null))
                .with("region", site.map(Site::region).orElse(null));
        List<Row> rows = inventory.getOrDefault(clues, List.of());
        addClaves(row, clues, rows);
        addSums(row, rows);
        addAccuracy(row, clues);
        addExtracts(row, clues);
        row.with(
                "nights_reported",
                lake.of(week).stream().filter(n -> n.reports(clues)).count());
        for (String severity : List.of("CRITICAL", "HIGH", "MEDIUM", "LOW")) {
            row.with(
                    "open_" + severity.toLowerCase(Locale.ROOT),
                    lastNight()
                            .openDiscrepancies()
                            .filter(found -> found.is("clues", clues) && found.is("severity", severity))
                            .count());
        }
        return row;
    }

    private Night lastNight() {
        return lake.night(week.end()).orElseThrow();
    }

    private void addClaves(Row row, String clues, List<Row> rows) {
        Set<String> assortment = reference.assortment(clues, week).keySet();
        List<Row> authorised = rows.stream()
                .filter(each -> assortment.contains(String.valueOf(each.get("clave"))))
                .toList();
        long out = having(authorised, "OUT");
        long silent = having(authorised, "NOT_REPORTED");
        long available = authorised.size() - out - silent;
        row.with("claves_authorised", authorised.size())
                .with("claves_available", available)
                .with("claves_out", out)
                .with("claves_low", having(authorised, "LOW"))
                .with("claves_over", having(authorised, "OVER"))
                .with("claves_not_reported", silent)
                .with("availability", Rate.of(BigInteger.valueOf(available), BigInteger.valueOf(authorised.size()), 4));
    }

    private static long having(List<Row> rows, String status) {
        return rows.stream()
                .filter(row -> status.equals(row.get("stock_status")))
                .count();
    }

    private void addSums(Row row, List<Row> rows) {
        BigDecimal prescribed = orZero(KeySummary.sum(rows, "prescribed"));
        BigDecimal filled = orZero(KeySummary.sum(rows, "filled"));
        List<BigDecimal> expired = new ArrayList<>();
        for (Row each : rows) {
            BigDecimal price = reference
                    .item(String.valueOf(each.get("clave")))
                    .map(Item::unitPrice)
                    .orElse(null);
            if (price != null) {
                expired.add(price.multiply(new BigDecimal(String.valueOf(each.get("expired")))));
            }
        }
        row.with("prescribed", prescribed)
                .with("filled", filled)
                .with("fill_rate", Rate.of(filled, prescribed, 4))
                .with("value", KeySummary.sum(rows, "value"))
                .with("expired_value", Rate.sum(expired));
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** Of each cell that was counted in the week, the last count. */
    private void addAccuracy(Row row, String clues) {
        Map<List<String>, BigInteger> variances = new HashMap<>();
        for (Night night : lake.of(week)) {
            night.rows("stock_balance").stream()
                    .filter(cell -> cell.is("clues", clues) && cell.number("counted") != null)
                    .forEach(cell ->
                            variances.put(List.of(cell.name("clave"), cell.name("lot")), cell.pieces("variance")));
        }
        long equal = variances.values().stream().filter(v -> v.signum() == 0).count();
        row.with("cells_counted", variances.size())
                .with("cells_equal", equal)
                .with(
                        "inventory_accuracy",
                        Rate.of(BigInteger.valueOf(equal), BigInteger.valueOf(variances.size()), 4));
    }

    private void addExtracts(Row row, String clues) {
        Set<Pair> expected = new HashSet<>();
        for (Night night : lake.of(week)) {
            reference
                    .expectedOn(night.date())
                    .getOrDefault(clues, Set.of())
                    .forEach(extract -> expected.add(new Pair(night.date(), extract)));
        }
        Set<Pair> onTime = new HashSet<>();
        Set<Pair> delivered = new HashSet<>();
        for (Night night : lake.of(week)) {
            night.rows("extracts").stream()
                    .filter(each -> each.is("clues", clues) && each.is("status", "DELIVERED"))
                    .forEach(each -> onTime.add(new Pair(night.date(), each.name("extract"))));
            night.rows("files").stream()
                    .filter(file -> file.is("status", "LATE") || file.is("status", "EMPTY"))
                    .filter(file -> lake.coverage().sites(night, file).contains(clues))
                    .forEach(file -> delivered.add(new Pair(file.date("delivered_for"), file.name("extract"))));
        }
        onTime.retainAll(expected);
        delivered.retainAll(expected);
        delivered.addAll(onTime);
        row.with("extracts_expected", expected.size())
                .with("extracts_delivered", delivered.size())
                .with("extracts_on_time", onTime.size());
    }
}
