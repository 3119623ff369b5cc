package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Oracle;
import mx.abasto.jobs.oracle.OracleSettings;
import org.jspecify.annotations.Nullable;

/** What a generated network really shows by the oracle's plain reading of the contract, beside its truth.csv. */
final class NaiveCheck {

    private static final List<String> IDENTITY =
            List.of("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");
    private static final Set<String> ENDED = Set.of("RESOLVED", "SUPERSEDED");
    private static final Set<String> EVENTS = Set.of(
            "EXT-02", "EXT-03", "EXT-04", "EXT-05", "EXT-06", "SHP-05", "SHP-06", "SHP-07", "SHP-09", "DSP-02",
            "DSP-03", "DSP-04", "DSP-05", "SIG-01");

    private static final class Listing {
        String numbers = "";
        String first = "";
        String last = "";
        String resolved = "";
    }

    private NaiveCheck() {}

    /** One line for each discrepancy found: identity, numbers, first, last and resolved night; an event, for each night. */
    static Set<String> found(Path network) {
        Oracle oracle =
                Oracle.open(network.resolve("reference"), network.resolve("extracts"), OracleSettings.defaults());
        Map<String, Listing> listings = new TreeMap<>();
        for (Path folder : nights(network)) {
            LocalDate night = LocalDate.parse(folder.getFileName().toString());
            for (Map<String, @Nullable Object> row : oracle.night(night).rows("discrepancies")) {
                list(listings, row, night.toString());
            }
        }
        return listings.entrySet().stream()
                .map(entry -> line(entry.getKey().split(" ", -1)[0], entry.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void list(Map<String, Listing> listings, Map<String, @Nullable Object> row, String night) {
        String identity = IDENTITY.stream().map(column -> text(row, column)).collect(Collectors.joining("|"));
        boolean isEvent = EVENTS.contains(text(row, "rule"));
        Listing listing = listings.computeIfAbsent(isEvent ? identity + " " + night : identity, key -> new Listing());
        switch (text(row, "status")) {
            case "NEW" -> {
                listing.first += night;
                listing.numbers += text(row, "expected_quantity") + "/" + text(row, "actual_quantity");
            }
            case "RESOLVED" -> listing.resolved += night;
            case "SUPERSEDED" -> listing.resolved += " superseded on " + night;
            case "REOPENED" -> listing.resolved += " then reopened on " + night;
            default -> {}
        }
        if (!ENDED.contains(text(row, "status"))) {
            listing.last = night;
        }
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    private static String line(String identity, Listing listing) {
        return String.join(" ", identity, listing.numbers, listing.first, listing.last, listing.resolved);
    }

    /** The same lines, as truth.csv has them. */
    static Set<String> told(Path network) {
        return NaiveCsv.read(network.resolve("truth.csv")).stream()
                .map(row -> String.join(
                        " ",
                        IDENTITY.stream().map(row::text).collect(Collectors.joining("|")),
                        row.text("expected_quantity") + "/" + row.text("actual_quantity"),
                        row.text("first_listed_on"),
                        row.text("last_listed_on"),
                        row.text("resolved_on")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Path> nights(Path network) {
        try (Stream<Path> folders = Files.list(network.resolve("extracts"))) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
