package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a generated network really shows, night by night, beside what its truth.csv says. */
final class NaiveCheck {

    private static final class Listing {
        String numbers = "";
        String first = "";
        String last = "";
        String resolved = "";
    }

    private NaiveCheck() {}

    /** One line for each discrepancy found: identity, numbers, first, last and resolved night. */
    static Set<String> found(Path network) {
        NaiveRules rules = new NaiveRules(network.resolve("reference"));
        NaiveSignals signals = new NaiveSignals(network.resolve("reference"));
        Map<String, Listing> listings = new LinkedHashMap<>();
        Set<String> keysSeen = new HashSet<>();
        for (Path folder : nights(network)) {
            NaiveNight night = NaiveNight.read(folder, keysSeen);
            String date = night.date().toString();
            Map<String, String> tonight = new HashMap<>(rules.apply(night));
            signals.apply(night).forEach(signal -> tonight.put(signal, ""));
            tonight.forEach((identity, numbers) -> list(listings, identity, numbers, date));
            listings.forEach((identity, listing) -> {
                boolean event = NaiveRules.isEvent(identity.substring(0, 6));
                if (!tonight.containsKey(identity) && listing.resolved.isEmpty() && !event) {
                    listing.resolved = date;
                }
            });
        }
        return listings.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void list(Map<String, Listing> listings, String identity, String numbers, String date) {
        Listing listing = listings.computeIfAbsent(identity, key -> new Listing());
        if (listing.first.isEmpty()) {
            listing.first = date;
            listing.numbers = numbers;
        } else if (!listing.resolved.isEmpty()) {
            listing.resolved += " then reopened on " + date;
        }
        listing.last = date;
    }

    private static String line(String identity, Listing listing) {
        return String.join(" ", identity, listing.numbers, listing.first, listing.last, listing.resolved);
    }

    /** The same lines, as truth.csv has them. */
    static Set<String> told(Path network) {
        return NaiveCsv.read(network.resolve("truth.csv")).stream()
                .map(row -> String.join(
                        " ",
                        String.join(
                                "|",
                                row.text("rule"),
                                row.text("clues"),
                                row.text("counterpart_clues"),
                                row.text("clave"),
                                row.text("lot"),
                                row.text("document_no")),
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
