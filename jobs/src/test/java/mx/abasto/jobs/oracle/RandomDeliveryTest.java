package mx.abasto.jobs.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is delivered, the oracle's nights keep the contract's identities. */
class RandomDeliveryTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
    private static final int NIGHTS = 14;
    private static final int SEEDS = 6;

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_clean_network_has_no_discrepancies() {
        for (long seed = 1; seed <= 3; seed++) {
            Path clean = folder.resolve("clean-" + seed);
            CleanNetwork.write(seed, NIGHTS, clean);
            for (OracleNight night : nights(clean)) {
                assertEquals(List.of(), night.rows("discrepancies"), "seed " + seed);
            }
        }
    }

    @Test
    void a_seed_gives_the_same_bytes_each_time() throws IOException {
        CleanNetwork.write(5, NIGHTS, folder.resolve("clean"));
        RandomDelivery.of(7, 200).spoil(folder.resolve("clean"), folder.resolve("one"));
        RandomDelivery.of(7, 200).spoil(folder.resolve("clean"), folder.resolve("two"));
        assertEquals(hashes(folder.resolve("one")), hashes(folder.resolve("two")));
    }

    @Test
    void whatever_comes_every_night_adds_up() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path clean = folder.resolve("clean-" + seed);
            Path nasty = folder.resolve("nasty-" + seed);
            CleanNetwork.write(seed, NIGHTS, clean);
            RandomDelivery.of(seed, 80).spoil(clean, nasty);
            Map<Cell, Long> books = new HashMap<>();
            Map<String, String> lastStatus = new HashMap<>();
            for (OracleNight night : nights(nasty)) {
                String where = "seed " + seed + ", night " + night.night();
                assertFilesAddUp(night, where);
                assertStockAddsUp(night, books, where);
                assertKeysAddUp(night, where);
                assertLivesAreWhole(night, lastStatus, where);
            }
        }
    }

    static List<OracleNight> nights(Path delivery) {
        Oracle oracle =
                Oracle.open(delivery.resolve("reference"), delivery.resolve("extracts"), OracleSettings.defaults());
        return Stream.iterate(FIRST, d -> d.plusDays(1))
                .limit(NIGHTS)
                .map(oracle::night)
                .toList();
    }

    private static void assertFilesAddUp(OracleNight night, String where) {
        for (Map<String, @Nullable Object> file : night.rows("files")) {
            long sum = number(file, "accepted") + number(file, "quarantined") + number(file, "duplicates");
            assertEquals(number(file, "rows"), sum, where + file);
        }
        long quarantined = night.rows("files").stream()
                .mapToLong(f -> number(f, "quarantined"))
                .sum();
        assertEquals(quarantined, night.rows("quarantine").size(), where);
    }

    private static void assertStockAddsUp(OracleNight night, Map<Cell, Long> books, String where) {
        for (Map<String, @Nullable Object> m : night.rows("movements")) {
            boolean isIn = "SITE".equals(m.get("to_account"));
            Cell cell = new Cell(text(m, isIn ? "to_id" : "from_id"), text(m, "clave"), text(m, "lot"));
            books.merge(cell, isIn ? number(m, "quantity") : -number(m, "quantity"), Math::addExact);
            assertTrue(number(m, "quantity") > 0, where + m);
        }
        for (Map<String, @Nullable Object> row : night.rows("stock_balance")) {
            long close = number(row, "opening") + number(row, "inflow") - number(row, "outflow");
            assertEquals(number(row, "book"), close, where + row);
            Cell cell = new Cell(text(row, "clues"), text(row, "clave"), text(row, "lot"));
            assertEquals(books.getOrDefault(cell, 0L), number(row, "book"), where + row);
        }
    }

    private static void assertKeysAddUp(OracleNight night, String where) {
        for (Map<String, @Nullable Object> row : night.rows("key_day")) {
            long close = number(row, "opening")
                    + number(row, "received_supplier")
                    + number(row, "received_transfer")
                    - number(row, "distributed")
                    - number(row, "dispensed")
                    - number(row, "consumed")
                    + number(row, "adjusted");
            assertEquals(number(row, "book"), close, where + row);
        }
    }

    private static void assertLivesAreWhole(OracleNight night, Map<String, String> lastStatus, String where) {
        TreeSet<String> ids = new TreeSet<>();
        for (Map<String, @Nullable Object> row : night.rows("discrepancies")) {
            String id = text(row, "discrepancy_id");
            assertTrue(ids.add(id), where + row);
            String before = lastStatus.getOrDefault(id, "none");
            boolean wasOpen = List.of("NEW", "PERSISTING", "REOPENED").contains(before);
            switch (text(row, "status")) {
                case "PERSISTING", "RESOLVED", "SUPERSEDED" -> assertTrue(wasOpen, where + row);
                case "REOPENED" -> assertTrue(List.of("RESOLVED", "SUPERSEDED").contains(before), where + row);
                default -> assertEquals(night.night(), row.get("first_seen_on"), where + row);
            }
            lastStatus.put(id, text(row, "status"));
        }
    }

    static Map<String, String> hashes(Path folder) throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), Landed.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return (Long) Objects.requireNonNull(row.get(column), column);
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return (String) Objects.requireNonNull(row.get(column), column);
    }
}
