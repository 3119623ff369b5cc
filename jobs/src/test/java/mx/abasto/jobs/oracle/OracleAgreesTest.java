package mx.abasto.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product against a naive reading of the contract that shares nothing with it. Each seed is a network of random
 * size; {@code -Dabasto.seeds=N} tries N of each kind, from {@code -Dabasto.first-seed=F} on, {@code -Dabasto.seed=S}
 * one alone; {@code -Dabasto.sparse-seeds=N} tries N networks over {@code -Dabasto.sparse-nights} nights. With
 * {@code -Dabasto.accuracy-page=FILE} it writes what each rule found and missed.
 */
class OracleAgreesTest {
    private static final int LONG_NIGHTS = Integer.getInteger("abasto.long-nights", 42);
    private static final int SPARSE_NIGHTS = Integer.getInteger("abasto.sparse-nights", 80);
    private static final RuleAccuracy ACCURACY = new RuleAccuracy();
    /** From the project's folder; the page lies in the module's. */
    private static final String COMMAND = "mvn -B verify -P campaign -pl jobs -am -Dtest=OracleAgreesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dabasto.accuracy-page=RULES-ACCURACY.md";

    @TempDir
    Path folder = Path.of("");

    private static LongStream seeds(int byDefault) {
        Long only = Long.getLong("abasto.seed");
        return only == null
                ? LongStream.range(0, Integer.getInteger("abasto.seeds", byDefault))
                        .map(seed -> seed + Long.getLong("abasto.first-seed", 1))
                : LongStream.of(only);
    }

    static LongStream cleanSeeds() {
        return seeds(4);
    }

    static LongStream spoiledSeeds() {
        return seeds(4);
    }

    static LongStream longSeeds() {
        return seeds(1);
    }

    static LongStream sparseSeeds() {
        Long only = Long.getLong("abasto.seed");
        return only == null
                ? LongStream.range(0, Integer.getInteger("abasto.sparse-seeds", 1))
                        .map(seed -> seed + Long.getLong("abasto.first-seed", 1))
                : LongStream.of(only);
    }

    @AfterAll
    static void tellTheAccuracyOfTheRules() throws IOException {
        ACCURACY.table().forEach(System.out::println);
        String page = System.getProperty("abasto.accuracy-page");
        if (page != null) {
            ACCURACY.write(Path.of(page), COMMAND);
        }
    }

    @ParameterizedTest
    @MethodSource("cleanSeeds")
    void stockBalancesOfAGeneratedNetworkEqualANaiveFold(long seed) throws Exception {
        GeneratorOptions options = options(seed, 2 + (int) (seed % 4));
        Generator.generate(options, folder.resolve("network"));
        assertThat(differences(options, folder.resolve("network"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("spoiledSeeds")
    void everyDatasetOfASpoiledDeliveryEqualsTheOracles(long seed) throws Exception {
        GeneratorOptions options = options(seed, 4 + (int) (seed % 6));
        Generator.generate(options, folder.resolve("clean"));
        assertThat(differences(options, spoiled(RandomDelivery.of(seed, 5 + (int) (seed * 7 % 40)))))
                .isEmpty();
    }

    /** Long enough for what looks back over weeks (SIG), for what leaves the window, and for lives that end and begin again. */
    @ParameterizedTest
    @MethodSource("longSeeds")
    void monthsOfASmallNetworkEqualTheOraclesAndEveryDiscrepancyLivesAsItShould(long seed) throws Exception {
        GeneratorOptions options = GeneratorOptions.of(4, 6, LONG_NIGHTS, seed).withFrom(LocalDate.of(2024, 12, 2));
        Generator.generate(options, folder.resolve("clean"));
        RandomDelivery delivery = RandomDelivery.of(seed, 45)
                .withOnly(
                        "falls-silent",
                        "writes-off-much",
                        "missing",
                        "late",
                        "cancelled",
                        "corrected-quantity",
                        "corrected-back",
                        "received-twice",
                        "other-expiry");
        Path network = spoiled(delivery);
        assertThat(differences(options, network)).isEmpty();

        DiscrepancyLives lives = DiscrepancyLives.of(
                network.resolve("var/lake"), options.from(), options.from().plusDays(LONG_NIGHTS - 1L));
        assertThat(lives.faults()).as("seed " + seed).isEmpty();
        assertThat(lives.listings()).containsKeys("NEW", "PERSISTING", "REOPENED", "RESOLVED");
    }

    /** Far beyond twice the window: what comes again, corrected, cancelled or entered anew, at all distances. */
    @ParameterizedTest
    @MethodSource("sparseSeeds")
    void nightsWithLittleThatComesAgainLongAfterEqualTheOracles(long seed) throws Exception {
        SparseNetwork network = SparseNetwork.write(seed, SPARSE_NIGHTS, folder);
        Oracle oracle = Oracle.open(network.files.reference(), network.files.sources(), network.settings);
        ACCURACY.beginNetwork();
        Agreement agreement = new Agreement(
                "sparse seed " + seed, network.files.configuration(), network.files.lake(), oracle, ACCURACY);
        LocalDate last = network.first.plusDays(SPARSE_NIGHTS - 1L);
        agreement.run(network.first, network.mendedOn.minusDays(1));
        network.mendLookup();
        agreement.run(network.mendedOn, last);
        assertThat(agreement.differences()).isEmpty();
        assertThat(DiscrepancyLives.of(network.files.lake(), network.first, last)
                        .faults())
                .as("sparse seed " + seed)
                .isEmpty();
    }

    /** The clean network's delivery, spoiled, with its configuration. */
    private Path spoiled(RandomDelivery delivery) throws IOException {
        Path spoiled = folder.resolve("spoiled");
        delivery.spoil(folder.resolve("clean"), spoiled);
        Files.copy(
                folder.resolve("clean/abasto.yml"), spoiled.resolve("abasto.yml"), StandardCopyOption.REPLACE_EXISTING);
        return spoiled;
    }

    private static GeneratorOptions options(long seed, int nights) {
        Random random = new Random(seed);
        LocalDate opening = LocalDate.of(2024, 12, 20).plusDays(random.nextInt(20));
        return GeneratorOptions.of(4 + random.nextInt(10), 5 + random.nextInt(25), nights, seed)
                .withFrom(opening)
                .withFaults(random.nextBoolean() ? 0.1 : 0);
    }

    private static List<String> differences(GeneratorOptions options, Path network) throws Exception {
        Oracle oracle =
                Oracle.open(network.resolve("reference"), network.resolve("extracts"), OracleSettings.defaults());
        ACCURACY.beginNetwork();
        Agreement agreement = new Agreement(
                "seed " + options.seed(), network.resolve("abasto.yml"), network.resolve("var/lake"), oracle, ACCURACY);
        agreement.run(options.from(), options.from().plusDays(options.nights() - 1L));
        return agreement.differences();
    }
}
