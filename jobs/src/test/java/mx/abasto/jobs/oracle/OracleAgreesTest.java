package mx.abasto.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.synthetic.Generator;
import mx.abasto.jobs.synthetic.GeneratorOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product against a naive reading of the contract that shares nothing with it. Each seed is a network of random
 * size; {@code -Dabasto.seeds=N} tries N of each kind, from {@code -Dabasto.first-seed=F} on, {@code -Dabasto.seed=S}
 * one alone.
 */
class OracleAgreesTest {
    private static final List<String> DATASETS = List.of(
            "files",
            "extracts",
            "quarantine",
            "movements",
            "counts",
            "stock_balance",
            "key_day",
            "lots",
            "shipments",
            "orders",
            "prescriptions",
            "discrepancies");
    private static final int DIFFERENCES_SHOWN = 5;
    private static final int LONG_NIGHTS = Integer.getInteger("abasto.long-nights", 42);

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
        return seeds(6);
    }

    static LongStream spoiledSeeds() {
        return seeds(4);
    }

    static LongStream longSeeds() {
        return seeds(1);
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

    private static List<String> differences(GeneratorOptions options, Path network) throws SQLException {
        LocalDate last = options.from().plusDays(options.nights() - 1L);
        RunCommand.with(
                        network.resolve("abasto.yml"),
                        "catch-up",
                        "--from",
                        options.from().toString(),
                        "--until",
                        last.toString())
                .requireDone();
        Oracle oracle =
                Oracle.open(network.resolve("reference"), network.resolve("extracts"), OracleSettings.defaults());
        List<String> differences = new ArrayList<>();
        for (LocalDate night = options.from(); !night.isAfter(last); night = night.plusDays(1)) {
            OracleNight expected = oracle.night(night);
            Path published = network.resolve("var/lake/nightly/business_date=" + night);
            for (String dataset : DATASETS) {
                for (String difference : differences(dataset, expected, published.resolve(dataset))) {
                    differences.add("seed %d, %s: %s".formatted(options.seed(), night, difference));
                }
            }
        }
        return differences;
    }

    private static List<String> differences(String dataset, OracleNight expected, Path published) throws SQLException {
        OracleDiff diff =
                switch (dataset) {
                    // How much of a row that cannot be read is kept, and which cell is named, the contract leaves open.
                    case "quarantine" -> OracleDiff.of(dataset).ignoring("raw", "clues", "column");
                    case "files" -> OracleDiff.of(dataset).whetherNull("rejected_because");
                    default -> OracleDiff.of(dataset);
                };
        return diff.differences(expected.rows(dataset), PublishedRows.of(published), DIFFERENCES_SHOWN);
    }
}
