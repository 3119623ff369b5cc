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
            "counts",
            "file_totals");

    private final LocalDate date;
    private final Map<String, List<Fact>> datasets = new HashMap<>();
    private final Map<SiteClave, Fact> keyDays = new HashMap<>();
    private final List<Posting> postings;
    private final Set<String> reporting = new TreeSet<>();

    private Night(LocalDate date, Path folder) throws SQLException {
        this.date = date;
        for (String dataset : READ) {
            datasets.put(
                    dataset,
                    PublishedRows.of(folder.resolve(dataset)).stream()
                            .map(Fact::new)
                            .toList());
        }
        rows("key_day").forEach(row -> keyDays.put(row.key(), row));
        postings = rows("movements").stream().map(Posting::of).toList();
        rows("extracts").stream()
                .filter(row -> row.is("extract", "stock") && row.is("status", "DELIVERED"))
                .forEach(row -> reporting.add(row.name("clues")));
    }

    static Night read(LocalDate date, Path lake) throws SQLException {
        return new Night(date, lake.resolve("nightly/business_date=" + date));
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

    /** Whether a site's stock was delivered. */
    boolean reports(String clues) {
        return reporting.contains(clues);
    }
}
