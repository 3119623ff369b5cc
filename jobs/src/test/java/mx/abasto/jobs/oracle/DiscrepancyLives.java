package mx.abasto.jobs.oracle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lives of the discrepancies that a lake lists, night by night, held against what the contract says a life is
 * (section 5): whatever rules find, an id is that of its identity, first_seen_on never moves, what is open is listed
 * every night until it is resolved or superseded once, and what comes back within the window keeps its first_seen_on.
 */
final class DiscrepancyLives {
    private static final int WINDOW_NIGHTS = 35;

    private static final Set<String> EVENTS = Set.of(
            "EXT-02", "EXT-03", "EXT-04", "EXT-05", "EXT-06", "SHP-05", "SHP-06", "SHP-07", "SHP-09", "DSP-02",
            "DSP-03", "DSP-04", "DSP-05", "SIG-01");

    private static final List<String> IDENTITY =
            List.of("rule", "clues", "counterpart_clues", "clave", "lot", "document_no");

    private final List<String> faults = new ArrayList<>();
    private final SortedMap<String, Integer> listings = new TreeMap<>();

    private DiscrepancyLives() {}

    /** Reads the published nights from a first to a last. */
    static DiscrepancyLives of(Path lake, LocalDate first, LocalDate last) throws SQLException {
        DiscrepancyLives lives = new DiscrepancyLives();
        Map<String, Listing> latest = new TreeMap<>();
        for (LocalDate night = first; !night.isAfter(last); night = night.plusDays(1)) {
            Map<String, Listing> tonight = new TreeMap<>();
            for (Map<String, @Nullable Object> row :
                    PublishedRows.of(lake.resolve("nightly/business_date=" + night + "/discrepancies"))) {
                Listing listing = Listing.of(row);
                lives.listings.merge(listing.status(), 1, Integer::sum);
                lives.require(listing.id().equals(idOf(row)), listing, "has not the id of its identity");
                lives.require(tonight.put(listing.id(), listing) == null, listing, "is listed twice");
                lives.judge(listing, latest.get(listing.id()));
            }
            LocalDate before = night.minusDays(1);
            latest.values().stream()
                    .filter(known -> known.isOpen() && known.night().equals(before))
                    .filter(known -> !tonight.containsKey(known.id()))
                    .forEach(known -> lives.require(false, known, "is not listed the night after, though it was open"));
            latest.putAll(tonight);
        }
        return lives;
    }

    /** What is wrong with them, a line each. */
    List<String> faults() {
        return faults;
    }

    /** How many rows have which status. */
    SortedMap<String, Integer> listings() {
        return listings;
    }

    private void judge(Listing listing, @Nullable Listing before) {
        require(
                listing.ageDays() == ChronoUnit.DAYS.between(listing.firstSeenOn(), listing.night()),
                listing,
                "has a wrong age");
        if (EVENTS.contains(listing.rule())) {
            require(listing.status().equals("NEW"), listing, "is an event and not NEW");
            require(listing.firstSeenOn().equals(listing.night()), listing, "is an event of another night");
            return;
        }
        boolean wasOpen = before != null && before.isOpen();
        boolean wasClosedOfLate = before != null
                && !before.isOpen()
                && ChronoUnit.DAYS.between(before.night(), listing.night()) <= WINDOW_NIGHTS;
        String expected = wasOpen ? "PERSISTING or RESOLVED or SUPERSEDED" : wasClosedOfLate ? "REOPENED" : "NEW";
        require(expected.contains(listing.status()), listing, "should be " + expected);
        LocalDate since =
                wasOpen || wasClosedOfLate ? Objects.requireNonNull(before).firstSeenOn() : listing.night();
        require(listing.firstSeenOn().equals(since), listing, "should be first seen on " + since);
        if (listing.hasEnded() && before != null) {
            require(listing.numbers().equals(before.numbers()), listing, "ends with other numbers than its last");
        }
    }

    private void require(boolean holds, Listing listing, String otherwise) {
        if (!holds) {
            faults.add(listing + " " + otherwise);
        }
    }

    private static String idOf(Map<String, @Nullable Object> row) {
        String identity = IDENTITY.stream()
                .map(column -> Objects.toString(row.get(column), ""))
                .collect(Collectors.joining("|"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A row of a night's discrepancies. */
    private record Listing(
            LocalDate night,
            String id,
            String rule,
            String status,
            LocalDate firstSeenOn,
            long ageDays,
            String numbers) {
        static Listing of(Map<String, @Nullable Object> row) {
            return new Listing(
                    (LocalDate) cell(row, "business_date"),
                    (String) cell(row, "discrepancy_id"),
                    (String) cell(row, "rule"),
                    (String) cell(row, "status"),
                    (LocalDate) cell(row, "first_seen_on"),
                    ((Number) cell(row, "age_days")).longValue(),
                    Stream.of("expected_quantity", "actual_quantity", "difference")
                            .map(column -> String.valueOf(row.get(column)))
                            .collect(Collectors.joining(" / ")));
        }

        private static Object cell(Map<String, @Nullable Object> row, String column) {
            return Objects.requireNonNull(row.get(column), column);
        }

        boolean isOpen() {
            return !EVENTS.contains(rule) && !hasEnded();
        }

        boolean hasEnded() {
            return Set.of("RESOLVED", "SUPERSEDED").contains(status);
        }
    }
}
