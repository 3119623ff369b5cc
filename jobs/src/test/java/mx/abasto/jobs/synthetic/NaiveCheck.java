package mx.abasto.jobs.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.abasto.jobs.oracle.Oracle;
import mx.abasto.jobs.oracle.OracleSettings;
import org.jspecify.annotations.Nullable;

/** What a naive reading of the contract finds in a generated network, beside what its truth.csv says. */
final class NaiveCheck {

    private static final class Listing {
        String numbers = "";
        String first = "";
        String last = "";
        String resolved = "";
    }

    private NaiveCheck() {}

    /** One line for each discrepancy found: identity, numbers of the first night, first, last and resolved night. */
    static Set<String> found(Path network) {
        Oracle oracle =
                Oracle.open(network.resolve("reference"), network.resolve("extracts"), OracleSettings.defaults());
        Map<String, Listing> listings = new LinkedHashMap<>();
        for (Path folder : nights(network)) {
            LocalDate night = LocalDate.parse(folder.getFileName().toString());
            for (Map<String, @Nullable Object> row : oracle.night(night).rows("discrepancies")) {
                list(listings.computeIfAbsent(identity(row), key -> new Listing()), row, night.toString());
            }
        }
        return listings.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void list(Listing listing, Map<String, @Nullable Object> row, String date) {
        String status = text(row, "status");
        if (status.equals("RESOLVED")) {
            listing.resolved = date;
        } else if (!listing.first.isEmpty() && !status.equals("PERSISTING")) {
            listing.resolved += " then " + status + " on " + date;
        } else {
            listing.last = date;
        }
        if (listing.first.isEmpty()) {
            listing.first = date;
            listing.numbers = text(row, "expected_quantity") + "/" + text(row, "actual_quantity");
        }
    }

    private static String identity(Map<String, @Nullable Object> row) {
        return Stream.of("rule", "clues", "counterpart_clues", "clave", "lot", "document_no")
                .map(column -> text(row, column))
                .collect(Collectors.joining("|"));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.toString(row.get(column), "");
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
