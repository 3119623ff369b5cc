package mx.abasto.jobs.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import mx.abasto.jobs.delivery.Redelivery.Sending;
import mx.abasto.jobs.delivery.Redelivery.Timing;
import mx.abasto.jobs.lake.Copies;
import mx.abasto.jobs.lake.LakeQuery;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However often, in whatever pieces, under whatever names and in whatever order a network's files come, its balances
 * end the same to the byte (contract section 2, Redelivery). Each seed is one way to deliver one network;
 * {@code -Dabasto.seeds=N} tries N of each kind.
 *
 * <p>What the contract lets differ, the deliveries keep apart:
 *
 * <ul>
 *   <li>All of the opening night comes on it: the OPENING postings make the book equal the count whatever was posted
 *       before, so a line of that night which came later would move pieces that were already counted as moved.
 *   <li>Counts come first on their own night, since a late one is compared with nothing; and the last night counts
 *       everything once all has come, so that no last_variance is of a night with lines still missing.
 *   <li>Once a line was corrected, bytes not seen before that say what it said first would be a correction back. So
 *       after that night a line is sent again as it stands, or in the very bytes of its first file; and no late line
 *       comes after its correction.
 *   <li>A lot keeps one expires_on: of two, the later by posting night, event date, file name and row would stand.
 * </ul>
 */
class RedeliveryTest {
    /**
     * What depends on what was said and on which night it was first heard, and names no file. What comes again names its
     * shipments and prescriptions, so that more of them are listed.
     */
    private static final Set<String> SAID = Set.of("stock_balance", "key_day", "lots", "orders");

    private static final int WAYS_PER_NETWORK = 4;

    /** A network's plain delivery, and the lake that it makes. */
    private record Plain(PlainDelivery said, Path reference, TestLake lake) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path plainFolder;

    private static final Map<Long, Plain> NETWORKS = new HashMap<>();

    @TempDir
    Path folder = Path.of("");

    static LongStream seeds() {
        return SharedLakes.seeds(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void filesSentAgainCutPutTogetherAndRenamedChangeNoNight(long seed) throws Exception {
        Plain network = plain(seed);
        TestLake plain = network.lake();
        TestLake redelivered = delivered(network, Timing.EACH_ON_ITS_NIGHT, seed);

        for (LocalDate night = PlainDelivery.OPENING; !night.isAfter(PlainDelivery.LAST); night = night.plusDays(1)) {
            assertSame(redelivered, plain, night, SAID);
            assertThat(rows(redelivered, night, "shipments")).containsAll(rows(plain, night, "shipments"));
            assertThat(rows(redelivered, night, "prescriptions")).containsAll(rows(plain, night, "prescriptions"));
        }
        assertThat(files(redelivered, "REDELIVERED")).isPositive();
        assertThat(files(plain, "REDELIVERED")).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linesThatAlsoComeLateLeaveTheSameBalances(long seed) throws Exception {
        Plain network = plain(seed);
        TestLake late = delivered(network, Timing.LINES_LATE, seed);

        assertSame(late, network.lake(), PlainDelivery.LAST, Set.of("stock_balance", "orders"));
        assertThat(files(late, "LATE")).isPositive();
    }

    /** The network that the seed delivers, delivered plainly; made when first asked for. */
    private static Plain plain(long seed) throws IOException {
        long network = seed / WAYS_PER_NETWORK;
        Plain known = NETWORKS.get(network);
        if (known != null) {
            return known;
        }
        Path home = plainFolder.resolve("network-" + network);
        PlainDelivery said = PlainDelivery.generated(home.resolve("generated"), network);
        List<Sending> sendings = said.files().stream()
                .map(file -> new Sending(
                        file.date(),
                        file.date(),
                        SentFile.name(file.extract(), file.who(), file.date(), 0, Dress.PLAIN),
                        Dress.PLAIN.bytes(file)))
                .toList();
        Path reference = home.resolve("generated/reference");
        Plain made = new Plain(said, reference, filled(home, reference, sendings));
        NETWORKS.put(network, made);
        return made;
    }

    private TestLake delivered(Plain plain, Timing timing, long seed) throws IOException {
        System.out.println("Redelivery seed=" + seed + " " + timing);
        return filled(folder, plain.reference(), Redelivery.of(plain.said(), timing, seed));
    }

    /** Each night finds the files that have arrived by then. */
    private static TestLake filled(Path home, Path reference, List<Sending> sendings) throws IOException {
        Path network = home.resolve("network");
        Copies.copy(reference, network.resolve("reference"));
        TestLake lake = TestLake.empty(network, home.resolve("home"), 2);
        Path extracts = network.resolve("extracts");
        for (LocalDate night = PlainDelivery.OPENING; !night.isAfter(PlainDelivery.LAST); night = night.plusDays(1)) {
            for (Sending sending : sendings) {
                if (sending.arrivesOn().equals(night)) {
                    Path to = Files.createDirectories(
                            extracts.resolve(sending.folder().toString()));
                    Files.write(to.resolve(sending.name()), sending.bytes());
                }
            }
            lake.run("nightly", "--date", night.toString()).requireDone();
        }
        return lake;
    }

    private static void assertSame(TestLake lake, TestLake expected, LocalDate night, Set<String> datasets)
            throws SQLException {
        SortedMap<String, String> found = published(lake, night, datasets);
        SortedMap<String, String> plain = published(expected, night, datasets);
        assertThat(plain).hasSize(datasets.size());
        if (!found.equals(plain)) {
            for (String dataset : datasets) {
                List<Map<String, String>> others = rows(lake, night, dataset);
                others.removeAll(rows(expected, night, dataset));
                assertThat(others)
                        .as("rows of %s of %s that the plain delivery does not make", dataset, night)
                        .isEmpty();
            }
        }
        assertThat(found).as("bytes of %s", night).isEqualTo(plain);
    }

    /** The SHA-256 of the datasets' files. */
    private static SortedMap<String, String> published(TestLake lake, LocalDate night, Set<String> datasets) {
        SortedMap<String, String> hashes = new TreeMap<>(lake.published());
        hashes.keySet().removeIf(file -> {
            String[] parts = file.split("/");
            return !parts[1].endsWith(night.toString()) || !datasets.contains(parts[2]);
        });
        return hashes;
    }

    private static List<Map<String, String>> rows(TestLake lake, LocalDate night, String dataset) throws SQLException {
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            return query.rows("select * from %s where run = '%s'".formatted(dataset, night));
        }
    }

    private static long files(TestLake lake, String status) throws SQLException {
        try (LakeQuery query = new LakeQuery(lake.lake())) {
            return query.number("select count(*) from files where status = '%s'".formatted(status));
        }
    }
}
