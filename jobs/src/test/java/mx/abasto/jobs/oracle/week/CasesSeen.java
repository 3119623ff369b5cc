package mx.abasto.jobs.oracle.week;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Row;

/** Which of the cases that matter came up in the lakes, so that agreement is not agreement on nothing. */
final class CasesSeen {

    private record Case(String name, String dataset, Predicate<Row> isSeen) {}

    private static final List<Case> CASES = Stream.of(
                    Stream.of("NOT_REPORTED", "OUT", "NO_DEMAND", "LOW", "OVER", "OPTIMAL")
                            .map(status ->
                                    new Case(status, "key_inventory", row -> status.equals(row.get("stock_status")))),
                    Stream.of("prior_period", "in_transit", "variance", "expired", "expiring_30", "open_discrepancies")
                            .map(column -> new Case(column, "key_inventory", row -> isSome(row, column))),
                    Stream.of(
                            new Case("unknown site", "key_inventory", row -> row.get("kind") == null),
                            new Case("unknown clave", "key_inventory", row -> row.get("group") == null),
                            new Case(
                                    "negative stock",
                                    "key_inventory",
                                    row -> number(row, "closing").signum() < 0),
                            new Case(
                                    "in demand, never in stock",
                                    "key_inventory",
                                    row -> row.get("amc") == null && isSome(row, "prescribed")),
                            new Case(
                                    "zero demand",
                                    "key_inventory",
                                    row -> row.get("amc") != null && !isSome(row, "amc")),
                            new Case("silent site", "site_summary", row -> !isSome(row, "nights_reported")),
                            new Case(
                                    "site out of everything",
                                    "site_summary",
                                    row -> isSome(row, "claves_out")
                                            && number(row, "claves_out").equals(number(row, "claves_authorised"))),
                            new Case(
                                    "late extracts",
                                    "site_summary",
                                    row -> number(row, "extracts_delivered").compareTo(number(row, "extracts_on_time"))
                                            > 0),
                            new Case(
                                    "site open for a part of the week",
                                    "site_summary",
                                    row -> isSome(row, "extracts_expected")
                                            && number(row, "extracts_expected").intValueExact() % 7 != 0),
                            new Case("site with findings only", "site_summary", CasesSeen::hasOnlyFindings),
                            new Case("discrepancy that was resolved", "discrepancies", row -> "RESOLVED"
                                    .equals(row.get("status"))),
                            new Case("suggested transfer", "transfer_suggestions", row -> true),
                            new Case("restated week before", "restatement", row -> !String.valueOf(row.get("week"))
                                    .equals(row.get("restated_week"))),
                            new Case(
                                    "second revision",
                                    "restatement",
                                    row -> number(row, "revision").intValueExact() > 1)))
            .flatMap(cases -> cases)
            .toList();

    private static final List<String> OTHERS = Stream.of(SuggestionCases.ALL, WeekOracle.CASES)
            .flatMap(List::stream)
            .toList();

    private final Map<String, Integer> seen = new LinkedHashMap<>();

    /** @param others cases that no row shows, by name */
    void see(Map<String, List<Row>> datasets, List<String> others) {
        for (Case each : CASES) {
            long rows = datasets.getOrDefault(each.dataset(), List.of()).stream()
                    .filter(each.isSeen())
                    .count();
            seen.merge(each.name(), (int) rows, Integer::sum);
        }
        OTHERS.forEach(name -> seen.merge(name, Collections.frequency(others, name), Integer::sum));
    }

    /** How many rows of each case there were. */
    Map<String, Integer> rows() {
        return seen;
    }

    private static boolean hasOnlyFindings(Row row) {
        return row.get("value") == null
                && Stream.of("claves_authorised", "extracts_expected", "nights_reported")
                        .noneMatch(column -> isSome(row, column));
    }

    private static BigDecimal number(Row row, String column) {
        Object value = row.get(column);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static boolean isSome(Row row, String column) {
        return number(row, column).signum() != 0;
    }
}
