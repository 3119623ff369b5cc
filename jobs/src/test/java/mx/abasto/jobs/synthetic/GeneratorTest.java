package mx.abasto.jobs.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {

    private static final GeneratorOptions SAMPLE =
            GeneratorOptions.of(16, 60, 14, 1).withState("20").withFaults(0.06);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} sites, {1} claves, {2} nights, seed {3}")
    @CsvSource({"4,5,30,1", "16,60,14,2", "60,20,10,3", "33,120,8,4", "9,12,1,5", "5,7,2,6", "16,30,40,7"})
    void noRuleFiresWithoutFaults(int sites, int claves, int nights, long seed) {
        GeneratedNetwork made = Generator.generate(GeneratorOptions.of(sites, claves, nights, seed), folder);

        assertThat(made.faults()).isZero();
        assertThat(NaiveCheck.told(folder)).isEmpty();
        assertThat(NaiveCheck.found(folder)).isEmpty();
    }

    @ParameterizedTest(name = "{0} sites, {1} claves, {2} nights, seed {3}, rate {4}")
    @CsvSource({
        "4,5,30,11,0.05",
        "16,60,14,12,0.0001",
        "16,60,14,13,1",
        "40,50,12,14,0.3",
        "20,30,45,15,0.1",
        "8,20,63,16,0.03"
    })
    void whatIsFoundIsExactlyWhatIsTold(int sites, int claves, int nights, long seed, double rate) {
        GeneratedNetwork made = Generator.generate(
                GeneratorOptions.of(sites, claves, nights, seed).withFaults(rate), folder);

        assertThat(NaiveCheck.found(folder)).hasSize(made.discrepancies()).isEqualTo(NaiveCheck.told(folder));
    }

    @Test
    void anyRatePlantsOneOfEachKind() {
        Generator.generate(GeneratorOptions.of(16, 60, 12, 3).withFaults(0.0001), folder);

        Set<String> rules =
                Arrays.stream(FaultKind.values()).map(FaultKind::rule).collect(Collectors.toSet());
        assertThat(plantedRules(folder))
                .hasSameElementsAs(
                        rules.stream().filter(rule -> !rule.startsWith("SIG")).toList())
                .hasSize(rules.size() - 2);
    }

    @Test
    void twoMonthsHaveRoomForTheSignals() {
        Generator.generate(GeneratorOptions.of(8, 20, 63, 3).withFaults(0.0001), folder);

        assertThat(plantedRules(folder)).contains("SIG-01", "SIG-02");
    }

    @ParameterizedTest(name = "{0} sites, {1} claves, {2} nights, seed {3}, rate {4}")
    @CsvSource({"16,60,14,31,0.06", "16,60,14,32,0.3", "40,60,20,33,0.1"})
    void noDiscrepancyTouchesANearMiss(int sites, int claves, int nights, long seed, double rate) {
        Generator.generate(GeneratorOptions.of(sites, claves, nights, seed).withFaults(rate), folder);

        List<NaiveRow> misses = NaiveCsv.read(folder.resolve("near_misses.csv"));
        assertThat(misses.stream().map(miss -> miss.text("what")).distinct()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(NaiveCheck.found(folder))
                .noneMatch(found -> misses.stream().anyMatch(miss -> isTouched(found, miss)));
    }

    /** A shipment's number is its sender's alone: a document is told apart by site and clave too, a cell by having none. */
    private static boolean isTouched(String found, NaiveRow miss) {
        List<String> identity = List.of(found.split("[| ]", -1));
        String clues = miss.text("clues");
        boolean isAtIt = identity.get(1).equals(clues);
        boolean isOfIts = identity.get(3).equals(miss.text("clave"));
        boolean hasDocument = !identity.get(5).isEmpty();
        boolean isItsLot =
                identity.get(4).equals(miss.text("lot")) && !identity.get(4).isEmpty();
        boolean isItsCell = !hasDocument && isAtIt && isOfIts && isItsLot;
        boolean isItsDocument = hasDocument && identity.get(5).equals(miss.text("document_no"));
        boolean isNear =
                isAtIt || identity.get(2).equals(clues) || identity.get(1).isEmpty();
        return isItsCell || (isItsDocument && isOfIts && isNear);
    }

    @Test
    void withoutFaultsThereAreNoNearMisses() {
        Generator.generate(GeneratorOptions.of(8, 20, 10, 3), folder);

        assertThat(NaiveCsv.read(folder.resolve("near_misses.csv"))).isEmpty();
    }

    private static List<String> plantedRules(Path network) {
        return NaiveCsv.read(network.resolve("truth.csv")).stream()
                .filter(row -> row.text("planted").equals("true"))
                .map(row -> row.text("rule"))
                .toList();
    }

    @Test
    void faultsGrowWithTheirRate() {
        GeneratedNetwork few = Generator.generate(SAMPLE, folder.resolve("few"));
        GeneratedNetwork many = Generator.generate(SAMPLE.withFaults(0.2), folder.resolve("many"));

        // One of each rule; the rate alone would plant 13.
        assertThat(few.faults()).isEqualTo(32);
        assertThat(many.faults()).isBetween(35, 45);
    }

    @Test
    void theSameOptionsGiveTheSameBytes() {
        Generator.generate(SAMPLE, folder.resolve("one"));
        Generator.generate(SAMPLE, folder.resolve("two"));

        assertThat(bytes(folder.resolve("one"))).isEqualTo(bytes(folder.resolve("two")));
    }

    @Test
    void theSampleIsSmallAndHasTheSitesThatItShould() {
        Generator.generate(SAMPLE, folder);

        Map<String, Long> kinds = NaiveCsv.read(folder.resolve("reference/sites.csv")).stream()
                .collect(Collectors.groupingBy(row -> row.text("kind"), Collectors.counting()));
        assertThat(kinds)
                .isEqualTo(
                        Map.of("CENTRAL_WAREHOUSE", 1L, "STATE_WAREHOUSE", 1L, "HOSPITAL", 2L, "HEALTH_CENTRE", 12L));
        long total = bytes(folder).values().stream().mapToLong(String::length).sum();
        assertThat(total).isLessThan(3_000_000);
    }

    @Test
    void aNightHasOneFileForEachExpectedExtractAndOneOfOrders() {
        GeneratedNetwork made = Generator.generate(SAMPLE.withFaults(0), folder);

        List<Path> nights = NaiveCheck.nights(folder);
        assertThat(nights).hasSize(14);
        // 2 warehouses × 4, 2 hospitals × 5, 12 health centres × 4, 1 of orders; units that send add theirs.
        assertThat(made.files()).isBetween(67L * 14, 70L * 14);
        assertThat(bytes(nights.get(0))).containsKey("orders_COMPRAS_20250106.csv");
    }

    @Test
    void theConfigurationNamesThePlacesThatItIsGiven() throws IOException {
        Generator.generate(GeneratorOptions.of(4, 5, 1, 1).withPlaces("../var/lake", "../var/work"), folder);

        assertThat(Files.readString(folder.resolve("abasto.yml")))
                .contains("lake: \"../var/lake\"", "work: \"../var/work\"", "uri: extracts/{date}");
    }

    @Test
    void aFolderThatHoldsANetworkIsRefused() {
        GeneratorOptions options = GeneratorOptions.of(4, 5, 1, 1);
        Generator.generate(options, folder);

        assertThatThrownBy(() -> Generator.generate(options, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference exists already: choose an empty folder");
    }

    @Test
    void moreSitesThanAStateHasAreRefused() {
        assertThatThrownBy(() ->
                        Generator.generate(GeneratorOptions.of(5000, 5, 1, 1).withState("20"), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000 sites cannot be had there: the register has 42 hospitals");
        assertThat(folder).isEmptyDirectory();
    }

    private static Map<String, String> bytes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> bytes = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Half a gzip is no UTF-8.
                bytes.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
