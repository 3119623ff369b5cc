package mx.abasto.jobs.synthetic.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.Hashes;
import mx.abasto.jobs.synthetic.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the smallest states of the register: Yucatán has two hospitals in it, Baja California Sur 80 units. */
class NationalGeneratorTest {
    private static final NationalOptions SMALLEST = NationalOptions.of(2, 1).withStates(1, "31");
    private static final NationalOptions SMALL = NationalOptions.of(2, 1).withStates(1, "03");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theSameOptionsGiveTheSameBytes() {
        NationalGenerator.generate(SMALL, folder.resolve("one"));
        NationalGenerator.generate(SMALL, folder.resolve("two"));

        assertThat(hashes(folder.resolve("one"))).hasSizeGreaterThan(15).isEqualTo(hashes(folder.resolve("two")));
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        NationalGenerator.generate(SMALLEST, folder.resolve("one"));
        NationalGenerator.generate(NationalOptions.of(2, 2).withStates(1, "31"), folder.resolve("two"));

        assertThat(hashes(folder.resolve("one"))).isNotEqualTo(hashes(folder.resolve("two")));
    }

    @Test
    void theNationHasEveryUnitAndAllClaves() {
        List<Place> places = Places.of(RealData.load(), NationalOptions.of(1, 1));

        assertThat(places).hasSize(10_165);
        assertThat(places).extracting(Place::clues).doesNotHaveDuplicates();
        assertThat(places)
                .filteredOn(place -> place.isUnit() && place.supplier() < 0)
                .isEmpty();
        assertThat(Products.of(RealData.load(), 1))
                .hasSize(4_498)
                .extracting(Product::clave)
                .doesNotHaveDuplicates();
    }

    @Test
    void statesLikeOneDifferByLuckAlone() {
        NationalNetwork one = NationalGenerator.generate(SMALL, folder.resolve("one"));
        NationalNetwork three =
                NationalGenerator.generate(NationalOptions.of(2, 1).withStates(3, "03"), folder.resolve("three"));

        assertThat(three.sites()).isEqualTo(3 * one.sites());
        double times =
                (double) three.nights().get(1).total() / one.nights().get(1).total();
        assertThat(times).isBetween(2.9, 3.1);
    }

    @Test
    void smallFilesHoldTheSameLines() {
        NationalGenerator.generate(SMALLEST, folder.resolve("large"));
        NationalGenerator.generate(SMALLEST.withLayout(FileLayout.BY_SITE), folder.resolve("small"));

        Set<String> large = lines(folder.resolve("large/extracts"));
        assertThat(large).hasSizeGreaterThan(30_000).isEqualTo(lines(folder.resolve("small/extracts")));
        assertThat(hashes(folder.resolve("small")).keySet())
                .anyMatch(name -> name.matches("extracts/2025-01-07/stock_YNIMB.*csv"));
    }

    @Test
    void whatIsReceivedWasSentAndMostOfItWhole() {
        NationalGenerator.generate(NationalOptions.of(4, 1).withStates(1, "03"), folder);
        Map<String, Long> sent = new TreeMap<>();
        long received = 0;
        long equal = 0;
        for (String[] row : rows("distributions")) {
            sent.merge(String.join("|", row[0], row[5], row[6]), Long.parseLong(row[8]), Long::sum);
        }
        for (String[] row : rows("receipts")) {
            if (row[4].equals("TRANSFER")) {
                received++;
                Long pieces = sent.get(String.join("|", row[6], row[8], row[9]));
                equal += pieces != null && pieces == Long.parseLong(row[11]) ? 1 : 0;
            }
        }

        assertThat(received).isGreaterThan(1_000);
        assertThat(received - equal).isBetween(1L, received / 100);
    }

    @Test
    void aFolderThatHoldsANetworkIsRefused() {
        NationalGenerator.generate(NationalOptions.of(1, 1).withStates(1, "31"), folder);

        assertThatThrownBy(() -> NationalGenerator.generate(SMALLEST, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference exists already: choose an empty folder, or remove it first");
    }

    /** None of them quotes a cell. */
    private List<String[]> rows(String extract) {
        return files(folder.resolve("extracts")).stream()
                .filter(file -> file.getFileName().toString().startsWith(extract + "_"))
                .flatMap(file -> read(file).skip(1))
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Set<String> lines(Path extracts) {
        Set<String> lines = new HashSet<>();
        files(extracts).stream()
                .filter(file -> !file.getFileName().toString().startsWith("control_"))
                .forEach(file -> read(file).forEach(lines::add));
        return lines;
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> hashes(Path root) {
        Map<String, String> hashes = new TreeMap<>();
        files(root)
                .forEach(file -> hashes.put(
                        root.relativize(file).toString(),
                        Hashes.sha256(String.join("\n", read(file).toList()))));
        return hashes;
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
