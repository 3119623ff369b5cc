package mx.abasto.jobs.oracle.week;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.PublishedRows;

/** A published night, whole, in memory. */
final class Night {

    private static final List<String> READ = List.of(
            "files",
            "extracts",
            "movements",
            "stock_balance",
            "key_day",
            "shipments",
            "discrepancies",
            "quarantine",
            "file_totals");

    private final LocalDate date;
    private final Map<String, List<Fact>> datasets = new HashMap<>();
    private final Map<SiteClave, Fact> keyDays = new HashMap<>();
    private final List<Posting> postings;
    private final Set<String> reporting = new TreeSet<>();

    /** @param rows by dataset; one that is not named has none */
    Night(LocalDate date, Map<String, List<Fact>> rows) {
        this.date = date;
        datasets.putAll(rows);
        rows("key_day").forEach(row -> keyDays.put(row.key(), row));
        postings = rows("movements").stream().map(Posting::of).toList();
        rows("extracts").stream()
                .filter(row -> row.is("extract", "stock") && row.is("status", "DELIVERED"))
                .forEach(row -> reporting.add(row.name("clues")));
    }

    static Night read(LocalDate date, Path lake) throws SQLException {
        Path folder = lake.resolve("nightly/business_date=" + date);
        Map<String, List<Fact>> rows = new HashMap<>();
        for (String dataset : READ) {
            rows.put(
                    dataset,
                    PublishedRows.of(folder.resolve(dataset)).stream()
                            .map(Fact::new)
                            .toList());
        }
        return new Night(date, rows);
    }

    LocalDate date() {
        return date;
    }

    List<Fact> rows(String dataset) {
        return datasets.getOrDefault(dataset, List.of());
    }

    List<Posting> postings() {
        return postings;
    }

    Optional<Fact> keyDay(SiteClave key) {
        return Optional.ofNullable(keyDays.get(key));
    }

    Set<SiteClave> keys() {
        return keyDays.keySet();
    }

    BigInteger book(SiteClave key) {
        return keyDay(key).map(row -> row.pieces("book")).orElse(BigInteger.ZERO);
    }

    /** The lots of a clave at a site. */
    List<Fact> cells(SiteClave key) {
        return rows("stock_balance").stream()
                .filter(row -> row.key().equals(key))
                .toList();
    }

    /** What is listed and has not ended: RESOLVED and SUPERSEDED are its last word on a condition. */
    Stream<Fact> openDiscrepancies() {
        return rows("discrepancies").stream()
                .filter(row -> !row.is("status", "RESOLVED"))
                .filter(row -> !row.is("status", "SUPERSEDED"));
    }

    /** Whether a site's stock was delivered. */
    boolean reports(String clues) {
        return reporting.contains(clues);
    }
}
